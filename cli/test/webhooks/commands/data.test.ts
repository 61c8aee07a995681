import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { useTool } from '../../support/tool.js';

describe('A mistyped --data', () => {
  const tool = useTool();

  for (const command of [['list'], ['reconcile'], ['delete', '12']]) {
    it(`is told of by webhooks ${command[0]}, and makes no database`, async () => {
      await tool.put({ token: 'a-token', baseUrl: 'http://127.0.0.1:1' });
      const data = join(tool.home, 'webhoks.db');
      const { code, err } = await tool.run([
        'webhooks',
        ...command,
        '--file',
        tool.file,
        '--data',
        data,
      ]);

      expect(code).to.equal(1);
      expect(err).to.include(`There is no database of webhooks at ${data}.`);
      expect(err).to.include('--data');
      expect(await stat(data).catch(({ code }) => code)).to.equal('ENOENT');
    });
  }
});
