import { transform } from 'esbuild';
import type { Endpoint } from '../../../src/types.js';

export type Table = Readonly<Record<string, Endpoint>>;

/** The rows of an endpoint table, from its source. Nothing is no rows. */
export async function readTable(source: string): Promise<Table> {
  if (source === '') return {};
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  return ((await import(url)) as { endpoints: Table }).endpoints;
}
