import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { environment } from '../../src/http/environment.js';
import { longestSilence } from '../../src/upload/limits.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { token, useFakeUpload } from '../support/fake-upload.js';
import { useHttpServer } from '../support/http-server.js';

describe('uploading a file', () => {
  const fake = useFakeUpload();
  const source = useHttpServer();
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();

  const photo = randomBytes(300_000);
  const authorization = 'Token kobo-secret-that-nobody-sees';
  const headers = { Authorization: authorization };
  const url = (path = '/files/pump.jpg?key=query-secret') =>
    `${source.origin}${path}`;
  const servePhoto = (extra = {}) =>
    source.respond((_, response) => {
      response.writeHead(200, {
        'content-type': 'image/jpeg',
        'content-length': photo.length,
        ...extra,
      });
      response.end(photo);
    });

  describe('from a url', () => {
    it('arrives byte by byte, with its name, its type and its parent', async () => {
      servePhoto();
      const { body } = await fake.send({ url: url(), headers });
      expect(body.data).to.eql({
        gid: '77',
        name: 'pump.jpg',
        size: photo.length,
      });
      const [file] = fake.received;
      expect(file).to.include({
        parent: '5',
        name: 'pump.jpg',
        type: 'image/jpeg',
      });
      expect(file!.bytes.equals(photo)).to.be.true;
    });

    it('tells Asana beforehand how long it is, when the source does', async () => {
      servePhoto();
      await fake.send({ url: url() });
      expect(Number(fake.asana.headers[0]!['content-length'])).to.be.within(
        photo.length,
        photo.length + 500
      );
    });

    it('arrives as well when nobody knows how long it is', async () => {
      source.respond((_, response) => {
        response.write(photo.subarray(0, 1000));
        response.end(photo.subarray(1000));
      });
      await fake.send({ url: url() });
      expect(fake.asana.headers[0]).to.include({
        'transfer-encoding': 'chunked',
      });
      expect(fake.received[0]!.bytes.equals(photo)).to.be.true;
      expect(fake.received[0]!.type).to.equal('application/octet-stream');
    });

    it('keeps the secrets of each side from the other', async () => {
      servePhoto();
      await fake.send({ url: url(), headers });
      expect(source.headers[0]).to.include({
        authorization,
        'accept-encoding': 'identity',
      });
      expect(fake.asana.headers[0]).to.include({
        authorization: `Bearer ${token}`,
      });
      expect(JSON.stringify(source.headers)).to.not.include(token);
      expect(JSON.stringify(fake.asana.headers)).to.not.include('kobo-secret');
    });

    it('is one line in the log, without address, name or secret', async () => {
      servePhoto();
      await fake.send({ url: url(), headers });
      expect(captured.lines).to.eql(['POST /attachments → 200 in 0 ms']);
    });

    it('has the name that the server gives it, unless the job has one', async () => {
      servePhoto({
        'content-disposition': 'inline; filename="../well\\"1.jpg"',
      });
      await fake.send({ url: url() });
      await fake.send({ url: url(), name: 'Brunnen für alle.jpg' });
      expect(fake.received.map(({ name }) => decodeURIComponent(name))).to.eql([
        'well"1.jpg',
        'Brunnen für alle.jpg',
      ]);
    });

    for (const [status, fix] of [
      [401, /headers: \{ Authorization: "Token …" \}/],
      [403, /allowed to see the file/],
      [404, /fresh answer/],
    ] as const) {
      it(`says what to do when the source says ${status}, and asks Asana nothing`, async () => {
        source.respond((_, response) => response.writeHead(status).end('no'));
        const error = await failureOf(() => fake.send({ url: url(), headers }));
        expect(error.code).to.equal('SOURCE_FAILED');
        expect(error.message).to.include(
          `${new URL(source.origin).host}/files/pump.jpg could not be read: ${status}`
        );
        expect(error.fix).to.match(fix);
        expect(
          JSON.stringify({ ...error, message: error.message })
        ).to.not.match(/secret/);
        expect(captured.lines.join()).to.not.match(/secret/);
        expect(source.requests).to.have.length(1);
        expect(fake.asana.requests).to.eql([]);
      });
    }

    it('is asked for again when the source has trouble that may pass', async () => {
      let asked = 0;
      source.respond((_, response) =>
        asked++ < 2 ? response.writeHead(503).end() : response.end(photo)
      );
      await fake.send({ url: url() });
      expect(fake.received[0]!.bytes.equals(photo)).to.be.true;
      expect(time.sleeps).to.have.length(2);
    });

    it('leaves no half attachment when the source breaks, and is read again', async () => {
      let asked = 0;
      source.respond((_, response) => {
        if (asked++ > 0) return response.end(photo);
        response.writeHead(200, { 'content-length': photo.length });
        response.write(photo.subarray(0, 200_000), () => response.destroy());
      });
      await fake.send({ url: url() });
      expect(fake.halves).to.equal(1);
      expect(fake.received).to.have.length(1);
      expect(fake.received[0]!.bytes.equals(photo)).to.be.true;
    });

    it('names the source when it breaks again and again', async () => {
      source.respond((_, response) => {
        response.write(photo.subarray(0, 200_000), () => response.destroy());
      });
      const error = await failureOf(() => fake.send({ url: url() }));
      expect(error.code).to.equal('SOURCE_FAILED');
      expect(error.message).to.include('the connection to its server broke');
      expect(error.description).to.include('Asana has nothing of it');
      expect(source.requests).to.have.length(5);
      expect(fake.received).to.eql([]);
    });

    it('gives up a source that says nothing for too long', async () => {
      source.respond(() => time.expire());
      const error = await failureOf(() => fake.send({ url: url() }));
      expect(error.message).to.include('its server took too long');
      expect(fake.asana.requests).to.eql([]);
    });

    it('gives up a source that falls silent amid the file', async () => {
      source.respond((_, response) => {
        response.write(photo.subarray(0, 1000));
        // The deadline for Asana is another one.
        const silence = setInterval(() => {
          if (fake.asana.requests.length === 0) return;
          if (time.deadlines.every(each => each === longestSilence)) {
            time.expire();
          }
        }, 1);
        response.once('close', () => clearInterval(silence));
      });
      const error = await failureOf(() => fake.send({ url: url() }));
      expect(error.message).to.include('its server took too long');
      expect(fake.received).to.eql([]);
    });

    it('is read again after a 429 of Asana', async () => {
      servePhoto();
      fake.answer(response =>
        response.writeHead(429, { 'retry-after': '2' }).end('{}')
      );
      await fake.send({ url: url() });
      expect(source.requests).to.have.length(2);
      expect(fake.received[0]!.bytes.equals(photo)).to.be.true;
    });

    it('lets go of the source when Asana refuses it amid the file', async () => {
      source.respond((_, response) => void response.write(photo));
      fake.asana.respond((_, response) => {
        response.statusCode = 403;
        response.end(JSON.stringify({ errors: [{ message: 'Not yours' }] }));
      });
      const error = await failureOf(() => fake.send({ url: url() }));
      expect(error).to.include({ code: 'REFUSED', statusCode: 403 });
      while (source.cutOff === 0) await new Promise(setImmediate);
    });

    it('says that Asana did not take it when its connection breaks amid the file', async () => {
      source.respond((_, response) => void response.write(photo));
      fake.asana.respond(request =>
        request.once('data', () => request.socket.resetAndDestroy())
      );
      const error = await failureOf(() => fake.send({ url: url() }));
      expect(error.code).to.equal('NETWORK_ERROR');
      expect(error.message).to.include('Asana did not take the whole file');
      expect(fake.asana.requests).to.have.length(5);
    });
  });

  describe('from content', () => {
    const kinds: [string, unknown, Buffer][] = [
      ['text', 'Größe', Buffer.from('Größe')],
      ['a Buffer', photo, photo],
      [
        'bytes of a job, which come from another realm',
        runInNewContext('new Uint8Array([1, 2, 3]).subarray(1)'),
        Buffer.from([2, 3]),
      ],
      [
        'an ArrayBuffer of a job',
        runInNewContext('new Uint8Array([1, 2]).buffer'),
        Buffer.from([1, 2]),
      ],
      ['a Blob', new Blob([photo]), photo],
      [
        'what state makes of a Buffer',
        Buffer.from('x').toJSON(),
        Buffer.from('x'),
      ],
      [
        'a stream',
        () => Readable.from([photo, 'x']),
        Buffer.concat([photo, Buffer.from('x')]),
      ],
      ['a web stream', () => new Blob([photo]).stream(), photo],
      [
        'a generator of a job',
        () =>
          runInNewContext(
            '(async function* () { yield "ab"; yield ""; yield new Uint8Array([99]); })()'
          ),
        Buffer.from('abc'),
      ],
    ];
    for (const [title, given, bytes] of kinds) {
      it(`takes ${title}`, async () => {
        const content =
          typeof given === 'function' ? (given as () => unknown)() : given;
        await fake.send({ name: 'a.bin', content });
        expect(fake.received[0]!.bytes.equals(bytes)).to.be.true;
      });
    }

    it('has the type that the job gives', async () => {
      await fake.send({
        name: 'a',
        content: '{}',
        contentType: 'application/json',
      });
      await fake.send({
        content: new File(['x'], 'b.png', { type: 'image/png' }),
      });
      expect(fake.received.map(({ name, type }) => [name, type])).to.eql([
        ['a', 'application/json'],
        ['b.png', 'image/png'],
      ]);
    });

    it('is sent again after a 429 when it can be read again', async () => {
      fake.answer(response => response.writeHead(429).end('{}'));
      await fake.send({ name: 'a', content: photo });
      expect(fake.received[0]!.bytes.equals(photo)).to.be.true;
    });

    it('says that a stream cannot be read again after a 429', async () => {
      fake.answer(response => response.writeHead(429).end('{}'));
      const content = Readable.from([photo]);
      const error = await failureOf(() => fake.send({ name: 'a', content }));
      expect(error.code).to.equal('SOURCE_FAILED');
      expect(error.message).to.include('cannot be read again');
      expect(error.fix).to.include('"url"');
      expect(fake.asana.requests).to.have.length(1);
    });

    it('leaves no half attachment when a stream breaks, and shows nothing of it', async () => {
      const content = (async function* () {
        yield photo;
        throw new Error('private');
      })();
      const error = await failureOf(() => fake.send({ name: 'a', content }));
      expect(error.code).to.equal('SOURCE_FAILED');
      expect(error.message)
        .to.include('the stream broke')
        .and.not.include('private');
      expect(fake.received).to.eql([]);
    });

    it('may take four minutes, and no more, however steadily it comes', async () => {
      let given = 0;
      const content = (async function* () {
        for (;;) {
          given++;
          yield 'x';
          await environment.sleep(longestSilence - 1);
        }
      })();
      const error = await failureOf(() => fake.send({ name: 'a', content }));
      expect(error.message).to.include('it took too long');
      expect(given).to.equal(10);
      expect(fake.received).to.eql([]);
    });

    it('is refused when it is shorter than it says', async () => {
      const content = new Blob(['abc']);
      Object.defineProperty(content, 'size', { value: 4 });
      const error = await failureOf(() => fake.send({ name: 'a', content }));
      expect(error.code).to.equal('SOURCE_FAILED');
      expect(fake.received).to.eql([]);
    });

    it('is not waited for any more when Asana has refused it', async () => {
      const content = (async function* () {
        yield photo;
        await new Promise(() => {});
      })();
      fake.asana.respond((_, response) => response.writeHead(403).end('{}'));
      const error = await failureOf(() => fake.send({ name: 'a', content }));
      expect(error.statusCode).to.equal(403);
      await new Promise(setImmediate);
      expect(time.deadlines).to.eql([]);
    });

    it('refuses pieces that are no bytes', async () => {
      const content = Readable.from([{ row: 1 }]);
      const error = await failureOf(() => fake.send({ name: 'a', content }));
      expect(error.message).to.include('something else than text or bytes');
      expect(fake.asana.requests).to.eql([]);
    });
  });

  describe('of a wrong size', () => {
    const large = 100 * 1024 * 1024 + 1;

    it('stops before it begins when the source says that it is too large', async () => {
      source.respond((_, response) => {
        response.writeHead(200, { 'content-length': large }).write('x');
      });
      const error = await failureOf(() => fake.send({ url: url() }));
      expect(error.code).to.equal('FILE_TOO_LARGE');
      expect(error.message).to.include(
        'up to 100 MB, and this one has 100.1 MB'
      );
      expect(fake.asana.requests).to.eql([]);
    });

    it('stops in the middle when it turns out to be too large', async () => {
      const piece = Buffer.alloc(1024 * 1024);
      let given = 0;
      const content = (async function* () {
        for (;;) {
          given++;
          yield piece;
        }
      })();
      let closed = false;
      fake.asana.respond(request => {
        request.resume().once('close', () => (closed = !request.complete));
      });
      const error = await failureOf(() => fake.send({ name: 'a', content }));
      expect(error.code).to.equal('FILE_TOO_LARGE');
      expect(given).to.equal(101);
      while (!closed) await new Promise(setImmediate);
    });

    for (const [title, file] of [
      ['text', { content: '' }],
      ['a stream', { content: Readable.from([]) }],
    ] as const) {
      it(`is refused when it is empty: ${title}`, async () => {
        const error = await failureOf(() => fake.send({ name: 'a', ...file }));
        expect(error.message).to.include('empty');
        expect(fake.asana.requests).to.eql([]);
      });
    }

    it('is refused when it is empty at its url', async () => {
      source.respond((_, response) => response.end());
      const error = await failureOf(() => fake.send({ url: url() }));
      expect(error.message).to.include('empty');
      expect(fake.asana.requests).to.eql([]);
    });
  });
});
