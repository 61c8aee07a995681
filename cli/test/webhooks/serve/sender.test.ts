import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { useServers } from '../support/server.js';

describe('What webhooks serve looks at before it is ready', () => {
  const servers = useServers();
  const failureOf = (options: Parameters<typeof servers.start>[0]) =>
    servers.start(options).then(
      () => 'It is ready.',
      ({ message }: Error) => message
    );

  it('is whether there is such a workflow', async () => {
    expect(await failureOf({ workflow: 'nope.json' })).to.equal(
      `There is no workflow ${join(servers.folder, 'nope.json')}.`
    );
    expect(await failureOf({ workflow: '.' })).to.match(/is not a file\.$/);
  });

  for (const header of ['Content-Length: 5', 'host: example.org']) {
    it(`is whether a delivery can be sent with the header ${header}`, async () => {
      await writeFile(join(servers.folder, 'header'), header);
      const message = await failureOf({
        forward: 'https://example.org/i/1',
        forwardHeaderFile: 'header',
      });
      expect(message).to.match(/has the header (Content-Length|host), which/);
    });
  }
});
