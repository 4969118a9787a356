/** Kinds of picture files. The first four can be read; the others are known so that they can be named. */
export type ImageFormat = 'png' | 'jpeg' | 'tiff' | 'webp' | 'bmp' | 'gif' | 'heif' | 'jpeg2000';

/** What a file begins with, as latin1; `.` stands for any byte. */
const BEGINNINGS: readonly (readonly [ImageFormat, RegExp])[] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  // Little and big endian, and BigTIFF.
  ['tiff', /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/],
  ['webp', /^RIFF.{4}WEBP/s],
  // The length of the file, four bytes of zero, the offset of the pixels: text that begins with BM has no zeros there.
  ['bmp', /^BM.{4}\0{4}/s],
  ['gif', /^GIF8[79]a/],
  ['heif', /^.{4}ftyp(?:heic|heix|heim|heis|hevc|mif1|msf1|avif)/s],
  ['jpeg2000', /^(?:\0\0\0\x0cjP {2}\r\n\x87\n|\xff\x4f\xff\x51)/],
];

/** Which kind of picture a file is, by its first bytes and not by its name; `null` for anything else. */
export function imageFormat(bytes: Uint8Array): ImageFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1');
  return BEGINNINGS.find(([, beginning]) => beginning.test(head))?.[0] ?? null;
}
