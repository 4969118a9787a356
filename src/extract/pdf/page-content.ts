import type { Box, Turn } from '../place.js';

/** One painted glyph in reader coordinates (points). `text` may be several characters (a ligature) or none readable. */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** As a reader sees the glyph. */
  readonly turn: Turn;
  /** Font size in points on the page. */
  readonly size: number;
  /** Number of the showing operator it came from: glyphs of one operator belong together. */
  readonly operator: number;
  /** pdf.js's name of its font: one for each font of the file. */
  readonly font: string;
  /** The font has no such glyph, or no mapping to a character: the text is a guess. */
  readonly unmapped: boolean;
}

/** A straight painted stroke or thin filled rectangle, axis-parallel, in reader coordinates. */
export interface Stroke {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** All that one page paints which matters to a reader of tables. Coordinates in points from the top left as a reader sees it. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly strokes: readonly Stroke[];
  /** Where its images stand, as far as they are seen. */
  readonly images: readonly Box[];
  /** Share of the page covered by its images together, 0 to 1: a scan covers nearly all. */
  readonly imageCover: number;
  /** Painted glyphs that are blanks in the text layer, of fonts in which too many different glyphs are. */
  readonly blanks: number;
  /** Filled or stroked shapes with curves or slanted lines: letters that are drawn instead of written, or ornaments. */
  readonly shapes: number;
  /** Texts of which nothing is known, because their font is damaged or not in the file. */
  readonly lostTexts: number;
}
