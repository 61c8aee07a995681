import { expect } from 'chai';
import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { createClock } from './operations/clock.js';
import { program } from './operations/program.js';
import { runProgram } from './operations/run-program.js';
import { propertyRuns } from './runs.js';

/** In milliseconds of real time: a program that takes longer never ends. */
const longestProgram = 20_000;
/** Leaves some time to look for a smaller program that fails as well. */
const longestRun = 60_000 + 300 * propertyRuns.numRuns;

describe('any program of operations under any faults', () => {
  const clock = createClock();
  let sandbox: Sandbox;
  const captured = useCapturedConsole();
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

  before(async () => {
    sandbox = await startSandbox({ now: () => clock.now() });
    process.on('unhandledRejection', onUnhandled);
  });
  after(async () => {
    process.off('unhandledRejection', onUnhandled);
    await sandbox.close();
  });

  it('does each thing once, or says truly that it did not or may have', async () => {
    await fc.assert(
      fc.asyncProperty(program, async given => {
        await runProgram(sandbox, clock, given);
        expect(unhandled).to.eql([]);
        const lines = captured.lines.splice(0).join('\n');
        expect(lines).to.not.include(sandbox.token);
      }),
      {
        ...propertyRuns,
        timeout: longestProgram,
        interruptAfterTimeLimit: longestRun,
        markInterruptAsFailure: true,
      }
    );
  }).timeout(longestRun + 2 * longestProgram);
});
