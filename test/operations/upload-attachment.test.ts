import { expect } from 'chai';
import { execute, uploadAttachment } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('uploadAttachment', () => {
  const asana = useFakeAsana();
  const time = useFakeEnvironment();
  useCapturedConsole();

  const run = (operation: Operation, state: State = {}): Promise<State> =>
    execute(operation)({ configuration: freshConfiguration(), ...state });
  const attachment = { gid: '77', name: 'a.csv' };

  it('has the attachment in data, and what was there before on references', async () => {
    asana.answer({ body: { data: attachment } });
    const { data, references, response } = await run(
      uploadAttachment(
        state => state.data.gid,
        state => ({ name: 'a.csv', content: () => state.data.csv })
      ),
      { data: { gid: '5', csv: 'a,b' } }
    );
    expect(data).to.eql(attachment);
    expect(references).to.eql([{ gid: '5', csv: 'a,b' }]);
    expect(response).to.include({ statusCode: 200 }).and.not.property('body');
    expect(asana.requests).to.eql([
      { method: 'POST', path: '/api/1.0/attachments' },
    ]);
    expect(asana.headers[0]!['content-type']).to.match(
      /^multipart\/form-data; boundary=/
    );
  });

  it('looks for the file, page by page, when Asana failed with it', async () => {
    const date = 'Thu, 05 Mar 2026 10:00:10 GMT';
    const found = {
      gid: '77',
      name: 'a.csv',
      size: 0,
      created_at: '2026-03-05T10:00:05.000Z',
    };
    asana.answer(
      { status: 500, body: { errors: [{ message: 'Oh' }] } },
      {
        body: { data: [], next_page: { offset: 'two' } },
        headers: { date },
      },
      // The mock of undici reads no body, so that nothing of it was sent.
      { body: { data: [found], next_page: null }, headers: { date } },
      { body: { data: attachment } }
    );
    const { data } = await run(
      uploadAttachment('5', { name: 'a.csv', content: 'a,b' })
    );
    expect(data).to.eql(attachment);
    expect(time.sleeps).to.eql([2000]);
    expect(asana.requests.map(({ query }) => query)).to.eql([
      undefined,
      { parent: '5', opt_fields: 'name,size,created_at', limit: '100' },
      {
        parent: '5',
        opt_fields: 'name,size,created_at',
        limit: '100',
        offset: 'two',
      },
      undefined,
    ]);
  });

  it('finds a project by its name, in the workspace of the credential', async () => {
    asana.answer(
      {
        body: {
          data: [{ gid: '5', name: 'Lake Region' }],
          next_page: null,
        },
      },
      { body: { data: attachment } }
    );
    const { data } = await run(
      uploadAttachment('lake region', { name: 'a.csv', content: 'a,b' }),
      { configuration: { ...freshConfiguration(), workspaceGid: '3' } }
    );
    expect(data).to.eql(attachment);
    expect(asana.requests.map(({ path }) => path)).to.eql([
      '/api/1.0/workspaces/3/projects',
      '/api/1.0/attachments',
    ]);
  });

  it('does not look for a project when the file is none', async () => {
    const error = await failureOf(() =>
      run(uploadAttachment('Lake Region', { url: '/etc/passwd' }))
    );
    expect(error.code).to.equal('INVALID_ARGUMENT');
    expect(asana.requests).to.eql([]);
  });

  for (const [title, parentGid, file, message] of [
    [
      'a parent that is none',
      '',
      { url: 'https://a.example/b' },
      '"parentGid"',
    ],
    ['a path', '5', { url: '/etc/passwd' }, '"url"'],
    ['nothing', '5', () => undefined, 'the file must be an object'],
    [
      'no content',
      '5',
      () => ({ name: 'a', content: null }),
      'neither "url" nor',
    ],
  ] as const) {
    it(`is refused before anything is sent: ${title}`, async () => {
      const error = await failureOf(() =>
        run(uploadAttachment(parentGid, file as object))
      );
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message)
        .to.match(/^uploadAttachment: /)
        .and.include(message);
      expect(asana.requests).to.eql([]);
    });
  }
});
