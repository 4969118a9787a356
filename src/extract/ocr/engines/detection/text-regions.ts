import type { PixelBox } from '../../image.js';

/** Where the detector sees text: for each pixel the probability that it belongs to the core of a line. */
export interface TextMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** From this probability on a pixel is text. */
const PIXEL = 0.3;

/** A box whose pixels have a lower mean is no text. */
const BOX = 0.5;

/** The detector marks the cores of lines, which are thinner; they are widened by `area * UNCLIP / perimeter` on each side. */
const UNCLIP = 1.6;

/** Thinner cores are specks. */
const THINNEST = 3;

/**
 * Boxes of lines of text in pixels of the map, in no order: connected pixels of text and the rectangle around them, widened
 * (post-processing of DB: Liao and others, 2020, for upright straight pages, where rectangles need no angle).
 */
export function textRegions(map: TextMap): readonly PixelBox[] {
  return cores(map).flatMap((core) => {
    const [width, height] = [core.right - core.left, core.bottom - core.top];
    if (Math.min(width, height) < THINNEST || mean(map, core) < BOX) return [];
    const more = (width * height * UNCLIP) / (2 * (width + height));
    return [
      {
        left: Math.max(0, core.left - more),
        top: Math.max(0, core.top - more),
        right: Math.min(map.width, core.right + more),
        bottom: Math.min(map.height, core.bottom + more),
      },
    ];
  });
}

/** The rectangle around each group of pixels of text that touch each other, corners included. */
function cores({ width, height, data }: TextMap): PixelBox[] {
  const seen = new Uint8Array(data.length);
  const boxes: PixelBox[] = [];
  const isText = (at: number) => (data[at] ?? 0) > PIXEL && seen[at] === 0;
  for (let start = 0; start < data.length; start++) {
    if (!isText(start)) continue;
    seen[start] = 1;
    const waiting = [start];
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (!isText(next)) continue;
          seen[next] = 1;
          waiting.push(next);
        }
      }
    }
    boxes.push({ left, top, right, bottom });
  }
  return boxes;
}

function mean({ width, data }: TextMap, { left, top, right, bottom }: PixelBox): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[y * width + x] ?? 0;
  return sum / ((right - left) * (bottom - top));
}
