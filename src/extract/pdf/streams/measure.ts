import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createInflateRaw } from 'node:zlib';

/** Takes the two bytes of a zlib header away. Its check sum at the end is not looked at either, because pdf.js does not look at it. */
async function* withoutHeader(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = 2;
  for await (const chunk of source) {
    const skipped = Math.min(head, chunk.length);
    head -= skipped;
    if (chunk.length > skipped) yield chunk.subarray(skipped);
  }
}

const CHUNK = 1 << 18;

/**
 * Whether data that was deflated so many times over becomes longer than the limit at any stage. Takes a few hundred kilobytes, however
 * long it becomes. Data that breaks off or is damaged has the length up to there.
 */
export async function inflatesBeyond(data: Uint8Array, times: number, limit: number): Promise<boolean> {
  for (let stages = 1; stages <= times; stages++)
    if (await isBeyond(inflated(inPieces(data), stages), limit)) return true;
  return false;
}

/** The same for Brotli. */
export function brotliBeyond(data: Uint8Array, limit: number): Promise<boolean> {
  return isBeyond(through(inPieces(data), createBrotliDecompress({ chunkSize: CHUNK })), limit);
}

type Pieces = AsyncIterable<Uint8Array>;

function inflated(pieces: Pieces, times: number): Pieces {
  if (times === 0) return pieces;
  return inflated(through(withoutHeader(pieces), createInflateRaw({ chunkSize: CHUNK })), times - 1);
}

function through(pieces: Pieces, decoder: Transform): Pieces {
  // Damaged data shows by the end of what comes out.
  return pipeline(Readable.from(pieces), decoder, () => undefined);
}

async function isBeyond(pieces: Pieces, limit: number): Promise<boolean> {
  let count = 0;
  try {
    for await (const piece of pieces) {
      count += piece.length;
      if (count > limit) return true;
    }
  } catch {
    // Damaged, or at its end before the data is.
  }
  return false;
}

async function* inPieces(data: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += CHUNK) yield data.subarray(at, at + CHUNK);
}

const CLEAR = 256;
const END = 257;
const TABLE = 4096;

/** Whether LZW data (PDF 32000-1, 7.4.4) becomes longer than the limit: only the lengths of the table are kept. */
export function lzwBeyond(data: Uint8Array, limit: number, earlyChange: 0 | 1 = 1): boolean {
  const lengths = new Uint32Array(TABLE).fill(1);
  let next = END + 1;
  let width = 9;
  let before = 0;
  let total = 0;
  let bits = 0;
  let held = 0;
  for (const byte of data) {
    bits = ((bits << 8) | byte) & 0xffffff;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === END) return false;
    if (code === CLEAR) {
      next = END + 1;
      width = 9;
      before = 0;
      continue;
    }
    const length = code < next ? (lengths[code] ?? 1) : before + 1;
    total += length;
    if (total > limit) return true;
    if (before > 0 && next < TABLE) lengths[next++] = before + 1;
    before = length;
    const size = next + earlyChange;
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
  }
  return false;
}

/** Whether run-length data (PDF 32000-1, 7.4.5) becomes longer than the limit. */
export function runLengthBeyond(data: Uint8Array, limit: number): boolean {
  let total = 0;
  for (let at = 0; at < data.length; ) {
    const head = data[at] ?? 128;
    if (head === 128) return false;
    total += head < 128 ? head + 1 : 257 - head;
    if (total > limit) return true;
    at += head < 128 ? head + 2 : 2;
  }
  return false;
}
