import type { DumpWord } from '../../../extract/document.js';
import type { AlignedLine, Span } from './line.js';

/** The ranges of dump columns that words take, parted by columns that are blank in every line; from left to right. */
export function bandsOf(words: readonly DumpWord[]): Span[] {
  const bands: { left: number; right: number }[] = [];
  for (const { left, right } of [...words].sort((one, other) => one.left - other.left)) {
    const last = bands.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/**
 * The bands of the words of lines; two that touch, and of which no line prints both, are one: columns that stand side by side on a line
 * have a blank between them, but a centred word may begin where a longer one above it has ended.
 */
export function bandsIn(lines: readonly AlignedLine[]): Span[] {
  const joined: Span[] = [];
  for (const band of bandsOf(lines.flatMap(({ words }) => words))) {
    const last = joined.at(-1);
    const prints = (words: readonly DumpWord[], of: Span): boolean => words.some((word) => within(word, of));
    const shared = last === undefined || lines.some(({ words }) => prints(words, last) && prints(words, band));
    if (last === undefined || shared || last.right < band.left) joined.push(band);
    else joined[joined.length - 1] = { left: last.left, right: band.right };
  }
  return joined;
}

export function within(word: Span, band: Span): boolean {
  return word.left >= band.left && word.right <= band.right;
}

/**
 * The columns of a table: a band that holds exactly one head. A band without a head is a part of the column beside it: a short text of
 * a wide column, a word after a blank. It belongs to the one neighbour that it follows after a single blank wherever it stands, or with
 * which it never shares a line. Bands left of all heads are given back apart: vertical words, labels of rows. `null` where columns run
 * into each other, or a band may belong to two columns.
 */
export function columnsUnder(
  heads: readonly Span[],
  lines: readonly AlignedLine[],
): { readonly columns: readonly Span[]; readonly before: readonly Span[] } | null {
  const bands = bandsIn(lines);
  const headsIn = (band: Span): readonly Span[] => heads.filter((head) => within(head, band));
  if (bands.some((band) => headsIn(band).length > 1)) return null;
  const first = bands.findIndex((band) => headsIn(band).length === 1);
  if (first < 0) return null;
  const columns: Span[] = [];
  let waiting: Span[] = [];
  for (const band of bands.slice(first)) {
    if (headsIn(band).length === 0) {
      waiting.push(band);
      continue;
    }
    const parted = partsBetween(waiting, columns.at(-1), band, lines);
    if (parted === null) return null;
    const last = columns.at(-1);
    if (last !== undefined) columns[columns.length - 1] = around([last, ...parted.left]);
    columns.push(around([...parted.right, band]));
    waiting = [];
  }
  const last = columns.at(-1);
  if (waiting.length > 0 && last !== undefined) {
    // Right of the last head only what hangs on its column by single blanks, or never beside it, is a part of it.
    const parted = partsBetween(waiting, last, undefined, lines);
    if (parted === null) return null;
    columns[columns.length - 1] = around([last, ...parted.left]);
  }
  return columns.length === heads.length ? { columns, before: bands.slice(0, first) } : null;
}

function around(spans: readonly Span[]): Span {
  return { left: Math.min(...spans.map(({ left }) => left)), right: Math.max(...spans.map(({ right }) => right)) };
}

function partsBetween(
  bands: readonly Span[],
  left: Span | undefined,
  right: Span | undefined,
  lines: readonly AlignedLine[],
): { readonly left: readonly Span[]; readonly right: readonly Span[] } | null {
  const toLeft: Span[] = [];
  const toRight: Span[] = [];
  for (const band of bands) {
    const side = sideOf(band, left && around([left, ...toLeft]), right, lines);
    if (side === null || (side === 'left' && toRight.length > 0)) return null;
    (side === 'left' ? toLeft : toRight).push(band);
  }
  return { left: toLeft, right: toRight };
}

function sideOf(
  band: Span,
  left: Span | undefined,
  right: Span | undefined,
  lines: readonly AlignedLine[],
): 'left' | 'right' | null {
  const own = lines.filter(({ words }) => words.some((word) => within(word, band)));
  const hangs = own.every(({ words }) => {
    const at = words.findIndex((word) => within(word, band));
    const [before, first] = [words[at - 1], words[at]];
    if (first === undefined || before === undefined || left === undefined) return false;
    return within(before, left) && first.left - before.right === 1 && !reaches(words.slice(at), right);
  });
  if (hangs) return 'left';
  const shares = (column: Span | undefined): boolean =>
    column === undefined || own.some(({ words }) => words.some((word) => within(word, column)));
  const [withLeft, withRight] = [shares(left), shares(right)];
  if (withLeft === withRight) return null;
  return withLeft ? 'right' : 'left';
}

/** Whether words after single blanks lead into a column. */
function reaches(words: readonly DumpWord[], column: Span | undefined): boolean {
  const end = words.findIndex((word, at) => word.left - (words[at - 1]?.right ?? word.left - 1) > 1);
  return column !== undefined && words.slice(0, end < 0 ? words.length : end).some((word) => within(word, column));
}
