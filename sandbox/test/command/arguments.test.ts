import { expect } from 'chai';
import { readArguments, usage } from '../../src/command/arguments.js';
import { UsageError } from '../../src/command/usage-error.js';

const refused = (...args: string[]) => {
  try {
    readArguments(args);
    return 'not refused';
  } catch (error) {
    return error instanceof UsageError ? error.message : String(error);
  }
};

describe('The command line of the sandbox', () => {
  it('asks for the demo on the usual port and without limits when it is empty', () => {
    expect(readArguments([])).to.deep.equal({
      port: 4747,
      seed: 'demo',
      plan: 'paid',
      requestsPerMinute: 'off',
      latencyMs: 0,
      events: { delayMs: 0 },
      localWebhooks: true,
      timeScale: 1,
    });
  });

  it('takes every option, with a blank or an equals sign', () => {
    expect(
      readArguments([
        ...['--port', '0', '--seed', 'empty', '--plan=free'],
        ...['--requests-per-minute', '150', '--latency=40'],
        ...['--event-delay=60000', '--local-webhooks', 'off'],
        ...['--time-scale', '60'],
      ])
    ).to.deep.equal({
      port: 0,
      seed: 'empty',
      plan: 'free',
      requestsPerMinute: 150,
      latencyMs: 40,
      events: { delayMs: 60_000 },
      localWebhooks: false,
      timeScale: 60,
    });
    expect(readArguments(['--requests-per-minute', 'off'])).to.include({
      requestsPerMinute: 'off',
    });
  });

  it('asks for help, which names every option', () => {
    expect(readArguments(['--help'])).to.equal('help');
    expect(readArguments(['-h', '--port', '1'])).to.equal('help');
    for (const flag of [
      ...['port', 'seed', 'plan', 'requests-per-minute'],
      ...['latency', 'event-delay', 'local-webhooks', 'time-scale', 'scopes'],
    ])
      expect(usage).to.contain(`--${flag} `);
  });

  it('is refused in one sentence that names the mistake', () => {
    expect(refused('--prot', '1')).to.equal(
      "Unknown option '--prot'. See --help."
    );
    expect(refused('4747')).to.equal("Unexpected argument '4747'. See --help.");
    expect(refused('--port', '80a')).to.equal(
      '--port must be a whole number of at least 0, not "80a".'
    );
    expect(refused('--seed', 'full')).to.equal(
      '--seed must be demo or empty, not "full".'
    );
    expect(refused('--requests-per-minute', '0')).to.equal(
      '--requests-per-minute must be a whole number of at least 1, not "0".'
    );
    expect(refused('--port')).to.match(/--port/);
  });
});
