/** A segment of a JPEG file: marker, length, content. */
const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 0xff,
  ...content,
];

/**
 * A gray JPEG of 8 by 8 pixels, with a comment that makes each one different.
 * One block with nothing but its mean needs one code for the size of the mean
 * (7 bits) and one for "no more": both are the single bit 0.
 */
export function toJpeg(serial: number): Uint8Array<ArrayBuffer> {
  const mean = 64 + (serial % 64);
  const bits = `0${mean.toString(2)}0`.padEnd(16, '1');
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xfe, [...new TextEncoder().encode(`Sample photo ${serial}`)]),
    ...segment(0xdb, [0, ...Array<number>(64).fill(8)]),
    ...segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
    ...segment(0xc4, huffmanTable(0x00, 7)),
    ...segment(0xc4, huffmanTable(0x10, 0)),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    parseInt(bits.slice(0, 8), 2),
    parseInt(bits.slice(8), 2),
    ...[0xff, 0xd9],
  ]);
}

/** A table with a single code, of one bit. */
const huffmanTable = (id: number, symbol: number) => [
  id,
  1,
  ...Array<number>(15).fill(0),
  symbol,
];
