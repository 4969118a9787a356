import type { PageOcr, RuledLine } from '../document.js';
import type { LayoutRun } from '../layout/run.js';
import type { Matrix } from '../pdf/matrix.js';
import type { LineImage } from './engine.js';

/**
 * What was read on the picture of one page. Plain data: it travels between processes and is kept in the cache.
 * Runs and rules stand in points of the upright, straight page, as the layout wants them.
 */
export interface OcrPage {
  readonly ocr: PageOcr;
  readonly runs: readonly LayoutRun[];
  readonly rules: readonly RuledLine[];
  /** Lines of ink, as long and high as writing, in which nothing was read and which are no run. */
  readonly unseen: number;
  /** From a point of the upright, straight page to the page as a reader sees it; both in points. */
  readonly toReader: Matrix;
}

/** The pictures of the lines of a page by the index of their run, for a second reading; not kept in the cache. */
export type RunImages = ReadonlyMap<number, LineImage>;
