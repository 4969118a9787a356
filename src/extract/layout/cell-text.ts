import type { OcrReading } from '../document.js';
import { type Box, boxAround } from '../place.js';
import { linesOf } from './lines.js';
import { joinRuns, type LayoutRun } from './run.js';

/** What a cell prints, and whether its last line fills the cell (so that a following fragment may be its wrapped end). */
export interface CellText {
  readonly text: string;
  readonly box: Box | null;
  readonly confidence: number | null;
  readonly filled: boolean;
  /** Of a cell that holds one recognised run: all its readings. */
  readonly readings?: readonly OcrReading[];
}

const DIGIT = /[\d.,，．０-９]/;

/**
 * The text of one cell: its lines from top to bottom. The lines of a wrapped label or number join without a separator.
 * Two numbers that stand one below the other in one cell are not one number: they are joined only where the upper line
 * leaves no room for the next character and the whole looks like one number, else a blank keeps them apart and the amount reads as unreadable, never silently wrong.
 */
export function cellText(runs: readonly LayoutRun[], cell: Box): CellText {
  if (runs.length === 0) return { text: '', box: null, confidence: null, filled: false };
  const lines = linesOf(runs);
  let text = '';
  let room = 0;
  let size = 1;
  for (const line of lines) {
    const next = joinRuns(line.runs, false);
    const broken = DIGIT.test(text.slice(-1)) && DIGIT.test(next.charAt(0));
    const ambiguous = broken && (room > size * 1.2 || isTwoNumbers(text + next));
    text += text !== '' && ambiguous ? ` ${next}` : next;
    room = cell.right - cell.left - (line.box.right - line.box.left);
    size = line.runs[0]?.size ?? 1;
  }
  const confidences = runs.flatMap((run) => (run.confidence === null ? [] : [run.confidence]));
  const confidence = confidences.length > 0 ? Math.min(...confidences) : null;
  const readings = readingsOf(runs, text, confidence);
  return {
    text,
    box: boxAround(runs.map((run) => run.box)),
    confidence,
    filled: room <= size * 2,
    ...(readings === null ? {} : { readings }),
  };
}

/** The readings of one recognised run stand for the cell; those of several (a wrapped label) do not combine. */
function readingsOf(runs: readonly LayoutRun[], text: string, confidence: number | null): readonly OcrReading[] | null {
  const [first] = runs;
  if (first?.readings === undefined) return null;
  if (runs.length === 1) return first.readings;
  return [{ engine: first.readings[0]?.engine ?? '', text, confidence: confidence ?? 0 }];
}

/** Digits without point or comma, of a length that no classification code has: as likely two numbers as one. */
function isTwoNumbers(joined: string): boolean {
  return /^[\d０-９]+$/.test(joined) && joined.length !== 5 && joined.length !== 7;
}
