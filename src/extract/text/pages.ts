/** One line of a dump with the page that it was printed on. */
export interface DumpLine {
  readonly page: number;
  /** As dumped, blanks included, without the mark of a page start. May be empty. */
  readonly text: string;
  /** A lone number at the edge of a page: the printed number of the page. */
  readonly pageNumber: boolean;
}

const LONE_NUMBER = /^[-—\s]*(\d{1,4})[-—\s]*$/;
/** The same with the blank that a page break leaves before it. */
const MARKED_NUMBER = /^ [-—]?\d{1,4}[-—]?\s*$/;

/** From this share of blank lines on, a dump puts a blank line below each line of a page. */
const DOUBLE_SPACED = 0.3;

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function loneNumber(text: string): number | null {
  const digits = LONE_NUMBER.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/**
 * Where the printed number stands: the first or the last line of a page that is not blank.
 * Elsewhere a lone number is a cell of a table.
 */
function pageNumberIndex(lines: readonly string[]): number | null {
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  // The foot first: a page that ends in a number and starts with one starts with the cell of a cut row.
  for (const index of [last, first]) {
    const line = lines[index];
    if (line !== undefined && loneNumber(line) !== null) return index;
  }
  return null;
}

function pagesByFormFeed(text: string): string[][] {
  const pages = text.split('\f').map(linesOf);
  // pdftotext ends every page with a form feed, also the last one.
  if (pages.length > 1 && pages.at(-1)?.every(isBlank)) pages.pop();
  return pages;
}

/** Do printed numbers and counted pages differ by the same amount everywhere? Less than two numbers prove nothing. */
function numbersAgree(lines: readonly string[], starts: readonly number[]): boolean {
  const offsets: number[] = [];
  starts.forEach((start, index) => {
    const printed = loneNumber(lines[start] ?? '');
    if (printed !== null) offsets.push(printed - (index + 1));
  });
  return offsets.length >= 2 && offsets.every((offset) => offset === offsets[0]);
}

/** One blank before the line, or one more than before the line above: rows of a table keep their own indent. */
function hasMark(lines: readonly string[], index: number): boolean {
  const indent = indentOf(lines[index] ?? '');
  return indent === 1 || (indent > 1 && indent === indentOf(lines[index - 1] ?? '') + 1);
}

/**
 * Page starts in a dump without form feeds. Some tools put one blank before the text of each page, so the first line
 * of a page has one blank more than others, and in a double-spaced dump no blank line above it (Quanzhou 2023).
 * Where the text of a page begins with its number, blank lines may stand above; such starts are believed when all
 * printed numbers then agree with the count of pages.
 */
function startsByLeadingBlank(lines: readonly string[]): number[] {
  const marked = lines.flatMap((line, index) => (!isBlank(line) && hasMark(lines, index) ? [index] : []));
  const doubleSpaced = lines.filter(isBlank).length / Math.max(1, lines.length) >= DOUBLE_SPACED;
  const first = lines.findIndex((line) => !isBlank(line));
  const direct = doubleSpaced ? marked.filter((index) => !isBlank(lines[index - 1])) : [];
  const numbered = lines.flatMap((line, index) => (MARKED_NUMBER.test(line) ? [index] : []));
  const merge = (more: readonly number[]): number[] =>
    [...new Set([first, ...direct, ...more])].sort((one, other) => one - other);
  if (numbersAgree(lines, merge(numbered))) return merge(numbered);
  // In a single-spaced dump an indented paragraph looks like a page start: only printed numbers can confirm it.
  if (!doubleSpaced && numbersAgree(lines, merge(marked))) return merge(marked);
  return merge([]);
}

function pagesByLeadingBlank(text: string): string[][] {
  const lines = linesOf(text);
  const starts = startsByLeadingBlank(lines);
  return starts.map((start, index) => {
    const head = index === 0 ? 0 : start;
    const page = lines.slice(head, starts[index + 1]);
    const marked = starts.length > 1 && hasMark(lines, start);
    return page.map((line, at) => (marked && head + at === start ? line.slice(1) : line));
  });
}

/**
 * The lines of a dump with their pages, counted from 1: by form feeds where there are any, else by the traces that
 * page breaks leave (see `startsByLeadingBlank`); a dump without traces is one page.
 */
export function pagesOfDump(text: string): DumpLine[][] {
  const pages = text.includes('\f') ? pagesByFormFeed(text) : pagesByLeadingBlank(text);
  return pages.map((lines, index) => {
    const number = pageNumberIndex(lines);
    return lines.map((line, at) => ({ page: index + 1, text: line, pageNumber: at === number }));
  });
}
