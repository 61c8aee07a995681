import { expect } from 'chai';
import { createKobo } from '../../src/kobo/index.js';
import { sampleFacts } from '../../src/kobo/sample/facts.js';

const origin = 'http://127.0.0.1:4000';
const lake = 'aGrievLakeRegion000001';

interface Row {
  readonly _id: number;
  readonly _submission_time: string;
  readonly village: string;
  readonly _attachments: readonly {
    readonly download_url: string;
    readonly download_small_url: string;
    readonly mimetype: string;
  }[];
}

interface Page {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly Row[];
}

describe('KoboToolbox', () => {
  const now = () => Date.parse('2026-06-01T10:00:00.500Z');
  const kobo = createKobo({ baseUrl: () => origin, now });
  const { token } = kobo.access;
  const get = (path: string, authorization = `Token ${token}`) =>
    kobo.handle(
      new Request(new URL(path, origin), { headers: { authorization } })
    );
  const read = async <T>(path: string) => (await get(path)).json() as T;
  const data = (query = '') => `/api/v2/assets/${lake}/data/${query}`;
  const since = (operator: string, time: string) =>
    encodeURIComponent(
      JSON.stringify({ _submission_time: { [operator]: time } })
    );

  afterEach(() => kobo.reset());

  it('lists its forms, with the name of each and the address of its data', async () => {
    const page = await read<{
      count: number;
      results: { uid: string; name: string; data: string }[];
    }>('/api/v2/assets/?format=json');
    expect(page.count).to.equal(3);
    expect(page.results.map(({ uid, name }) => ({ uid, name }))).to.deep.equal(
      kobo.access.forms
    );
    expect(page.results[0]?.data).to.equal(
      `${origin}/api/v2/assets/${lake}/data/`
    );
  });

  it('defines every question, and lists the options of each select', async () => {
    const { content } = await read<{
      content: {
        survey: {
          name: string;
          type: string;
          select_from_list_name?: string;
        }[];
        choices: { list_name: string; name: string; label: string[] }[];
      };
    }>(`/api/v2/assets/${lake}/`);
    const questions = Object.fromEntries(
      content.survey.map(question => [question.name, question])
    );
    expect(questions).to.include.keys(
      ...['case_id', 'reported_on', 'village', 'category', 'channels'],
      ...['severity', 'description', 'amount_claimed', 'consent', 'photo']
    );
    expect(questions.channels?.type).to.equal('select_multiple');
    const optionsOf = (question = '') =>
      content.choices
        .filter(
          ({ list_name: list }) =>
            list === questions[question]?.select_from_list_name
        )
        .map(({ name }) => name);
    expect(optionsOf('category')).to.include.members(['water', 'flood_damage']);
    expect(optionsOf('channels')).to.have.members([
      ...['phone', 'meeting', 'letter', 'radio'],
    ]);
  });

  it('gives out every option of a form in its definition', async () => {
    for (const { uid } of kobo.access.forms) {
      const { content } = await read<{
        content: { choices: { list_name: string; name: string }[] };
      }>(`/api/v2/assets/${uid}/`);
      const { results } = await read<{ results: { category: string }[] }>(
        `/api/v2/assets/${uid}/data/?limit=1000`
      );
      const options = content.choices
        .filter(({ list_name: list }) => list === 'category')
        .map(({ name }) => name);
      expect(options).to.include.members(
        results.map(({ category }) => category)
      );
    }
  });

  it('gives out 100 submissions at a time, and links that lead to all of them', async () => {
    const first = await read<Page>(data());
    expect(first.count).to.equal(110);
    expect(first.results).to.have.length(100);
    expect(first.previous).to.equal(null);
    const second = await read<Page>(first.next ?? '');
    expect(second.results).to.have.length(10);
    expect(second.next).to.equal(null);
    expect(new URL(second.previous ?? '').searchParams.get('start')).to.equal(
      null
    );
    const ids = [...first.results, ...second.results].map(row => row._id);
    expect(new Set(ids).size).to.equal(110);
  });

  it('has no next page after one that ends with the last submission', async () => {
    expect((await read<Page>(data('?limit=110'))).next).to.equal(null);
    expect((await read<Page>(data('?limit=109'))).next).to.not.equal(null);
  });

  it('keeps the query and the size of the page in its links', async () => {
    const page = await read<Page>(
      data(`?limit=20&start=20&query=${since('$gt', '2026-04-01')}`)
    );
    const next = new URL(page.next ?? '');
    expect(Object.fromEntries(next.searchParams)).to.deep.equal({
      limit: '20',
      start: '40',
      query: '{"_submission_time":{"$gt":"2026-04-01"}}',
    });
  });

  it('never gives out more than 1,000 at a time', async () => {
    for (let sent = 0; sent < 900; sent += 1) kobo.access.submit(lake);
    const page = await read<Page>(data('?limit=30000'));
    expect(page.count).to.equal(1010);
    expect(page.results).to.have.length(1000);
  });

  it('gives out what came after a time', async () => {
    const { results } = await read<Page>(data('?limit=1000'));
    const time = results[60]?._submission_time ?? '';
    const later = await read<Page>(data(`?query=${since('$gt', time)}`));
    expect(later.results).to.deep.equal(
      results.filter(row => row._submission_time > time)
    );
    const notBefore = await read<Page>(data(`?query=${since('$gte', time)}`));
    expect(notBefore.count).to.be.greaterThan(later.count);
  });

  it('sorts, and gives out only the fields that are asked for', async () => {
    const page = await read<Page>(
      data('?limit=2&sort={"_id":-1}&fields=["village"]')
    );
    const { results } = await read<Page>(data('?limit=1000'));
    const [last, lastButOne] = [...results].reverse();
    expect(page.results).to.deep.equal([
      { _id: last?._id, village: last?.village },
      { _id: lastButOne?._id, village: lastButOne?.village },
    ]);
  });

  it('refuses a parameter that it cannot read, and names it', async () => {
    const answers = await Promise.all(
      ['query=since', 'sort=_id', 'limit=0', 'start=-1'].map(async wrong => {
        const response = await get(data(`?${wrong}`));
        return [response.status, await response.json()];
      })
    );
    expect(answers).to.deep.equal([
      [400, { query: 'Value must be valid JSON.' }],
      [400, { sort: 'Value must be valid JSON.' }],
      [400, { limit: 'A positive integer is required.' }],
      [400, { start: 'A positive integer is required.' }],
    ]);
  });

  it('gives out a photo of every submission that has one, as a file of its type', async () => {
    const signatures: Record<string, string> = {
      'image/jpeg': 'ffd8ffe0',
      'image/png': '89504e47',
    };
    let photos = 0;
    for (const { uid } of kobo.access.forms) {
      const { results } = await read<Page>(
        `/api/v2/assets/${uid}/data/?limit=1000`
      );
      for (const { _attachments: files } of results) {
        for (const { download_url: url, mimetype } of files) {
          const response = await get(url);
          expect(response.headers.get('content-type')).to.equal(mimetype);
          const bytes = Buffer.from(await response.arrayBuffer());
          expect(bytes.toString('hex', 0, 4)).to.equal(signatures[mimetype]);
          photos += 1;
        }
      }
    }
    expect(photos).to.equal(sampleFacts.photos);
  });

  it('gives out no photo without the token', async () => {
    const { results } = await read<Page>(data('?limit=1000'));
    const file = results.flatMap(row => row._attachments)[0];
    const response = await get(file?.download_small_url ?? '', '');
    expect(response.status).to.equal(401);
  });

  it('lets in the token and a password that is the token, and nobody else', async () => {
    const basic = (user: string) =>
      `Basic ${Buffer.from(user).toString('base64')}`;
    const enter = async (authorization: string) => {
      const response = await get('/api/v2/assets/', authorization);
      const { detail } = (await response.json()) as { detail?: string };
      return [response.status, detail];
    };
    expect(await enter(`Token ${token}`)).to.deep.equal([200, undefined]);
    expect(await enter(basic(`anyone:${token}`))).to.deep.equal([
      200,
      undefined,
    ]);
    expect(await enter('Token wrong')).to.deep.equal([401, 'Invalid token.']);
    expect(await enter(basic('anyone:wrong'))).to.deep.equal([
      401,
      'Invalid username/password.',
    ]);
    expect(await enter(`Bearer ${token}`)).to.deep.equal([
      401,
      'Authentication credentials were not provided.',
    ]);
  });

  it('does not find a form, a submission or a photo that is not there', async () => {
    const paths = [
      '/api/v2/assets/aNone/',
      '/api/v2/assets/aNone/data/',
      data('1/'),
      data('1/attachments/att1/'),
      '/api/v2/unknown/',
    ];
    for (const path of paths) {
      const response = await get(path);
      expect(response.status, path).to.equal(404);
      expect(await response.json()).to.deep.equal({ detail: 'Not found.' });
    }
  });

  it('cannot be written to', async () => {
    const response = await kobo.handle(
      new Request(`${origin}${data()}`, {
        method: 'POST',
        headers: { authorization: `Token ${token}` },
        body: '{}',
      })
    );
    expect(response.status).to.equal(405);
  });

  it('takes a submission from the test, the newest of its form until the reset', async () => {
    const id = kobo.access.submit(lake, { case_id: 'LR-2026-0999' });
    const newest = data('?limit=1&sort={"_id":-1}');
    const { count, results } = await read<Page>(newest);
    expect(count).to.equal(111);
    expect(results[0]).to.include({
      _id: id,
      case_id: 'LR-2026-0999',
      _submission_time: '2026-06-01T10:00:00',
    });
    kobo.reset();
    expect((await read<Page>(newest)).count).to.equal(110);
  });
});
