#!/usr/bin/env node
import { freshProgram } from './fresh-program.js';

const { main } = await import(await freshProgram());
await main();
