import { sceneColor } from './scene.js';

/** Blocks of 8 by 8 pixels, each of one color. */
const columns = 20;
const rows = 15;

/**
 * A small JPEG of a scene, which is another one for each number. A block of one
 * color has nothing but its means, so that one code for the size of a mean and
 * one for "no more" are all the Huffman codes there are.
 */
export function toJpeg(serial: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xfe, [...new TextEncoder().encode(`Sample photo ${serial}`)]),
    // The mean of a block counts eight times: this makes it count once.
    ...segment(0xdb, [0, ...Array<number>(64).fill(8)]),
    ...segment(0xc0, [
      ...[8, 0, rows * 8, 0, columns * 8, 3],
      ...[1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0],
    ]),
    ...segment(0xc4, [0x00, ...huffmanTable(sizeBits, sizes)]),
    ...segment(0xc4, [0x10, ...huffmanTable(1, [0])]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...toBytes(encodeBlocks(serial)),
    ...[0xff, 0xd9],
  ]);
}

/** A segment of a JPEG file: marker, length, content. */
const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 0xff,
  ...content,
];

/** How many bits a difference of two means takes: its code is that number. */
const sizes = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const sizeBits = 4;

/** A table whose codes all have so many bits. */
const huffmanTable = (bits: number, symbols: readonly number[]) => [
  ...Array.from({ length: 16 }, (_, at) =>
    at + 1 === bits ? symbols.length : 0
  ),
  ...symbols,
];

const noMore = '0';

/** Each mean is written as its difference from that of the block before. */
function encodeBlocks(serial: number): string {
  let before = [0, 0, 0];
  let bits = '';
  for (let at = 0; at < columns * rows; at += 1) {
    const x = ((at % columns) + 0.5) / columns;
    const y = (Math.floor(at / columns) + 0.5) / rows;
    const means = toMeans(sceneColor(x, y, serial));
    bits += means
      .map((mean, part) => toBits(mean - (before[part] ?? 0)) + noMore)
      .join('');
    before = means;
  }
  return bits;
}

/** Brightness, blue and red as JPEG counts them, around zero. */
const toMeans = ([red, green, blue]: readonly [number, number, number]) =>
  [
    0.299 * red + 0.587 * green + 0.114 * blue - 128,
    -0.1687 * red - 0.3313 * green + 0.5 * blue,
    0.5 * red - 0.4187 * green - 0.0813 * blue,
  ].map(Math.round);

function toBits(difference: number): string {
  if (difference === 0) return code(0);
  const size = Math.abs(difference).toString(2).length;
  // A negative number is its positive counterpart with all bits turned over.
  const value = difference > 0 ? difference : difference + 2 ** size - 1;
  return code(size) + value.toString(2).padStart(size, '0');
}

const code = (size: number) => size.toString(2).padStart(sizeBits, '0');

/** Whole bytes; after 255 a zero, as it would begin a marker otherwise. */
const toBytes = (bits: string): number[] =>
  (bits.match(/.{1,8}/g) ?? [])
    .map(byte => parseInt(byte.padEnd(8, '1'), 2))
    .flatMap(byte => (byte === 0xff ? [byte, 0] : [byte]));
