import { constants, inflateRawSync } from 'node:zlib';
import { TooLargeError } from '../../../errors.js';
import { MOST_COMPRESSIONS, MOST_PIXELS, MOST_SAMPLES, MOST_STREAM_BYTES } from '../../limits.js';
import { type RawStream, streamsOf } from './find-streams.js';
import { codedPixels } from './image-size.js';
import { brotliBeyond, inflatesBeyond, lzwBeyond, runLengthBeyond } from './measure.js';
import { fromAscii85, fromAsciiHex } from './text-filters.js';

/** The most that a byte can become: a run of 258 in two bits; an LZW code of twelve bits for the longest entry; a run of 128 in two. */
const MOST_BY_DEFLATE = 1032;
const MOST_BY_LZW = 2560;
const MOST_BY_RUNS = 64;

/**
 * Refuses a PDF with a stream that becomes larger than any report needs: pdf.js inflates whole streams into memory, so 1 MB can take the
 * memory of the machine. A stream is judged by its bytes, whatever the file calls it. Those that are too short to reach the limit are not
 * inflated, which are nearly all of an ordinary report. An encrypted file shows nothing here.
 * @throws TooLargeError
 */
export async function checkStreams(bytes: Uint8Array, file: string): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const stream of streamsOf(buffer)) {
    const fault = await faultOf(stream, buffer.subarray(stream.start));
    if (fault !== null) throw new TooLargeError(file, `${fault} (at byte ${stream.start})`);
  }
}

/** @param rest the data of the stream and all behind it: deflated data says itself where it ends */
async function faultOf({ length, dictionary }: RawStream, rest: Uint8Array): Promise<string | null> {
  const isImage = /\/Subtype\s*\/Image\b/.test(dictionary);
  const limit = isImage ? MOST_PIXELS : MOST_STREAM_BYTES;
  const samples = declaredSamples(dictionary);
  if (samples > MOST_SAMPLES) return `a function of ${samples} samples`;
  const pixels = isImage ? declaredPixels(dictionary) : 0;
  if (pixels > MOST_PIXELS) return `an image of ${pixels} pixels`;
  const data = withoutText(rest.subarray(0, length), dictionary) ?? rest;
  const size = data === rest ? length : data.length;
  const coded = codedPixels(data);
  if (coded > MOST_PIXELS) return `an image of ${coded} pixels`;
  const large = `a stream of ${length} bytes becomes more than ${limit}`;
  const times = timesDeflated(data);
  if (times > MOST_COMPRESSIONS) return `a stream that is compressed more than ${MOST_COMPRESSIONS} times over`;
  if (times > 1 || (times === 1 && size * MOST_BY_DEFLATE > limit))
    if (await inflatesBeyond(data, times, limit)) return large;
  if (/\/Br(?:otliDecode)?\b/.test(dictionary) && (await brotliBeyond(data, limit))) return large;
  const own = data.subarray(0, size);
  if (/\/LZW/.test(dictionary) && size * MOST_BY_LZW > limit) {
    const earlyChange = /\/EarlyChange\s+0/.test(dictionary) ? 0 : 1;
    if (lzwBeyond(own, limit, earlyChange)) return large;
  }
  if (/\/(?:RunLengthDecode|RL)\b/.test(dictionary) && size * MOST_BY_RUNS > limit && runLengthBeyond(own, limit))
    return large;
  return null;
}

function declaredPixels(dictionary: string): number {
  const side = (name: string): number =>
    Number(new RegExp(`/${name}\\s+(\\d+)(?!\\d|\\s+\\d+\\s+R)`).exec(dictionary)?.[1] ?? 0);
  return side('Width') * side('Height');
}

/** Of a sampled function (PDF 32000-1, 7.10.2): pdf.js unpacks all of them, whether the stream has them or not. */
function declaredSamples(dictionary: string): number {
  if (!/\/FunctionType\s+0/.test(dictionary)) return 0;
  const sizes = /\/Size\s*\[([\d\s]+)\]/.exec(dictionary)?.[1]?.trim().split(/\s+/) ?? [];
  return sizes.reduce((product, size) => product * Number(size), 1);
}

/** The data behind filters that write bytes as text; `null` where the stream has none of them. */
function withoutText(data: Uint8Array, dictionary: string): Uint8Array | null {
  let decoded: Uint8Array | null = null;
  for (const [filter] of dictionary.matchAll(/\/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/g))
    decoded = /85/.test(filter) ? fromAscii85(decoded ?? data) : fromAsciiHex(decoded ?? data);
  return decoded;
}

/** How often the data is deflated over and over, by the head of each layer; 0 where it is not. */
function timesDeflated(data: Uint8Array): number {
  let head = data.subarray(0, 512);
  let times = 0;
  while (times <= MOST_COMPRESSIONS && isZlib(head)) {
    times++;
    head = inflatedHead(head);
  }
  return times;
}

/** The header of zlib data (RFC 1950), by which pdf.js tells it too. */
function isZlib([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}

function inflatedHead(head: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(head.subarray(2), { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, 512);
  } catch {
    return new Uint8Array(0);
  }
}
