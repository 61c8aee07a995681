import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { coverageTable } from './coverage-table.js';

const file = new URL('../../COVERAGE.md', import.meta.url);
const config = await resolveConfig(file);
const text = await format(coverageTable(), { ...config, parser: 'markdown' });
await writeFile(file, text);
