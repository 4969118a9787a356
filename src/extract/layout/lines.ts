import { type Box, boxAround } from '../place.js';
import { joinRuns, type LayoutRun } from './run.js';

/** Runs that stand on one line, from left to right. */
export interface RunLine {
  readonly runs: readonly LayoutRun[];
  readonly box: Box;
}

/**
 * Gathers runs into lines: two runs share a line when their heights overlap by more than half of the lower one.
 * Used for prose and inside one cell, never for the rows of a table: there code, label and number of one row
 * stand up to 8 points apart (上海普陀财政局 2024, OnlyOffice).
 */
export function linesOf(runs: readonly LayoutRun[]): RunLine[] {
  const sorted = [...runs].sort((a, b) => middle(a.box) - middle(b.box));
  const lines: { runs: LayoutRun[]; top: number; bottom: number }[] = [];
  for (const run of sorted) {
    const line = lines.findLast((candidate) => overlap(candidate, run.box) > 0.5);
    if (line) {
      line.runs.push(run);
      // A line keeps the band of its first run: small print or a tall bracket must not pull the next line in.
    } else lines.push({ runs: [run], top: run.box.top, bottom: run.box.bottom });
  }
  return lines.map((line) => {
    const inOrder = line.runs.sort((a, b) => a.box.left - b.box.left);
    return { runs: inOrder, box: boxAround(inOrder.map((run) => run.box)) ?? { left: 0, top: 0, right: 0, bottom: 0 } };
  });
}

function middle(box: Box): number {
  return (box.top + box.bottom) / 2;
}

function overlap(band: { readonly top: number; readonly bottom: number }, box: Box): number {
  const shared = Math.min(band.bottom, box.bottom) - Math.max(band.top, box.top);
  return shared / Math.max(0.1, Math.min(band.bottom - band.top, box.bottom - box.top));
}

/** The text of a line outside tables: wide gaps stay as blanks. */
export function lineText(line: RunLine): string {
  return joinRuns(line.runs, true);
}
