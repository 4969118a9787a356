import type { OcrReading } from '../document.js';
import type { Box } from '../place.js';

/** One character (or recognised word) of a run, with its own box: a run is split between parts where a rule crosses it. */
export interface RunPart {
  readonly text: string;
  readonly box: Box;
}

/**
 * A piece of printed text as the layout sees it, upright: its parts stand close together on one baseline.
 * Coordinates in points of the upright page.
 */
export interface LayoutRun {
  readonly text: string;
  readonly box: Box;
  readonly parts: readonly RunPart[];
  /** Font size, points. */
  readonly size: number;
  readonly confidence: number | null;
  /** Every reading of a run that was recognised from an image, the one that `text` repeats first. */
  readonly readings?: readonly OcrReading[];
}

const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F“”‘’—…·]/;

/** Whether a character is set as wide as it is high (Chinese characters and their punctuation). */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/**
 * The runs of one line joined from left to right. Blanks inside Chinese words are letter-spacing (因 公 出 国) and go;
 * between other characters a gap of more than 0.3 em is a blank.
 * @param keepGaps outside tables wide gaps are kept, one blank for each half em, so that columns of a heading line stay apart
 */
export function joinRuns(runs: readonly LayoutRun[], keepGaps: boolean): string {
  let text = '';
  let right = 0;
  for (const run of runs) {
    if (text !== '') {
      const gap = (run.box.left - right) / run.size;
      const wide = isWide(text.slice(-1)) || isWide(run.text.charAt(0));
      if (keepGaps && gap > 0.8) text += ' '.repeat(Math.min(40, Math.max(1, Math.round(gap * 2))));
      else if (!wide && gap > 0.3) text += ' ';
      else if (keepGaps && gap > 0.4) text += ' ';
    }
    text += run.text;
    right = Math.max(run.box.right, right === 0 ? run.box.right : 0);
  }
  return text;
}
