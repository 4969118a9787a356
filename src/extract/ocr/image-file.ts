import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { DamagedImageError, EmptyFileError, ImageTooLargeError, UnreadableImageError } from '../../errors.js';
import { MOST_PAGES, MOST_PIXELS } from '../limits.js';
import type { PageImage } from './image.js';
import { type ImageFormat, imageFormat } from './image-file-format.js';
import { isBilevel, LONGEST_SIDE } from './picture.js';
import { greyWithoutStamp } from './without-stamp.js';

/** A picture file that was opened: its pages are decoded one at a time, because one may take 100 MB. */
export interface ImageFile {
  readonly format: ImageFormat;
  readonly pages: number;
  /** The picture of a page, counted from 1. @throws the same errors as `openImageFile` */
  readonly read: (page: number) => Promise<PageImage>;
}

const READABLE: ReadonlySet<ImageFormat> = new Set(['png', 'jpeg', 'tiff', 'webp']);

/**
 * Opens a PNG, JPEG, TIFF or WebP file.
 * @throws EmptyFileError, UnreadableImageError (no picture, or of a kind that is not read), ImageTooLargeError, DamagedImageError
 */
export async function openImageFile(bytes: Uint8Array, file: string): Promise<ImageFile> {
  if (bytes.length === 0) throw new EmptyFileError(file);
  const format = imageFormat(bytes);
  if (!format || !READABLE.has(format)) throw new UnreadableImageError(file, format);
  const { pages = 1 } = await metadataOf(bytes, file, 0);
  if (pages > MOST_PAGES) throw new ImageTooLargeError(file, `${pages} pages, and at most ${MOST_PAGES} are read`);
  return { format, pages, read: (page) => readPage(bytes, file, page - 1) };
}

/** All pages of a picture file. @throws the same errors as `openImageFile` */
export async function readImageFile(bytes: Uint8Array, file: string): Promise<readonly PageImage[]> {
  const opened = await openImageFile(bytes, file);
  const pages: PageImage[] = [];
  for (let page = 1; page <= opened.pages; page++) pages.push(await opened.read(page));
  return pages;
}

function optionsOf(page: number): SharpOptions {
  return { page, limitInputPixels: MOST_PIXELS, failOn: 'truncated' };
}

async function metadataOf(bytes: Uint8Array, file: string, page: number): Promise<Metadata> {
  try {
    return await sharp(bytes, optionsOf(page)).metadata();
  } catch (error) {
    throw asImageError(error, file);
  }
}

async function readPage(bytes: Uint8Array, file: string, page: number): Promise<PageImage> {
  const metadata = await metadataOf(bytes, file, page);
  const { width: fullWidth, height: fullHeight } = metadata.autoOrient;
  try {
    // As a reader sees it: turned as the camera noted, on white paper, in the colours of a screen.
    const { data, info } = await sharp(bytes, optionsOf(page))
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const dpi = (dpiOf(metadata.density, fullWidth, fullHeight) * width) / fullWidth;
    const grey = { width, height, data: greyWithoutStamp(data, channels, width * height) };
    return { ...grey, dpi, source: 'file', bilevel: isBilevel(grey) };
  } catch (error) {
    throw asImageError(error, file);
  }
}

/** Resolutions that programs write when they know none. */
const NO_RESOLUTION: ReadonlySet<number> = new Set([72, 96]);
/** Inches of the longer side of the paper that a resolution may be believed for: A6 to A2. */
const SHORTEST_PAPER = 5.5;
const LONGEST_PAPER = 24;
const A4_WIDTH = 8.27;
const A4_HEIGHT = 11.69;

/** Pixels per inch: what the file says if it may be true, otherwise as if the picture were as wide as A4, upright or lying. */
function dpiOf(density: number | undefined, width: number, height: number): number {
  if (density !== undefined && density > 0 && !NO_RESOLUTION.has(Math.round(density))) {
    const paper = Math.max(width, height) / density;
    if (paper >= SHORTEST_PAPER && paper <= LONGEST_PAPER) return density;
  }
  return width / (width > height ? A4_HEIGHT : A4_WIDTH);
}

function asImageError(error: unknown, file: string): Error {
  const detail = error instanceof Error ? error.message : String(error);
  if (/exceeds pixel limit|exceeds channel limit/i.test(detail))
    return new ImageTooLargeError(file, `more than ${MOST_PIXELS / 1_000_000} million pixels`, { cause: error });
  return new DamagedImageError(file, detail.split('\n')[0] ?? detail, { cause: error });
}
