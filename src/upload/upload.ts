import { ask } from '../core/ask.js';
import { isAmbiguous } from '../core/create-once.js';
import { toRequest } from '../core/endpoint.js';
import { toListing } from '../core/list.js';
import { paginate } from '../core/paginate.js';
import { pause } from '../core/pause.js';
import { AsanaError } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import { environment } from '../http/environment.js';
import type { Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import type { FileSource } from './file-source.js';
import { findUploaded } from './find-uploaded.js';
import { openFormBody, type SentFile } from './form-body.js';
import { createOpener } from './open-source.js';

/** What got no answer may take effect a little later. In milliseconds. */
const pauses = [2000, 4000];

/** The clocks of Asana's servers may differ by that. In milliseconds. */
const clockTolerance = 5000;

/** An upload without a clear answer. */
interface Doubt {
  readonly name: string;
  readonly size: number;
  readonly startedAt: number;
}

/**
 * Attaches a file to a task or a project. It goes from its source to Asana
 * piece by piece, and no piece is read before Asana has taken the last one.
 *
 * An upload that got no clear answer is not sent again: it is looked for.
 *
 * @returns the answer of Asana, with the attachment.
 */
export async function upload(
  send: Send,
  operation: string,
  parentGid: string,
  file: FileSource,
  params: Record<string, unknown> = {}
): Promise<HttpResponse> {
  const startedAt = environment.now();
  const openSource = createOpener(operation, file);
  let sent: SentFile | undefined;
  const request = {
    ...toRequest(endpoints.createAttachmentForObject, { params }),
    stream: {
      open: async () => {
        const body = await openFormBody({ operation, parentGid, openSource });
        sent = body.file;
        return body;
      },
    },
  };
  try {
    return await ask(send, request);
  } catch (error) {
    if (!isAmbiguous(error) || sent === undefined) throw error;
    for (const milliseconds of pauses) {
      await pause(milliseconds);
      // That looking fails as well says nothing of what happened.
      const found = await findAgain(send, operation, parentGid, {
        name: sent.name,
        size: sent.size(),
        startedAt,
      }).catch(() => undefined);
      if (found !== undefined) return found;
    }
    throw inDoubt(error, sent.name);
  }
}

async function findAgain(
  send: Send,
  operation: string,
  parent: string,
  { name, size, startedAt }: Doubt
): Promise<HttpResponse | undefined> {
  const listing = toListing(operation, endpoints.getAttachmentsForObject, {
    params: { parent, opt_fields: 'name,size,created_at' },
  });
  for await (const { body, headers } of paginate(send, listing)) {
    const now = environment.now();
    const date = Date.parse(String(headers.date));
    const since =
      (Number.isNaN(date) ? now : date) - (now - startedAt) - clockTolerance;
    const gid = findUploaded(body.data, { name, size, since });
    if (gid === undefined) continue;
    console.log(`Attachment ${gid} was created all the same`);
    return ask(send, toRequest(endpoints.getAttachment, { gids: [gid] }));
  }
  return undefined;
}

const inDoubt = (error: AsanaError, name: string): AsanaError =>
  new AsanaError(error.message, {
    ...error,
    description: `There was no clear answer when "${name}" was uploaded, and it could not be found afterwards. It was not sent again, because that could attach it twice.`,
    fix: 'Look in Asana whether the file is there before you run the job again.',
  });
