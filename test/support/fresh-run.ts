import { forgetWarnings } from '../../src/core/known-fields.js';
import { forgetClients } from '../../src/http/client.js';

/** Each test is a run of its own: what one learned is not known to the next. */
export const mochaHooks = {
  beforeEach: (): void => {
    forgetClients();
    forgetWarnings();
  },
};
