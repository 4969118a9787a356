import { pipeline, type Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { FetchFault } from '../fault.js';

/**
 * The content of an answer: decompressed, counted as it comes, given up as soon as there is more than `limit` bytes of it. A few bytes
 * that unpack to gigabytes therefore cost no more than the limit.
 */
export async function* decoded(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const coding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit);
  let read = 0;
  for await (const chunk of unpacked(body, coding)) {
    read += chunk.length;
    if (read > limit) throw tooLarge(limit);
    yield chunk;
  }
}

function unpacked(body: Readable, coding: string): AsyncIterable<Uint8Array> {
  if (coding === '' || coding === 'identity') return body;
  const unpack =
    coding === 'gzip' || coding === 'x-gzip' ? createGunzip() : coding === 'deflate' ? createInflate() : null;
  if (unpack === null) {
    throw new FetchFault('type', `the answer is compressed as "${coding.slice(0, 40)}", which was not asked for`);
  }
  // Errors come out where the result is read.
  return pipeline(body, unpack, () => {});
}

/** An answer that goes on behind the limit. */
export function tooLarge(limit: number): FetchFault {
  return new FetchFault('too-large', `it is larger than ${limit} bytes`);
}
