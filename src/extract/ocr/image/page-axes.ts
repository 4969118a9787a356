import type { GreyImage, PageImage } from '../image.js';
import { adaptiveInk } from './ink.js';
import { reduced } from './reduce.js';
import { findSkew } from './skew.js';
import { inkBlobs } from './text-blobs.js';
import { transposed } from './transpose.js';

/** Text is looked at in about this resolution: patches of ink are joined at 75 dpi, and which side is up is settled by reading. */
const LOOKING_DPI = 100;
/** A patch so many times longer than broad is a piece of a line of text. */
const LINE = 2.5;
/** Less length of lines than this, in pixels at 75 dpi (4 inches), tells nothing. */
const ENOUGH = 300;

/** The lines of a page run across it as it lies in the file (0), or down it: a quarter turn clockwise sets it upright or on its head (1). */
export type Axis = 0 | 1;

/**
 * Both axes, the likelier one first as far as the picture of a page tells: lines of text are long and narrow, so they tell the
 * axis; which side is up only reading can tell.
 */
export function pageAxes(page: PageImage): readonly [Axis, Axis] {
  const factor = Math.max(1, Math.floor(page.dpi / LOOKING_DPI));
  const small = reduced(page, factor);
  const dpi = page.dpi / factor;
  const ink = adaptiveInk(small, dpi);
  const across = lengthOfLines(small, ink, dpi);
  const onItsSide = { width: small.height, height: small.width };
  const down = lengthOfLines(onItsSide, transposed(ink, small.width, small.height), dpi);
  return across >= down || across + down < ENOUGH ? [0, 1] : [1, 0];
}

/** How long all pieces of horizontal lines of text are together, after the ink has been straightened along them. */
function lengthOfLines(size: Pick<GreyImage, 'width' | 'height'>, ink: Uint8Array, dpi: number): number {
  return inkBlobs(size, ink, dpi, findSkew(size, ink)).boxes.reduce((sum, { left, top, right, bottom }) => {
    const [length, breadth] = [right - left, bottom - top];
    return length > breadth * LINE ? sum + length : sum;
  }, 0);
}
