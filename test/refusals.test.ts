import { expect } from 'chai';
import { createTask, execute, getTask, searchTask } from '../src/Adaptor.js';
import type { Operation } from '../src/types.js';
import { useCapturedConsole } from './support/captured-console.js';
import { failureOf } from './support/failure-of.js';
import { freshConfiguration, useFakeAsana } from './support/fake-asana.js';
import { useFakeEnvironment } from './support/fake-environment.js';

describe('what a job is told', () => {
  const asana = useFakeAsana();
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (
    operation: Operation,
    configuration: unknown = freshConfiguration()
  ) => execute(operation)({ configuration: configuration as object });

  const refusal = (message: string, help = 'Read the docs.') => ({
    errors: [{ message, help }],
  });

  describe('an answer that is not a success', () => {
    const cases = [
      {
        status: 400,
        message: 'Custom field with ID 7 is not on given object',
        code: 'REFUSED',
        fix: /add the field to the project/,
      },
      ...[
        ['enum_value: Not a recognized ID: High', /gid of an option/],
        ['text_value: Text is longer than 1024 characters', /1,024/],
        ['name: Value is not a string: 12', /String\(value\)/],
        ['task: Not a recognized ID: abc', /copy the number/],
        ['colour: Cannot write this property', /no such field/],
        ['offset: Your pagination token is invalid.', /from the start/],
      ].map(([message, fix]) => ({
        status: 400,
        message: message as string,
        code: 'REFUSED',
        fix: fix as RegExp,
      })),
      {
        status: 401,
        message: 'Not Authorized',
        code: 'REFUSED',
        fix: /my-apps/,
      },
      { status: 402, message: 'Premium', code: 'REFUSED', fix: /paid/ },
      {
        status: 403,
        message: 'You do not have access to this project.',
        code: 'REFUSED',
        fix: /Share the project/,
      },
      {
        status: 404,
        message: 'task: Unknown object: 1',
        code: 'REFUSED',
        fix: /Check the gid/,
      },
      {
        status: 413,
        message: 'Payload too large',
        code: 'REFUSED',
        fix: /fewer rows/,
      },
      {
        status: 412,
        message: 'Sync token invalid or too old.',
        code: 'REFUSED',
        fix: /sync token/,
      },
      {
        status: 451,
        message: 'Unavailable',
        code: 'REFUSED',
        fix: /legal/,
      },
      {
        status: 501,
        message: 'Not here',
        code: 'SERVER_ERROR',
        fix: /sandbox/,
      },
    ];

    for (const { status, message, code, fix } of cases) {
      it(`tells for ${status} what Asana said and what to do: ${message}`, async () => {
        asana.answer({ status, body: refusal(message) });
        const error = await failureOf(() => run(getTask('1')));
        expect(error.message).to.equal(`GET /tasks/1: ${status} – ${message}`);
        expect(error).to.include({
          code,
          statusCode: status,
          method: 'GET',
          path: '/tasks/1',
          help: 'Read the docs.',
          url: 'https://app.asana.com/api/1.0/tasks/1',
        });
        expect(error.messages).to.eql([message]);
        expect(error.body).to.eql(refusal(message));
        expect(error.fix).to.match(fix);
        expect(asana.requests).to.have.length(1);
      });
    }

    it('says for a refused search what a free plan can do instead', async () => {
      asana.answer({
        status: 402,
        body: refusal('Search is only available to premium users.'),
      });
      const error = await failureOf(() =>
        run(searchTask('x', {}, { workspaceGid: '3' }))
      );
      expect(error.fix).to.include('getTasks()').and.include('upsertTask()');
    });

    it('joins several messages and keeps the phrase for Asana’s support', async () => {
      const body = {
        errors: [
          { message: 'Server Error', phrase: '6 sad squid snuggle softly' },
          { message: 'Twice' },
        ],
      };
      asana.answer(...Array.from({ length: 5 }, () => ({ status: 500, body })));
      const error = await failureOf(() => run(getTask('1')));
      expect(error.message).to.equal('GET /tasks/1: 500 – Server Error; Twice');
      expect(error.phrase).to.equal('6 sad squid snuggle softly');
      expect(error.code).to.equal('SERVER_ERROR');
    });

    it('shows the words of an HTML page, not its markup', async () => {
      const page =
        '<html><head><title>502 Bad Gateway</title><style>p{}</style></head><body><h1>502 Bad Gateway</h1></body></html>';
      asana.answer(
        ...Array.from({ length: 5 }, () => ({
          status: 502,
          body: page,
          headers: { 'content-type': 'text/html' },
        }))
      );
      const error = await failureOf(() => run(getTask('1')));
      expect(error.message).to.equal('GET /tasks/1: 502 – Bad Gateway');
      expect(error.body).to.equal('502 Bad Gateway');
    });

    it('shows the title of a page that says nothing else', async () => {
      asana.answer({
        status: 403,
        body: '<html><head><title>Blocked</title></head></html>',
      });
      const error = await failureOf(() => run(getTask('1')));
      expect(error.message).to.equal('GET /tasks/1: 403 – Blocked');
    });

    it('names apiVersion when the credential asks for a version that is none', async () => {
      asana.answer({
        status: 404,
        body: refusal('No matching route for request'),
      });
      const error = await failureOf(() =>
        run(getTask('1'), { ...freshConfiguration(), apiVersion: '2.0' })
      );
      expect(error.fix).to.include('"apiVersion": "1.0"');
    });

    it('does not follow a redirect with the token', async () => {
      asana.answer({
        status: 302,
        headers: { location: 'https://evil.example' },
      });
      const error = await failureOf(() => run(getTask('1')));
      expect(error.statusCode).to.equal(302);
      expect(error.fix).to.include('baseUrl');
      expect(asana.requests).to.have.length(1);
    });

    it('keeps only details that survive JSON, and none of the request', async () => {
      asana.answer({ status: 400, body: refusal('Bad') });
      const error = await failureOf(() =>
        run(createTask({ name: 'private name' }), { token: 'secret-two' })
      );
      const text = JSON.stringify(error);
      expect(JSON.parse(text)).to.eql({ ...error });
      expect(text).to.not.match(/secret-two|authorization|private name/i);
    });

    it('blackens a token that the answer repeats', async () => {
      asana.answer({ status: 400, body: refusal('token secret-three is odd') });
      const error = await failureOf(() =>
        run(getTask('1'), { token: 'secret-three' })
      );
      expect(error.message).to.equal(
        'GET /tasks/1: 400 – token [redacted] is odd'
      );
      expect(JSON.stringify(error)).to.not.include('secret-three');
      expect(captured.lines.join('\n')).to.not.include('secret-three');
    });
  });

  describe('a token that somebody put into a path', () => {
    it('is blackened in every line and in the error', async () => {
      asana.answer(
        ...Array.from({ length: 5 }, () => ({
          status: 500,
          body: refusal('x'),
        }))
      );
      const error = await failureOf(() =>
        run(getTask('secret-in-path'), { token: 'secret-in-path' })
      );
      expect(captured.lines).to.have.length.above(5);
      expect(captured.lines.join('\n') + JSON.stringify(error)).to.not.include(
        'secret-in-path'
      );
    });
  });

  describe('a success that Asana’s API would not send', () => {
    for (const [title, body] of [
      ['a page', '<html><body>Please log in</body></html>'],
      ['truncated JSON', '{"data":{"gid":'],
      ['an empty body', ''],
      ['a list', '[{"gid":"1"}]'],
    ] as const) {
      it(`is tried again, and an error in the end: ${title}`, async () => {
        asana.answer(...Array.from({ length: 5 }, () => ({ body })));
        const error = await failureOf(() => run(getTask('1')));
        expect(error.code).to.equal('INVALID_RESPONSE');
        expect(error.fix).to.include('proxy');
      });

      it(`leaves open what a create did: ${title}`, async () => {
        asana.answer({ status: 201, body });
        const error = await failureOf(() => run(createTask({ name: 'x' })));
        expect(error).to.include({ code: 'AMBIGUOUS_WRITE', statusCode: 201 });
        expect(error.description).to.include('201 Created');
        expect(error.fix).to.include('upsertTask');
        expect(asana.requests).to.have.length(1);
      });
    }

    it('is forgotten when a later one can be read', async () => {
      asana.answer({ body: '<html>' }, { body: { data: { gid: '1' } } });
      const { data } = await run(getTask('1'));
      expect(data).to.eql({ gid: '1' });
    });

    it('is an error at once when it is JSON without data', async () => {
      asana.answer({ body: { hello: 1 } });
      const error = await failureOf(() => run(getTask('1')));
      expect(error.code).to.equal('INVALID_RESPONSE');
    });
  });

  describe('a connection that breaks', () => {
    const reset = { failure: 'ECONNRESET' };

    it('is tried again for a read, and an error in the end', async () => {
      asana.answer(reset, reset, reset, reset, reset);
      const error = await failureOf(() => run(getTask('1')));
      expect(error).to.include({ code: 'NETWORK_ERROR', path: '/tasks/1' });
      expect(error.description).to.include('without harm');
    });

    it('leaves open what a create did', async () => {
      asana.answer(reset);
      const error = await failureOf(() => run(createTask({ name: 'x' })));
      expect(error.code).to.equal('AMBIGUOUS_WRITE');
      expect(error.description).to.include('no clear answer');
      expect(asana.requests).to.have.length(1);
    });
  });

  describe('a failure that may pass', () => {
    const overload = { status: 503, body: refusal('Overloaded') };

    it('is tried again for a read', async () => {
      asana.answer(overload, overload, { body: { data: { gid: '1' } } });
      const { data } = await run(getTask('1'));
      expect(data).to.eql({ gid: '1' });
      expect(time.sleeps).to.eql([250, 500]);
    });

    it('is not tried again for a create, which says that the outcome is unknown', async () => {
      asana.answer(overload);
      const error = await failureOf(() => run(createTask({ name: 'x' })));
      expect(error.code).to.equal('AMBIGUOUS_WRITE');
      expect(error.statusCode).to.equal(503);
      expect(error.fix).to.include('upsertTask');
      expect(asana.requests).to.have.length(1);
    });

    it('waits as long as Asana asks for after a 429, also with a create', async () => {
      asana.answer(
        {
          status: 429,
          body: refusal('Too many'),
          headers: { 'retry-after': '7' },
        },
        { status: 201, body: { data: { gid: '1' } } }
      );
      const { data } = await run(createTask({ name: 'x' }));
      expect(data).to.eql({ gid: '1' });
      expect(time.sleeps.reduce((sum, ms) => sum + ms)).to.equal(7000);
    });

    it('fails at once with the time when Asana asks for more than a run can wait', async () => {
      asana.answer({
        status: 429,
        body: refusal('Too many'),
        headers: { 'retry-after': '3600' },
      });
      const error = await failureOf(() => run(getTask('1')));
      expect(error).to.include({ code: 'RATE_LIMITED', retryAfter: 3600 });
      expect(error.fix).to.include('in 60 minutes');
      expect(time.sleeps).to.eql([]);
    });
  });

  describe('a wrong argument', () => {
    const wrongGids: [string, unknown][] = [
      ['nothing', undefined],
      ['null', null],
      ['an empty text', ''],
      ['a slash', '1/2'],
      ['dots', '../users/me'],
      ['two dots', '..'],
      ['a dot, which would lead to the list', '.'],
      ['a query', '1?x=1'],
      ['a fragment', '1#2'],
      ['an encoded slash', '1%2f2'],
      ['a space', '1 2'],
      ['an object', { gid: '1' }],
      ['a list', ['1']],
      ['a number that lost its digits', Number('12345678901234567890')],
      ['a fraction', 1.5],
      ['true', true],
    ];
    for (const [title, gid] of wrongGids) {
      it(`fails before anything is sent: ${title} for a gid`, async () => {
        const error = await failureOf(() => run(getTask(gid as string)));
        expect(error.code).to.equal('INVALID_ARGUMENT');
        expect(error.message).to.match(/^getTask: "taskGid"/);
        expect(error.fix).to.be.a('string');
        expect(asana.requests).to.eql([]);
      });
    }

    it('names the gids in an address that was given for a gid', async () => {
      const error = await failureOf(() =>
        run(
          getTask('https://app.asana.com/0/1206933955023739/1206933955023740')
        )
      );
      expect(error.code).to.equal('UNEXPECTED_ABSOLUTE_URL');
      expect(error.fix).to.include('1206933955023740');
    });

    it('accepts a gid that is a number, and encodes what it sends', async () => {
      asana.answer({ body: { data: {} } }, { body: { data: {} } });
      await run(getTask(1206933955023739 as unknown as string));
      await run(getTask('external:case 1/2'));
      expect(asana.requests.map(({ path }) => path)).to.eql([
        '/api/1.0/tasks/1206933955023739',
        '/api/1.0/tasks/external%3Acase%201%2F2',
      ]);
    });

    for (const data of ['x', undefined, null, 5, ['x']]) {
      it(`fails before anything is sent: ${JSON.stringify(data)} for the fields of a task`, async () => {
        const error = await failureOf(() => run(createTask(data as object)));
        expect(error.code).to.equal('INVALID_ARGUMENT');
        expect(error.message).to.match(/^createTask: "data"/);
        expect(asana.requests).to.eql([]);
      });
    }

    it('fails before anything is sent: a date that is none', async () => {
      const error = await failureOf(() =>
        run(createTask({ due_at: new Date('soon') }))
      );
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include('Invalid Date');
      expect(asana.requests).to.eql([]);
    });
  });
});
