/**
 * How often a property is tried with another input; PROPERTY_RUNS says more.
 * A failure prints a seed and a path: PROPERTY_SEED and PROPERTY_PATH bring the
 * same input again.
 */
const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH } = process.env;

export const propertyRuns = {
  numRuns: Number(PROPERTY_RUNS ?? 500),
  ...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED) }),
  ...(PROPERTY_PATH !== undefined && { path: PROPERTY_PATH }),
};
