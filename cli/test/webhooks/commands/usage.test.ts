import { expect } from 'chai';
import { useTool } from '../../support/tool.js';

describe('the command line of openfn-asana webhooks', () => {
  const tool = useTool();
  const run = (...args: string[]) => tool.run(['webhooks', ...args]);

  for (const [what, args, said] of [
    ['no command', [], 'openfn-asana webhooks --help'],
    ['a command with a slip', ['lst'], 'npx openfn-asana webhooks list'],
    ['a webhook that is not named', ['delete'], 'needs a word after it'],
    ['a resource that is not given', ['create'], '--resource is missing.'],
    ['an option that there is not', ['list', '--all'], 'no option --all'],
  ] as const) {
    it(`says what is wrong with ${what}`, async () => {
      const { code, err } = await run(...args);

      expect(code).to.equal(2);
      expect(err).to.include(said);
    });
  }

  it('shows every command, and examples', async () => {
    const { code, out } = await run('--help');

    expect(code).to.equal(0);
    for (const name of ['serve', 'create', 'list', 'delete', 'reconcile']) {
      expect(out).to.match(new RegExp(`^ {2}${name} `, 'm'));
    }
    expect(out).to.include('--filter task:added');
  });

  it('asks for a login before it does anything else', async () => {
    for (const command of ['list', 'reconcile']) {
      const { code, err } = await run(command);

      expect(code).to.equal(3);
      expect(err).to.include('npx openfn-asana login');
    }
  });
});
