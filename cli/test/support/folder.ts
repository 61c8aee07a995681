import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for each test of the suite that nobody else can look into. */
export function useFolder(): { readonly path: string } {
  let path: string;
  beforeEach(async () => {
    path = await mkdtemp(join(await realpath(tmpdir()), 'openfn-asana-'));
  });
  afterEach(() => rm(path, { recursive: true, force: true }));
  return {
    get path() {
      return path;
    },
  };
}
