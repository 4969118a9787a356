import type { RuledLine } from '../document.js';
import type { Turn } from '../pdf/page-content.js';
import type { GreyImage, PixelBox } from './image.js';

/** A rule found in a picture, in pixels of the straightened page; same directions as {@link RuledLine}. */
export type PixelRule = RuledLine;

/** A cell of a drawn grid in pixels of the straightened page: the paper inside its rules. */
export interface PixelCell {
  readonly box: PixelBox;
}

/** A page ready to be read: upright, straight, of one resolution, its rules known. */
export interface PreparedPage {
  /** Straightened, grey values stretched from ink to paper; background (shades, stamp) evened out. */
  readonly image: GreyImage;
  /** 1 where there is ink, 0 on paper: the adaptive threshold of `image`, rules included. */
  readonly ink: Uint8Array;
  /** Pixels per inch of `image`. */
  readonly dpi: number;
  readonly rules: readonly PixelRule[];
  /** Quarter turns clockwise that the page as it lies in the file must be turned to be upright. */
  readonly turn: Turn;
  /** Degrees that the page was turned (clockwise) after that to be straight. */
  readonly skew: number;
  /** The scan had less than 200 dpi and was enlarged, or knows black and white only: readings are worth less. */
  readonly lowQuality: boolean;
  /** From a point of `image` to the same point of the page image as it lies in the file, both in pixels. */
  readonly toFile: (x: number, y: number) => { readonly x: number; readonly y: number };
}
