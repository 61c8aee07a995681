import { expect } from 'chai';
import type { Client } from './client.js';
import { connect, createTask } from './client.js';

function upload(
  client: Client,
  parent: string,
  name: string,
  bytes: Uint8Array
) {
  const body = new FormData();
  body.set('parent', parent);
  body.set('file', new File([bytes], name, { type: 'image/jpeg' }));
  return client.send('POST', '/attachments', { body });
}

const photo = new Uint8Array([0xff, 0xd8, 0, 1, 2, 0xff, 0xd9]);

describe('an attachment', () => {
  it('is uploaded and downloaded byte by byte', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { status, data } = await upload(client, gid, 'well.jpg', photo);
    expect(status).to.equal(200);
    expect(data).to.include({ name: 'well.jpg', host: 'asana', size: 7 });
    expect(data.parent.gid).to.equal(gid);
    const response = await client.asana.handle(new Request(data.download_url));
    expect(response.headers.get('Content-Type')).to.equal('image/jpeg');
    expect(new Uint8Array(await response.arrayBuffer())).to.deep.equal(photo);
  });

  it('is not downloaded without the signature in its address', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { data } = await upload(client, gid, 'well.jpg', photo);
    const guessed = data.download_url.replace(/\/[0-9a-f]{64}\//, '/0/');
    const response = await client.asana.handle(new Request(guessed));
    expect(response.status).to.equal(404);
  });

  it('can have a name in any script, sent URL-encoded', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const name = encodeURIComponent('بئر.jpg');
    const { data } = await upload(client, gid, name, photo);
    expect(data.name).to.equal('بئر.jpg');
  });

  it('can be a link', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const body = new FormData();
    for (const [field, value] of Object.entries({
      parent: gid,
      resource_subtype: 'external',
      name: 'Form',
      url: 'https://kobo.example/form/1',
    })) {
      body.set(field, value);
    }
    const { data } = await client.send('POST', '/attachments', { body });
    expect(data).to.include({
      host: 'external',
      view_url: 'https://kobo.example/form/1',
    });
    expect(data).to.not.have.property('size');
  });

  it('is found by its gid, as it was when it was uploaded', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const uploaded = await upload(client, gid, 'well.jpg', photo);
    const path = `/attachments/${uploaded.data.gid}`;
    const { status, data } = await client.get(path);
    expect(status).to.equal(200);
    expect(data).to.deep.equal(uploaded.data);
    await client.delete(path);
    expect((await client.get(path)).status).to.equal(404);
  });

  it('is listed with its task and gone after its deletion', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { data } = await upload(client, gid, 'well.jpg', photo);
    const path = `/attachments?parent=${gid}`;
    expect((await client.get(path)).data).to.deep.equal([
      {
        gid: data.gid,
        resource_type: 'attachment',
        name: 'well.jpg',
        resource_subtype: 'asana',
      },
    ]);
    await client.delete(`/attachments/${data.gid}`);
    expect((await client.get(path)).data).to.deep.equal([]);
  });

  it('needs a parent and a file', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const send = (fields: Record<string, string>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return client.send('POST', '/attachments', { body });
    };
    expect((await send({ name: 'x' })).message).to.equal(
      'parent: Missing input'
    );
    expect((await send({ parent: gid })).message).to.equal(
      'file: Missing input'
    );
    expect((await send({ parent: '1299999999999999' })).message).to.equal(
      'parent: Unknown object: 1299999999999999'
    );
  });
});
