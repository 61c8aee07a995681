import { expect } from 'chai';
import { createAsana } from '../../src/asana/index.js';
import type { Asana } from '../../src/asana/index.js';
import { hasDescription } from './description.js';
import { complaints } from './schema-check.js';
import { validated } from './validated.js';

const user = { gid: '1', resource_type: 'user', name: 'Ann' };

describe('the check of every response against the description of Asana', () => {
  before(function () {
    if (hasDescription) return;
    console.log(
      '  skipped: ../shared/asana/asana_oas.yaml is not there, so no response of the sandbox is checked against it'
    );
    this.skip();
  });

  it('finds nothing wrong with what is right', () => {
    const body = { data: [user] };
    expect(complaints('getUsers', 200, body, false)).to.deep.equal([]);
  });

  it('finds a value of the wrong type', () => {
    const body = { data: [{ ...user, name: 7 }] };
    expect(complaints('getUsers', 200, body, false)[0]).to.match(
      /^\/data\/0\/name must be string/
    );
  });

  it('finds a property that the record does not have', () => {
    const body = { data: [{ ...user, surname: 'B.' }] };
    expect(complaints('getUsers', 200, body, false)).to.deep.equal([
      "/data/*/surname is not in Asana's description",
    ]);
  });

  it('allows a compact record more only when opt_fields asked for it', () => {
    const body = { data: [{ ...user, email: 'ann@example.org' }] };
    expect(complaints('getUsers', 200, body, false)).to.have.length(1);
    expect(complaints('getUsers', 200, body, true)).to.deep.equal([]);
  });

  it('finds an error that is not in the envelope of errors', () => {
    const body = { message: 'Not Authorized' };
    expect(complaints('getUsers', 401, body, false)).to.not.deep.equal([]);
  });

  it('finds a status that the operation does not have', () => {
    expect(complaints('createTask', 200, { data: {} }, false)).to.deep.equal([
      'createTask has no schema for 200',
    ]);
  });

  it('fails the request whose response is wrong', async () => {
    const asana: Asana = {
      ...createAsana(),
      handle: async () =>
        Response.json({ data: { ...user, gid: 1 } }, { status: 200 }),
    };
    const request = new Request('https://app.asana.com/api/1.0/users/me');
    const failure = await validated(asana)
      .handle(request)
      .then(
        () => undefined,
        (error: Error) => error.message
      );
    expect(failure).to.match(/^GET \/users\/me answered 200 not as Asana/);
  });
});
