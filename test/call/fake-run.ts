import { execute } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

/** A fake Asana, a fake clock, and a run of one operation. */
export function useFakeRun() {
  const asana = useFakeAsana();
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();
  return {
    asana,
    time,
    captured,
    run: (operation: Operation, state: State = {}): Promise<State> =>
      execute(operation)({ configuration: freshConfiguration(), ...state }),
  };
}
