import { expect } from 'chai';
import { createKobo } from '../../src/kobo/index.js';

const origin = 'http://127.0.0.1:4000';
const form = 'aGrievLakeRegion000001';

interface Row {
  readonly _id: number;
  readonly _validation_status: object;
}

describe('The validation of submissions in KoboToolbox', () => {
  const now = () => Date.parse('2026-06-01T10:00:00.500Z');
  const kobo = createKobo({ baseUrl: () => origin, now });
  const approved = {
    timestamp: 1780308000,
    uid: 'validation_status_approved',
    by_whom: 'grievance_desk',
    label: 'Approved',
  };
  let id = 0;

  const send = async (
    method: string,
    path: string,
    body?: object,
    token = kobo.access.token
  ): Promise<[status: number, body: unknown]> => {
    const response = await kobo.handle(
      new Request(`${origin}/api/v2/assets/${form}/data/${path}`, {
        method,
        headers: { authorization: `Token ${token}` },
        body: body && JSON.stringify(body),
      })
    );
    const text = await response.text();
    return [response.status, text && JSON.parse(text)];
  };
  const set = (uid: unknown, token?: string) =>
    send(
      'PATCH',
      `${id}/validation_status/`,
      { 'validation_status.uid': uid },
      token
    );
  const setMany = (ids: unknown, uid: unknown, method = 'PATCH') =>
    send(method, 'validation_statuses/', {
      payload: { submission_ids: ids, 'validation_status.uid': uid },
    });
  const read = () => send('GET', `${id}/validation_status/`);

  beforeEach(() => {
    kobo.reset();
    id = kobo.access.submit(form, { case_id: 'LR-2026-0999' });
  });

  it('is an empty object until somebody sets it', async () => {
    expect(await read()).to.deep.equal([200, {}]);
  });

  it('is set with label, time and author, and stands in the submission', async () => {
    expect(await set('validation_status_approved')).to.deep.equal([
      200,
      approved,
    ]);
    expect(await read()).to.deep.equal([200, approved]);
    const [, row] = await send('GET', `${id}/`);
    expect((row as Row)._validation_status).to.deep.equal(approved);
  });

  it('can be taken away', async () => {
    await set('validation_status_on_hold');
    expect(await send('DELETE', `${id}/validation_status/`)).to.deep.equal([
      204,
      '',
    ]);
    expect(await read()).to.deep.equal([200, {}]);
  });

  it('is one of three', async () => {
    expect(await set('validation_status_fine')).to.deep.equal([
      400,
      { detail: 'Invalid validation status: `validation_status_fine`' },
    ]);
    expect(await set(undefined)).to.deep.equal([
      400,
      { detail: 'Invalid validation status: `None`' },
    ]);
    expect(await read()).to.deep.equal([200, {}]);
  });

  it('is not there for a submission that is not there', async () => {
    id = 1;
    const answer = [404, { detail: 'No submission found with ID: 1' }];
    expect(await read()).to.deep.equal(answer);
    expect(await set('validation_status_approved')).to.deep.equal(answer);
  });

  it('is read and not set by who may only look', async () => {
    const { viewerToken } = kobo.access;
    const refused = [
      403,
      { detail: 'You do not have permission to perform this action.' },
    ];
    expect(await set('validation_status_approved', viewerToken)).to.deep.equal(
      refused
    );
    expect(
      await send('PATCH', 'validation_statuses/', {}, viewerToken)
    ).to.deep.equal(refused);
    expect(
      await send('GET', `${id}/validation_status/`, undefined, viewerToken)
    ).to.deep.equal([200, {}]);
  });

  it('is set for many at once, and those that are gone do not count', async () => {
    const other = kobo.access.submit(form);
    expect(
      await setMany([id, other, 1], 'validation_status_approved')
    ).to.deep.equal([200, { detail: '2 submissions have been updated' }]);
    expect(await read()).to.deep.equal([200, approved]);
    expect(await setMany([id], null, 'DELETE')).to.deep.equal([
      200,
      { detail: '1 submissions have been updated' },
    ]);
    expect(await read()).to.deep.equal([200, {}]);
  });

  it('is not set for many without saying for which, or what', async () => {
    const statuses = [
      await setMany([], 'validation_status_approved'),
      await setMany([id], undefined),
      await send('PATCH', 'validation_statuses/', { submission_ids: [id] }),
    ].map(([status]) => status);
    expect(statuses).to.deep.equal([400, 400, 400]);
  });

  it('can be asked for', async () => {
    kobo.access.validate(form, id, 'validation_status_on_hold', 'maria');
    const query = { '_validation_status.uid': 'validation_status_on_hold' };
    const [, page] = await send(
      'GET',
      `?query=${encodeURIComponent(JSON.stringify(query))}`
    );
    expect((page as { results: Row[] }).results).to.have.length(1);
    expect((page as { results: Row[] }).results[0]).to.deep.include({
      _id: id,
      _validation_status: {
        timestamp: 1780308000,
        uid: 'validation_status_on_hold',
        by_whom: 'maria',
        label: 'On hold',
      },
    });
  });

  it('is not set by hand for a submission that is not there', () => {
    expect(() => kobo.access.validate(form, 1, null)).to.throw(RangeError);
  });
});

describe('A submission that is edited in KoboToolbox', () => {
  let time = Date.parse('2026-06-01T10:00:00Z');
  const kobo = createKobo({ baseUrl: () => origin, now: () => time });

  const read = async (id: number) => {
    const response = await kobo.handle(
      new Request(`${origin}/api/v2/assets/${form}/data/${id}/`, {
        headers: { authorization: `Token ${kobo.access.token}` },
      })
    );
    return (await response.json()) as Record<string, unknown>;
  };

  it('gets another uuid, and keeps its number, its time and its status', async () => {
    const id = kobo.access.submit(form, { village: 'Three Wells' });
    kobo.access.validate(form, id, 'validation_status_on_hold');
    const before = await read(id);
    time += 3_600_000;
    kobo.access.edit(form, id, { village: 'Goat Pass' });
    const after = await read(id);

    expect(after._uuid).not.to.equal(before._uuid);
    expect(after).to.deep.include({
      _id: id,
      village: 'Goat Pass',
      description: before.description,
      _submission_time: before._submission_time,
      _validation_status: before._validation_status,
      'meta/instanceID': `uuid:${String(after._uuid)}`,
      'meta/deprecatedID': before['meta/instanceID'],
      'meta/rootUuid': before['meta/instanceID'],
    });
  });

  it('names its last uuid and its first one after several edits', async () => {
    const id = kobo.access.submit(form);
    const first = await read(id);
    kobo.access.edit(form, id, { village: 'Goat Pass' });
    const second = await read(id);
    kobo.access.edit(form, id, { village: 'Three Wells' });

    expect(await read(id)).to.include({
      'meta/deprecatedID': second['meta/instanceID'],
      'meta/rootUuid': first['meta/instanceID'],
    });
  });

  it('must be there', () => {
    expect(() => kobo.access.edit(form, 1, {})).to.throw(RangeError);
    expect(() => kobo.access.remove(form, 1)).to.throw(RangeError);
  });

  it('is not found after it was deleted', async () => {
    const id = kobo.access.submit(form);
    kobo.access.remove(form, id);
    expect(await read(id)).to.deep.equal({ detail: 'Not found.' });
  });
});
