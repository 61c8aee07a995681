import type { IncomingMessage, ServerResponse } from 'node:http';
import { createClient } from '../../src/http/client.js';
import type { HttpResponse } from '../../src/types.js';
import { readFileSource } from '../../src/upload/file-source.js';
import { upload } from '../../src/upload/upload.js';
import { useHttpServer, type HttpServer } from './http-server.js';

/** A file as Asana got it. */
export interface Received {
  readonly parent: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** An Asana that takes files and nothing else. */
export interface FakeUpload {
  readonly asana: HttpServer;
  /** The files that arrived whole. */
  readonly received: readonly Received[];
  /** How many uploads were cut off before their end. */
  readonly halves: number;
  /** What to do with the requests, one after the other, before the usual. */
  answer(...answers: ((response: ServerResponse) => void)[]): void;
  /** Uploads a file as a job gives it. */
  send(file: unknown): Promise<HttpResponse>;
}

export const token = 'asana-token-that-nobody-sees';

export function useFakeUpload(): FakeUpload {
  const asana = useHttpServer();
  let received: Received[];
  let halves: number;
  let answers: ((response: ServerResponse) => void)[];

  beforeEach(() => {
    received = [];
    halves = 0;
    answers = [];
    asana.respond(async (request, response) => {
      const file = await receive(request).catch(() => undefined);
      if (file === undefined) return void halves++;
      const answer = answers.shift();
      if (answer !== undefined) return answer(response);
      received.push(file);
      const { name, bytes } = file;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ data: { gid: '77', name, size: bytes.length } })
      );
    });
  });

  return {
    asana,
    get received() {
      return received;
    },
    get halves() {
      return halves;
    },
    answer: (...more) => void answers.push(...more),
    async send(file) {
      const client = createClient({
        token,
        baseUrl: asana.origin,
        basePath: '/api/1.0',
        timeout: 10_000,
      });
      return upload(
        client,
        'uploadAttachment',
        '5',
        readFileSource('uploadAttachment', file)
      );
    },
  };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const form = await new Response(Buffer.concat(pieces), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  const file = form.get('file') as File;
  return {
    parent: form.get('parent') as string,
    name: file.name,
    type: file.type,
    bytes: Buffer.from(await file.arrayBuffer()),
  };
}
