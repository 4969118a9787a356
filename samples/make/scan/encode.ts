import sharp from 'sharp';
import type { Picture } from './picture.js';

/** Compressed pixels as a PDF image takes them. */
export interface EncodedImage {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly filter: 'DCTDecode' | 'CCITTFaxDecode';
  readonly channels: 1 | 3;
}

/** Widths of 1-bit pictures are multiples of this, so that a tile of a TIFF can hold one whole. */
export const BILEVEL_STEP = 16;
const TILE_OFFSETS = 324;
const TILE_LENGTHS = 325;

/** A grey or colour picture as a baseline JPEG. */
export async function asJpeg({ width, height, channels, data }: Picture, quality: number): Promise<EncodedImage> {
  const bytes = await sharp(data, { raw: { width, height, channels } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality: Math.round(quality), trellisQuantisation: true, optimiseCoding: true })
    .toBuffer();
  return { width, height, bytes, filter: 'DCTDecode', channels };
}

/**
 * A picture of black and white as CCITT Group 4, whose width must be a multiple of {@link BILEVEL_STEP}: libtiff makes the code, as the
 * one tile of a TIFF file, and the file around it is thrown away. (As strips it would be in ten pieces.)
 */
export async function asGroup4({ width, height, data }: Picture): Promise<EncodedImage> {
  if (width % BILEVEL_STEP !== 0) throw new Error(`expected a width in steps of ${BILEVEL_STEP}, found ${width}`);
  const tiff = await sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({
      compression: 'ccittfax4',
      bitdepth: 1,
      tile: true,
      tileWidth: width,
      tileHeight: Math.ceil(height / BILEVEL_STEP) * BILEVEL_STEP,
    })
    .toBuffer();
  const tags = tagsOf(tiff);
  const [offset, length] = [tags.get(TILE_OFFSETS), tags.get(TILE_LENGTHS)];
  if (offset === undefined || length === undefined) throw new Error('expected a TIFF of one tile, found none');
  return { width, height, bytes: tiff.subarray(offset, offset + length), filter: 'CCITTFaxDecode', channels: 1 };
}

/** Tags with one value of a little-endian TIFF file (TIFF 6.0, section 2). */
function tagsOf(tiff: Buffer): Map<number, number> {
  const directory = tiff.readUInt32LE(4);
  const tags = new Map<number, number>();
  for (let entry = directory + 2; entry < directory + 2 + 12 * tiff.readUInt16LE(directory); entry += 12)
    if (tiff.readUInt32LE(entry + 4) === 1) tags.set(tiff.readUInt16LE(entry), tiff.readUInt32LE(entry + 8));
  return tags;
}
