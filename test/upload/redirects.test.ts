import { expect } from 'chai';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { useFakeUpload } from '../support/fake-upload.js';
import { useHttpServer } from '../support/http-server.js';
import { objectionToRedirect } from '../../src/upload/source-url.js';

describe('a redirect of the source', () => {
  const fake = useFakeUpload();
  const source = useHttpServer();
  const storage = useHttpServer();
  useFakeEnvironment();
  useCapturedConsole();

  const headers = { Authorization: 'Token x', Cookie: 'a=b', 'X-Key': 'k' };
  const send = (path = '/a.jpg') =>
    fake.send({ url: `${source.origin}${path}`, headers });
  const redirect = (location: string, status = 302) =>
    source.respond((request, response) =>
      request.url === '/a.jpg'
        ? response.writeHead(status, { location }).end('elsewhere')
        : response.end('photo')
    );

  for (const status of [301, 302, 303, 307, 308]) {
    it(`is followed with the headers on the same server: ${status}`, async () => {
      redirect('/moved.jpg', status);
      await send();
      expect(source.requests).to.eql(['GET /a.jpg', 'GET /moved.jpg']);
      expect(source.headers[1]).to.include({
        authorization: 'Token x',
        cookie: 'a=b',
      });
      expect(fake.received[0]).to.include({ name: 'a.jpg' });
    });
  }

  it('takes no header of the job to another server, nor back again', async () => {
    redirect(`${storage.origin}/b`);
    storage.respond((_, response) =>
      response.writeHead(302, { location: `${source.origin}/c` }).end()
    );
    await send();
    expect(storage.requests).to.eql(['GET /b']);
    for (const sent of [storage.headers[0], source.headers[1]]) {
      expect(sent).to.not.have.any.keys('authorization', 'cookie', 'x-key');
    }
  });

  it('says so when the other server wants to know who asks', async () => {
    redirect(`${storage.origin}/b?signature=secret`);
    storage.respond((_, response) => response.writeHead(403).end());
    const error = await failureOf(() => send());
    expect(error.message).to.include(`${new URL(storage.origin).host}/b could`);
    expect(error.fix).to.include('stayed behind');
    expect(JSON.stringify(error)).to.not.include('secret');
  });

  it('is followed five times, and no more', async () => {
    source.respond((request, response) => {
      const next = Number(request.url!.slice(2)) + 1;
      response.writeHead(302, { location: `/r${next}` }).end();
    });
    const error = await failureOf(() => send('/r1'));
    expect(error.code).to.equal('SOURCE_FAILED');
    expect(error.message).to.include('too many of them');
    expect(source.requests).to.have.length(6);
  });

  for (const [title, location] of [
    ['to plain http', 'http://kobo.example/a.jpg'],
    ['to a file', 'file:///etc/passwd'],
    ['to where clouds keep credentials', 'https://169.254.169.254/'],
  ] as const) {
    it(`is not followed ${title}`, async () => {
      redirect(location);
      const error = await failureOf(() => send());
      expect(error.message).to.include('its redirect was not followed');
      expect(fake.asana.requests).to.eql([]);
    });
  }

  it('is not followed into the machine that runs the job, unless the job was there', () => {
    const kobo = new URL('https://kobo.example/a');
    for (const target of [
      'http://127.0.0.1/',
      'https://localhost/',
      'https://[::1]/',
    ]) {
      const to = new URL(target);
      expect(objectionToRedirect(kobo, to)).to.include('into the machine');
      expect(objectionToRedirect(new URL('http://127.0.0.1:1/'), to)).to.equal(
        undefined
      );
    }
    expect(objectionToRedirect(kobo, new URL('https://10.0.0.5/'))).to.equal(
      undefined
    );
  });

  it('is no file when it has no address', async () => {
    source.respond((_, response) => response.writeHead(302).end());
    const error = await failureOf(() => send());
    expect(error.message).to.include('302, which is no file');
  });

  it('is not taken for the file when it ends at a page to log in at', async () => {
    redirect('/login');
    source.respond((request, response) =>
      request.url === '/login'
        ? response
            .setHeader('content-type', 'text/html; charset=utf-8')
            .end('<form>')
        : response.writeHead(302, { location: '/login' }).end()
    );
    const error = await failureOf(() => send());
    expect(error.message).to.include('a web page in place of it');
    expect(fake.asana.requests).to.eql([]);
  });

  for (const [title, status, extra, message] of [
    ['a part of it', 206, {}, '206, which is no file'],
    ['nothing', 204, {}, '204, which is no file'],
    ['it compressed', 200, { 'content-encoding': 'gzip' }, 'compressed (gzip)'],
  ] as const) {
    it(`is not the only way to get no file: a server may send ${title}`, async () => {
      source.respond((_, response) => response.writeHead(status, extra).end());
      const error = await failureOf(() => send());
      expect(error.message).to.include(message);
      expect(fake.asana.requests).to.eql([]);
    });
  }
});
