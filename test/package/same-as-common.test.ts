import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { useCapturedConsole } from '../support/captured-console.js';
import { useHttpServer } from '../support/http-server.js';
import { installed } from './installed.js';

/** The names that jobs use. */
type Common = Record<string, any>;

type Use = (common: Common, origin: string) => unknown;

/** A state that every use starts from. */
const state = () => ({
  data: {
    rows: [
      { id: 1, tags: ['a', 'b'] },
      { id: 2, tags: [] },
    ],
  },
  references: [{ id: 0 }],
});

const schema = (version: string) => ({
  $schema: `https://json-schema.org/${version}/schema`,
  $id: version,
  type: 'object',
  properties: { id: { type: 'string', minLength: 2 } },
  required: ['id', 'name'],
});

const draft07 = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'draft-07',
  type: 'object',
  properties: { id: { type: 'number' } },
  required: ['name'],
};

const csv = '\ufeffname; age \n"Amina; D.";41\n\n José ;7\n';

/** What may well differ when a package is taken apart for a bundle. */
const uses: Record<string, Use> = {
  'each by a path': ({ each }) =>
    each('$.data.rows[*]', (each: any) => ({
      ...each,
      seen: [...(each.seen ?? []), each.data.id, each.index],
    }))(state()),
  'each by a filter': ({ each }) =>
    each('$.data.rows[?(@.id > 1)]', (each: any) => each)(state()),
  'each without data': ({ each }) => each(undefined, () => {}),
  'sourceValue, dataValue and lastReferenceValue': ({
    sourceValue,
    dataValue,
    lastReferenceValue,
  }) => [
    sourceValue('$.data.rows[1].id')(state()),
    dataValue('rows[0].tags[-1:]')(state()),
    lastReferenceValue('id')(state()),
  ],
  'merge, fields and field': ({ merge, fields, field }) =>
    merge('$.data.rows[*]', fields(field('place', 'Lake')))(state()),
  group: ({ group }) => group(state().data.rows, 'tags.length')(state()),
  map: ({ map }) =>
    map('$.data.rows[*]', (row: any, index: number) => [row.id, index])(
      state()
    ),
  'combine and as': ({ combine, as, fn }) =>
    combine(
      as(
        'copy',
        fn((state: any) => ({ ...state, data: 5 }))
      )
    )(state()),
  'assert that fails': ({ assert }) => assert(false, 'no rows')(state()),
  'a cursor that is a date': ({ cursor }) =>
    cursor('2026-03-05T12:00:00Z')(state()),
  'a cursor that is a day, in a format': ({ cursor, dateFns }) =>
    cursor('today', {
      format: (date: Date) => dateFns.format(date, "yyyy 'at' HH:mm"),
    })(state()),
  'a cursor under another key': ({ cursor }) =>
    cursor((state: any) => state.none, { defaultValue: 5, key: 'page' })(
      state()
    ),
  'a cursor under the key that was chosen': ({ cursor }) => cursor(7)(state()),
  'dates, read and written': ({ dateFns }) =>
    dateFns.format(
      dateFns.parse('5 March 2026', 'd MMMM yyyy', new Date(0)),
      'EEEE, do MMM yyyy'
    ),
  'a date that cannot be written': ({ dateFns }) =>
    dateFns.format(new Date('?'), 'yyyy'),
  'all names of dateFns': ({ dateFns }) => Object.keys(dateFns).sort(),
  'all names of http': ({ http }) => Object.keys(http).sort(),
  'CSV as text': ({ parseCsv }) =>
    parseCsv(csv, { delimiter: ';', relax: true })(state()),
  'CSV in chunks of a stream': ({ parseCsv }) =>
    parseCsv(
      Readable.from([csv]),
      { delimiter: ';', chunkSize: 1 },
      (state: any, rows: any[]) => ({
        ...state,
        chunks: [...(state.chunks ?? []), rows],
      })
    )(state()),
  'CSV that is none': ({ parseCsv }) => parseCsv('a,b\n1,"2\n')(state()),
  'base64 there and back': ({ util }) => [
    util.encode({ a: 'ü' }),
    util.decode(util.encode({ a: 'ü' })),
    util.decode('eyJh'),
  ],
  'an identifier': ({ util }) => util.uuid().replace(/[0-9a-f]/g, 'x'),
  'a schema of draft-07': ({ validate }) => validate(draft07, { id: 'a' })({}),
  'a schema of 2019-09': ({ validate }) =>
    validate(schema('draft/2019-09'), { id: 'a' })({}),
  'a schema of 2020-12': ({ validate }) =>
    validate(schema('draft/2020-12'), { id: 'a' })({}),
  'a schema at an address': ({ validate }, origin) =>
    validate(`${origin}/schema`, '$.data')(state()),
  'a schema that is none': ({ validate }) =>
    validate({ $id: 'wrong', type: 'text' }, {})({}),
  'a GET': ({ http }, origin) =>
    http.get(`${origin}/things?a=1`, {
      query: { b: 'x y' },
      headers: { 'x-a': 'b' },
    })(state()),
  'a POST with a password': ({ http }, origin) =>
    http.post(
      `${origin}/things`,
      { a: [1] },
      http.options().json().basic('amina', 'secret')
    )(state()),
  'a request that is refused': ({ http }, origin) =>
    http.request('DELETE', `${origin}/refused`)(state()),
  'a redirect': ({ http }, origin) =>
    http.get(`${origin}/moved`, { maxRedirections: 1 })(state()),
  'a redirect that is not followed': ({ http }, origin) =>
    http.get(`${origin}/moved`)(state()),
  'an address that is none': ({ http }) => http.get('/things')(state()),
};

describe('what the package has of common', () => {
  const ours: Record<string, Common> = {};
  let common: Common;
  const captured = useCapturedConsole();
  const server = useHttpServer();

  before(async () => {
    const { adaptor, project } = await installed();
    const at = (path: string) =>
      import(pathToFileURL(path).href) as Promise<Common>;
    ours.import = await at(join(adaptor, 'dist/index.js'));
    ours.require = createRequire(join(project, 'job.cjs'))(
      '@openfn/language-asana'
    ) as Common;
    common = await at(
      join(project, 'node_modules/@openfn/language-common/dist/index.js')
    );
  });

  beforeEach(() =>
    server.respond((request, response) => {
      const { method, url = '', headers } = request;
      if (url === '/schema') return sendJson(response, 200, draft07);
      if (url === '/refused') return sendJson(response, 409, { why: 'there' });
      if (url === '/moved') {
        return response.writeHead(302, { location: '/things' }).end();
      }
      let body = '';
      request.on('data', chunk => (body += String(chunk)));
      return request.on('end', () =>
        sendJson(response, 200, { method, url, body, headers })
      );
    })
  );

  /** What comes of it, and what is logged by the way. */
  const outcomeOf = async (use: Use, of: Common) => {
    const before = captured.lines.length;
    const result = await tried(() => use(of, server.origin));
    const lines = captured.lines.slice(before);
    return withoutDurations({ result, lines });
  };

  for (const [name, use] of Object.entries(uses)) {
    it(`does the same as common itself: ${name}`, async () => {
      const expected = await outcomeOf(use, common);

      expect(await outcomeOf(use, ours.import!), 'import').to.eql(expected);
      expect(await outcomeOf(use, ours.require!), 'require').to.eql(expected);
    });
  }
});

const sendJson = (response: ServerResponse, status: number, body: object) =>
  response
    .writeHead(status, { 'content-type': 'application/json', date: '' })
    .end(JSON.stringify(body));

async function tried(action: () => unknown): Promise<unknown> {
  try {
    return await action();
  } catch (error) {
    const { name, message } = error as Error;
    return { thrown: name, message, ...(error as object) };
  }
}

/** A duration differs from run to run. */
const withoutDurations = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === 'duration' ? typeof part : part
    )
  );
