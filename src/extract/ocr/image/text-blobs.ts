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

function grown(mask: Uint8Array, width: number, height: number): Uint8Array {
  const result = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++)
          if (x + dx >= 0 && x + dx < width && mask[(y + dy) * width + x + dx] === 1) result[y * width + x] = 1;
  return result;
}

function boxesOf(mask: Uint8Array, width: number, height: number): PixelBox[] {
  const boxes: PixelBox[] = [];
  const seen = new Uint8Array(mask.length);
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1 || seen[start] === 1) continue;
    let [left, top, right, bottom] = [width, height, 0, 0];
    const queue = [start];
    seen[start] = 1;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x + 1),
        Math.max(bottom, y + 1),
      ];
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width])
        if (mask[next] === 1 && seen[next] === 0) {
          seen[next] = 1;
          queue.push(next);
        }
    }
    boxes.push({ left, top, right, bottom });
  }
  return boxes;
}
