import type { RuledLine } from '../document.js';
import type { Turn } from '../place.js';
import type { GreyImage } from './image.js';

/**
 * A rule found in a picture, in pixels of the straightened page; a {@link RuledLine} in every other respect. Its ends are
 * drawn on to the rules they meet, so that scaled to points it draws the same networks as the rules of a digital page.
 */
export interface PixelRule extends RuledLine {
  /** Of a double line both lines and the gap between them. */
  readonly thickness: number;
  /** Where the rule really runs, since paper curls. */
  readonly course: RuleCourse;
}

/** The middle of a rule, across its direction, at every {@link COURSE_STEP} pixels from `start` on along its direction. */
export interface RuleCourse {
  readonly start: number;
  readonly middles: readonly number[];
}

/** Pixels between two points of a {@link RuleCourse}. */
export const COURSE_STEP = 16;

/** A page ready to be read: upright, straight, of one resolution, its rules known. */
export interface PreparedPage {
  /**
   * Straightened, grey values stretched from ink (0) to paper (255), the background (gradients, shades, dark margins) evened out.
   * A scan that knows black and white only is blurred lightly.
   */
  readonly image: GreyImage;
  /** 1 where there is ink, 0 on paper: the adaptive threshold of `image` (before any blur), rules included. */
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
  /**
   * From a point of `image` to the same point of the page image as it lies in the file, both in pixels. Points are those of
   * boxes: the first pixel reaches from 0 to 1.
   */
  readonly toFile: (x: number, y: number) => { readonly x: number; readonly y: number };
}
