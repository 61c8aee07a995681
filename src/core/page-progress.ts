import { environment } from '../http/environment.js';
import type { HttpRequest } from '../http/layer.js';

/** In milliseconds. */
const betweenLines = 5000;

/** Says every five seconds how far the reading of a list has come. */
export function createPageProgress({
  method,
  path,
}: HttpRequest): (records: readonly unknown[]) => void {
  let told = environment.now();
  let pages = 0;
  let count = 0;
  return records => {
    pages++;
    count += records.length;
    const now = environment.now();
    if (now - told < betweenLines) return;
    told = now;
    console.log(
      `${method} ${path}: page ${inWords(pages)}, ${inWords(count)} so far`
    );
  };
}

const inWords = (number: number): string => number.toLocaleString('en-US');
