import type { Seed } from '../../sandbox/src/index.js';

/** Its limits are its own, so that a bench can warm up without using any. */
export const warmUpToken = 'warm-up-token';

/** One project, and two people with a token each. */
export const benchSeed: Seed = {
  workspace: { name: 'Bench', isOrganization: false },
  users: [
    { name: 'Amina Diallo', token: 'sandbox-token' },
    { name: 'Warm Up', token: warmUpToken },
  ],
  projects: [{ name: 'Cases', sections: ['New'] }],
};
