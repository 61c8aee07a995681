import { expect } from 'chai';
import type { Answer, Client, Json } from './client.js';
import { connect, fieldGid, lake, workspaceGid } from './client.js';

async function createPortfolio(
  client: Client,
  data: object = {}
): Promise<Json> {
  const portfolio = { workspace: workspaceGid(client), name: 'Regions' };
  const answer = await client.post('/portfolios', { ...portfolio, ...data });
  if (answer.status !== 201) throw new Error(answer.message);
  return answer.data;
}

const names = ({ data }: Answer) => data.map(({ name }: Json) => name);
const joseph = 'joseph@riverside-relief.example';

describe('a portfolio', () => {
  it('belongs to the one who made it, who is its first member', async () => {
    const client = connect();
    const portfolio = await createPortfolio(client);
    expect(portfolio.owner.name).to.equal('Amina Diallo');
    expect(names({ data: portfolio.members } as Answer)).to.deep.equal([
      'Amina Diallo',
    ]);
    expect(portfolio).to.include({
      public: false,
      privacy_setting: 'members_only',
    });
    expect(portfolio).to.not.have.property('archived');
  });

  it('is listed for its owner alone', async () => {
    const client = connect();
    await createPortfolio(client);
    const path = `/portfolios?workspace=${workspaceGid(client)}&owner=`;
    expect(names(await client.get(`${path}me`))).to.deep.equal(['Regions']);
    expect((await client.get(`${path}${joseph}`)).data).to.deep.equal([]);
  });

  it('has items in an order, each once', async () => {
    const client = connect();
    const { gid } = await createPortfolio(client);
    const inner = await createPortfolio(client, { name: 'Inner' });
    const [first, second] = [...client.asana.store.projects];
    const add = (data: object) =>
      client.post(`/portfolios/${gid}/addItem`, data);
    const items = async () =>
      names(await client.get(`/portfolios/${gid}/items`));
    await add({ item: first!.gid });
    await add({ item: inner.gid });
    await add({ item: second!.gid, insert_before: inner.gid });
    expect(await items()).to.deep.equal([first!.name, second!.name, 'Inner']);
    await add({ item: first!.gid });
    expect(await items()).to.deep.equal([second!.name, 'Inner', first!.name]);
    const { body } = await client.post(`/portfolios/${gid}/removeItem`, {
      item: inner.gid,
    });
    expect(body).to.deep.equal({ data: {} });
    expect(await items()).to.deep.equal([second!.name, first!.name]);
    await client.delete(`/projects/${second!.gid}`);
    expect(await items()).to.deep.equal([first!.name]);
  });

  it('refuses what is no item, and a circle', async () => {
    const client = connect();
    const { gid } = await createPortfolio(client);
    const inner = await createPortfolio(client, { name: 'Inner' });
    const refusal = async (of: string, action: string, item: string) =>
      (await client.post(`/portfolios/${of}/${action}`, { item })).message;
    await client.post(`/portfolios/${gid}/addItem`, { item: inner.gid });
    expect(await refusal(inner.gid, 'addItem', gid)).to.match(/a circle/);
    expect(await refusal(gid, 'removeItem', lake(client).gid)).to.match(
      /^item: Not an item of the portfolio/
    );
    expect(await refusal(gid, 'addItem', workspaceGid(client))).to.match(
      /^item: Not a recognized ID/
    );
  });

  it('has members, told of in the new way and the old one', async () => {
    const client = connect();
    const { gid } = await createPortfolio(client);
    const path = `/portfolios/${gid}`;
    const { data } = await client.post(`${path}/addMembers`, {
      members: joseph,
    });
    expect(data.members).to.have.length(2);
    const old = await client.get(
      `${path}/portfolio_memberships?user=${joseph}`
    );
    expect(old.data[0]).to.deep.include({ access_level: 'viewer' });
    expect(old.data[0].user.name).to.equal('Joseph Okello');
    const { gid: held } = old.data[0];
    const one = await client.get(`/portfolio_memberships/${held}`);
    expect(one.data.portfolio.gid).to.equal(gid);
    const both = await client.get(`/portfolio_memberships?portfolio=${gid}`);
    expect(both.data).to.have.length(2);
    const own = await client.get(
      `/portfolio_memberships?workspace=${workspaceGid(client)}&user=${joseph}`
    );
    expect(own.data).to.have.length(1);
    const fresh = await client.get(`/memberships/${held}`);
    expect(fresh.data.resource_subtype).to.equal('portfolio_membership');
    const left = await client.post(`${path}/removeMembers`, {
      members: joseph,
    });
    expect(left.data.members).to.have.length(1);
    expect((await client.get('/portfolio_memberships')).status).to.equal(400);
    const gone = await client.get(`/portfolio_memberships/${held}`);
    expect(gone.status).to.equal(404);
  });
});

describe('what holds between a project and its portfolio', () => {
  it('is a setting, seen from both ends', async () => {
    const client = connect();
    const { gid } = await createPortfolio(client);
    const item = lake(client).gid;
    await client.post(`/portfolios/${gid}/addItem`, { item });
    const ends = [`/portfolios/${gid}`, `/projects/${item}`];
    const [ofPortfolio, ofProject] = await Promise.all(
      ends.map(end => client.get(`${end}/project_portfolio_settings`))
    );
    expect(ofPortfolio!.data).to.have.length(1);
    expect(ofProject!.data).to.deep.equal(ofPortfolio!.data);
    const path = `/project_portfolio_settings/${ofProject!.data[0].gid}`;
    await client.put(path, { is_access_control_inherited: true });
    const { data } = await client.get(path);
    expect(data.is_access_control_inherited).to.equal(true);
    expect(data.project.gid).to.equal(item);
    await client.post(`/portfolios/${gid}/removeItem`, { item });
    expect((await client.get(path)).status).to.equal(404);
  });

  it('brings the project custom fields of its own', async () => {
    const client = connect();
    const { gid } = await createPortfolio(client);
    const custom_field = fieldGid(client, 'Amount claimed');
    const project = `/projects/${lake(client).gid}`;
    const write = () =>
      client.put(project, { custom_fields: { [custom_field]: 12.5 } });
    expect((await write()).status).to.equal(400);
    await client.post(`/portfolios/${gid}/addCustomFieldSetting`, {
      custom_field,
    });
    const settings = await client.get(
      `/portfolios/${gid}/custom_field_settings`
    );
    expect(settings.data[0].custom_field.name).to.equal('Amount claimed');
    await client.post(`/portfolios/${gid}/addItem`, {
      item: lake(client).gid,
    });
    const { data } = await write();
    expect(data.custom_fields[0]).to.include({ number_value: 12.5 });
    await client.post(`/portfolios/${gid}/removeCustomFieldSetting`, {
      custom_field,
    });
    expect((await client.get(project)).data.custom_fields).to.deep.equal([]);
  });
});

describe('a duplicate of a portfolio', () => {
  it('has the fields, and the members and items that were asked for', async () => {
    const client = connect({ jobPolls: 1 });
    const { gid } = await createPortfolio(client, { color: 'dark-red' });
    const inner = await createPortfolio(client, { name: 'Inner' });
    await client.post(`/portfolios/${gid}/addCustomFieldSetting`, {
      custom_field: fieldGid(client, 'Severity'),
    });
    await client.post(`/portfolios/${gid}/addMembers`, { members: [joseph] });
    for (const item of [lake(client).gid, inner.gid]) {
      await client.post(`/portfolios/${gid}/addItem`, { item });
    }
    const copy = async (include: string) => {
      const { status, data } = await client.post(
        `/portfolios/${gid}/duplicate`,
        { name: 'Copy', include }
      );
      expect([status, data.resource_subtype]).to.deep.equal([
        201,
        'duplicate_portfolio',
      ]);
      const job = await client.get(`/jobs/${data.gid}`);
      const made = `/portfolios/${job.data.new_portfolio.gid}`;
      const items = await client.get(`${made}/items`);
      return { ...(await client.get(made)).data, items: names(items) };
    };
    const whole = await copy('members,child_projects,child_portfolios');
    expect(whole).to.deep.include({
      name: 'Copy',
      color: 'dark-red',
      items: ['Grievances – Lake Region', 'Inner'],
    });
    expect(whole.members).to.have.length(2);
    expect(whole.custom_field_settings).to.have.length(1);
    const bare = await copy('');
    expect(bare.items).to.deep.equal([]);
    expect(bare.members).to.have.length(1);
  });
});
