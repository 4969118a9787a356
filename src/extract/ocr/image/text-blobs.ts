import type { GreyImage, PixelBox } from '../image.js';

/** Patches of ink that lie near each other, at {@link BLOB_DPI} pixels per inch: words and lines of text. */
export interface InkBlobs {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PixelBox[];
}

/** 1 pixel is about a point: characters of one line close up when each pixel grows by one, lines above each other do not. */
const BLOB_DPI = 75;
/** Stretches of ink longer than this at {@link BLOB_DPI} without any gap are rules, as no stroke of a glyph is. */
const LONGEST_STROKE = 30;
/** Share of ink that makes a coarse pixel dark. */
const DARK = 0.12;

/**
 * Joins the ink of a page to patches after taking its rules away. Axes are treated alike, so a page on its side gives the same.
 * @param degrees by which the page must still be turned clockwise to be straight
 */
export function inkBlobs(
  image: Pick<GreyImage, 'width' | 'height'>,
  ink: Uint8Array,
  dpi: number,
  degrees = 0,
): InkBlobs {
  const scale = BLOB_DPI / dpi;
  const width = Math.max(1, Math.ceil(image.width * scale));
  const height = Math.max(1, Math.ceil(image.height * scale));
  const counts = new Uint16Array(width * height);
  const angle = (degrees * Math.PI) / 180;
  const [right, down] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  for (let y = 0; y < image.height; y++) {
    const [startX, startY] = [
      width / 2 - (right * image.width) / 2 - down * (y - image.height / 2),
      height / 2 - (down * image.width) / 2 + right * (y - image.height / 2),
    ];
    for (let x = 0, at = y * image.width; x < image.width; x++, at++) {
      if (ink[at] !== 1) continue;
      const [toX, toY] = [Math.floor(startX + right * x), Math.floor(startY + down * x)];
      if (toX < 0 || toY < 0 || toX >= width || toY >= height) continue;
      counts[toY * width + toX] = (counts[toY * width + toX] ?? 0) + 1;
    }
  }
  const dark = new Uint8Array(counts.length);
  for (let at = 0; at < dark.length; at++) if ((counts[at] ?? 0) * scale * scale >= DARK) dark[at] = 1;
  const text = dark.slice();
  eraseStretches(dark, text, width, height, 1, width);
  eraseStretches(dark, text, height, width, width, 1);
  return { width, height, boxes: boxesOf(grown(text, width, height), width, height) };
}

/** Takes away stretches of dark pixels along one axis; `step` is the way to the next pixel along it, `across` to the next stretch. */
function eraseStretches(
  dark: Uint8Array,
  text: Uint8Array,
  length: number,
  breadth: number,
  step: number,
  across: number,
): void {
  for (let line = 0; line < breadth; line++)
    for (let from = 0; from < length; ) {
      let to = from;
      while (to < length && dark[line * across + to * step] === 1) to++;
      if (to - from > LONGEST_STROKE) for (let at = from; at < to; at++) text[line * across + at * step] = 0;
      from = to + 1;
    }
}

/** The mask with every pixel that touches a dark one, at its corners too: along the rows first, then across them. */
function grown(mask: Uint8Array, width: number, height: number): Uint8Array {
  const along = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * width; x < width; x++, at++)
      along[at] = (mask[at] ?? 0) | (x > 0 ? (mask[at - 1] ?? 0) : 0) | (x < width - 1 ? (mask[at + 1] ?? 0) : 0);
  const result = along.slice();
  for (let at = 0; at < mask.length; at++)
    result[at] = (along[at] ?? 0) | (along[at - width] ?? 0) | (along[at + width] ?? 0);
  return result;
}

function boxesOf(mask: Uint8Array, width: number, height: number): PixelBox[] {
  const boxes: PixelBox[] = [];
  // What was seen is taken out of a copy.
  const left = mask.slice();
  const queue: number[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (left[start] !== 1) continue;
    const box = { left: width, top: height, right: 0, bottom: 0 };
    left[start] = 0;
    queue.push(start);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const y = Math.floor(at / width);
      const x = at - y * width;
      if (x < box.left) box.left = x;
      if (y < box.top) box.top = y;
      if (x >= box.right) box.right = x + 1;
      if (y >= box.bottom) box.bottom = y + 1;
      if (x > 0 && left[at - 1] === 1) queue.push(taken(left, at - 1));
      if (x < width - 1 && left[at + 1] === 1) queue.push(taken(left, at + 1));
      if (left[at - width] === 1) queue.push(taken(left, at - width));
      if (left[at + width] === 1) queue.push(taken(left, at + width));
    }
    boxes.push(box);
  }
  return boxes;
}

function taken(mask: Uint8Array, at: number): number {
  mask[at] = 0;
  return at;
}
