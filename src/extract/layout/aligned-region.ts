import type { RunLine } from './lines.js';
import { lineText } from './lines.js';
import type { LayoutRun } from './run.js';
import { isCaption, isProse, startsItem, tokenKind } from './text-grid-tokens.js';

/** Consecutive lines that look like one table without rules: its header lines and the lines of its rows. */
export interface AlignedRegion {
  readonly header: readonly RunLine[];
  readonly body: readonly RunLine[];
}

/** Gap between words, in ems, from which they may stand in different columns. */
const COLUMN_GAP = 0.6;
/** Lines further apart than this, in font sizes from bottom to top, belong to different tables. */
const FARTHEST = 3.2;
/** … unless the line has numbers too and nothing stands between: empty rows are invisible without rules. */
const FARTHEST_TOTAL = 16;
/** A table has at least so many lines with numbers, unless one line alone has this many. */
const FEWEST_LINES = 3;
const MANY_NUMBERS = 3;
const MOST_HEADER_LINES = 8;

export function isNumberRun(run: LayoutRun): boolean {
  const kind = tokenKind(run.text.trim());
  return kind === 'amount' || kind === 'integer';
}

/** A line of a row: words apart from each other, at least one of them an amount, or several whole numbers. */
function isRowLine(line: RunLine): boolean {
  const words = wordsOf(line);
  if (isProse(lineText(line))) return false;
  const amounts = words.filter((word) => tokenKind(word) === 'amount').length;
  const integers = words.filter((word) => tokenKind(word) === 'integer').length;
  return words.length >= 2 && (amounts > 0 || integers >= 2) && words.length <= 40;
}

/** The words of a line: runs nearer to each other than a column gap are one, but two numbers never are. */
function wordsOf(line: RunLine): string[] {
  const words: string[] = [];
  let before: LayoutRun | null = null;
  for (const run of line.runs) {
    const near = before !== null && run.box.left - before.box.right < run.size * COLUMN_GAP;
    if (near && !(before && isNumberRun(before) && isNumberRun(run))) words[words.length - 1] += run.text;
    else words.push(run.text);
    before = run;
  }
  return words;
}

/** The regions of a page, from top to bottom. Lines of prose end a region; wrapped ends of labels do not. */
export function alignedRegions(lines: readonly RunLine[]): AlignedRegion[] {
  const ordered = [...lines].sort((a, b) => a.box.top - b.box.top);
  const regions: AlignedRegion[] = [];
  let from = 0;
  while (from < ordered.length) {
    const first = ordered.findIndex((line, index) => index >= from && isRowLine(line));
    if (first < 0) break;
    let last = first;
    let fragments = 0;
    for (let i = first + 1; i < ordered.length; i++) {
      const [line, before] = [ordered[i], ordered[i - 1]];
      if (!line || !before || isCaption(lineText(line))) break;
      if (tooFar(before, line) && !(isRowLine(line) && isSpacedRow(before, line))) break;
      if (isRowLine(line)) {
        last = i;
        fragments = 0;
      } else if (isProse(lineText(line))) break;
      else if (!startsItem(line.runs[0]?.text ?? '') && ++fragments > 4) break;
    }
    // The wrapped end of the last row's label, but not the note or heading that follows.
    while (isWrappedEnd(ordered[last + 1], ordered[last])) last++;
    const body = ordered.slice(first, last + 1);
    const rows = body.filter(isRowLine);
    const numbers = Math.max(...rows.map((line) => line.runs.filter(isNumberRun).length));
    if (rows.length >= FEWEST_LINES || numbers >= MANY_NUMBERS || (rows.length === 2 && numbers >= 2)) {
      const start = headerStart(ordered, first, from);
      const top = bodyStart(ordered, first, start);
      regions.push({ header: ordered.slice(start, top), body: ordered.slice(top, last + 1) });
    }
    from = last + 1;
  }
  return regions;
}

function tooFar(before: RunLine, line: RunLine): boolean {
  return line.box.top - before.box.bottom > sizeOf(line) * FARTHEST;
}

/** A total that stands apart below the empty rows of a list is still a row of it. */
function isSpacedRow(before: RunLine, line: RunLine): boolean {
  const entry = isRowLine(before) || startsItem(before.runs[0]?.text ?? '');
  return entry && line.box.top - before.box.bottom < sizeOf(line) * FARTHEST_TOTAL;
}

function isWrappedEnd(line: RunLine | undefined, before: RunLine | undefined): boolean {
  if (!line || !before) return false;
  const text = lineText(line).trim();
  const near = line.box.top - before.box.bottom < sizeOf(line) * 0.5;
  return (
    near && text.length <= 12 && !/[:：。；，]/.test(text) && !startsItem(text) && line.box.right < before.box.right
  );
}

/** The header goes up to the unit line, a wide gap, a line of prose, or the region before. */
function headerStart(lines: readonly RunLine[], first: number, from: number): number {
  let start = first;
  for (let i = first - 1; i >= from && first - i <= MOST_HEADER_LINES; i--) {
    const [line, below] = [lines[i], lines[i + 1]];
    if (!line || !below || tooFar(line, below)) break;
    const text = lineText(line);
    if (isCaption(text)) return i + 1;
    if (isProse(text)) break;
    start = i;
  }
  // Without a unit line above, what stands over the rows is a title as likely as a header: only lines of several words are header.
  while (start < first && !startsItem(lines[start]?.runs[0]?.text ?? '') && (lines[start]?.runs.length ?? 0) < 2)
    start++;
  return start;
}

/** The first line of a wrapped label may stand above the first number: it begins as an entry and is near. */
function bodyStart(lines: readonly RunLine[], first: number, start: number): number {
  const [line, below] = [lines[first - 1], lines[first]];
  if (first <= start || !line || !below) return first;
  const near = below.box.top - line.box.bottom < sizeOf(line) * 0.6;
  return near && line.runs.some((run) => startsItem(run.text)) ? first - 1 : first;
}

function sizeOf(line: RunLine): number {
  return line.runs[0]?.size ?? 10;
}
