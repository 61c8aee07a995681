import { expect } from 'chai';
import { useTool } from './support/tool.js';

describe('The command line of openfn-asana', () => {
  const tool = useTool();

  it('has help for each command', async () => {
    for (const args of [
      [],
      ['login'],
      ['whoami'],
      ['refresh'],
      ['revoke'],
      ['logout'],
    ]) {
      const { code, out, err } = await tool.run([...args, '--help']);
      expect({ code, err }).to.deep.equal({ code: 0, err: '' });
      expect(out).to.match(/^Usage: openfn-asana /);
    }
  });

  it('says in the help of the login how to get an app and a token', async () => {
    const { out } = await tool.run(['login', '--help']);
    expect(out).to.include('https://app.asana.com/0/my-apps');
    expect(out).to.include('http://localhost:8427/callback');
    expect(out).to.include('ASANA_CLIENT_SECRET');
    expect(out).to.include('login --token < ');
  });

  it('fits a terminal of 80 columns', async () => {
    for (const args of [['--help'], ['login', '--help']]) {
      const { out } = await tool.run(args);
      const long = out.split('\n').filter(line => line.length > 80);
      expect(long).to.deep.equal([]);
    }
  });

  it('shows the help when nothing is asked for', async () => {
    const { code, out, err } = await tool.run([]);
    expect({ code, out }).to.deep.equal({ code: 2, out: '' });
    expect(err).to.include('Commands:');
  });

  for (const [args, message] of [
    [
      ['logn'],
      'There is no such command.\nDid you mean: npx openfn-asana login\n',
    ],
    [
      ['frobnicate'],
      'There is no such command.\nSee what there is: npx openfn-asana --help\n',
    ],
    [
      ['whoami', '--jsn'],
      'There is no option --jsn.\nSee what there is: npx openfn-asana whoami --help\n',
    ],
    [
      ['login', '--port', '80000'],
      '--port is wrong. It must be a whole number from 0 to 65535.\nSee what there is: npx openfn-asana login --help\n',
    ],
    [
      ['login', '--timeout', 'long'],
      '--timeout is wrong. It must be a whole number from 1 to 86400.\nSee what there is: npx openfn-asana login --help\n',
    ],
    [
      ['login', '--file'],
      '--file is wrong. Its value is missing.\nSee what there is: npx openfn-asana login --help\n',
    ],
    [
      ['login', '--token', '--client-id', '5'],
      '--token is wrong. --token goes with neither --client-id nor --scope.\nSee what there is: npx openfn-asana login --help\n',
    ],
  ] as const) {
    it(`says what is wrong: ${args.join(' ')}`, async () => {
      expect(await tool.run(args)).to.deep.equal({
        code: 2,
        out: '',
        err: message,
      });
    });
  }

  it('promises no question of a command that asks nothing', async () => {
    const told = async (command: string) =>
      (await tool.run([command, '--token=abc', '--client-secret=abc'])).err;
    expect(await told('whoami')).not.to.include('it asks');
    expect(await told('login')).to.include('it asks');
  });

  for (const args of [
    ['2/12/34:0123456789abcdef'],
    ['whoami', '2/12/34:0123456789abcdef'],
    ['login', '--port', '2/12/34:0123456789abcdef'],
    ['login', '--scope', '2/12/34:0123456789abcdef'],
    ['login', '--base-url', 'http://x:0123456789abcdef@y'],
    ['--0123456789abcdef'],
  ]) {
    it(`does not repeat what was typed: ${args.join(' ')}`, async () => {
      const { code, out, err } = await tool.run(args);
      expect({ code, out }).to.deep.equal({ code: 2, out: '' });
      expect(err).not.to.include('0123456789abcdef');
    });
  }
});
