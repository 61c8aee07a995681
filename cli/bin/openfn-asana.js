#!/usr/bin/env node
import { existsSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `openfn-asana needs Node.js 20.19 or newer, and this is ${process.version}. ` +
      'Install a current version from https://nodejs.org and try again.'
  );
  process.exit(1);
}
const { main } = await import(await findProgram());
await main();

/** A package has the program only, and the repository what it is built from. */
async function findProgram() {
  if (!existsSync(new URL('../src/main.ts', import.meta.url))) {
    return new URL('../dist/main.js', import.meta.url).href;
  }
  const { freshProgram } = await import('./fresh-program.js');
  return freshProgram();
}
