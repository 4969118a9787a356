import { evaluationWords, type Lexicon, labelWord } from '../words.js';
import { bandsIn, columnsUnder, within } from './bands.js';
import type { AlignedLine, Span } from './line.js';

/** A column head may be wrapped over so many lines. */
const MOST_LINES = 8;
/** A part of a vertical word beside a head has so many characters at most, unless it is a known one. */
const LONGEST_BESIDE = 4;

/** The head of a block: its lines among the lines given, and where each head word stands. */
export interface Head<Key extends string> {
  readonly from: number;
  /** The first line below it. */
  readonly to: number;
  readonly keys: ReadonlyMap<Key, Span & { readonly text: string }>;
  /** Heads of columns that no list knows (备注). */
  readonly unknown: readonly Span[];
}

/** The columns of a block on one page: by key, and the bands left of them all. */
export interface Columns<Key extends string> {
  readonly of: ReadonlyMap<Key, Span>;
  readonly before: readonly Span[];
}

/**
 * The first head in the lines whose words, wrapped ones joined down their column, name what `isHead` asks for. Of the windows of lines
 * around it that one counts which names most columns and leaves the least unknown.
 */
export function headIn<Key extends string>(
  lines: readonly AlignedLine[],
  lexicon: Lexicon<Key>,
  isHead: (keys: ReadonlySet<Key>) => boolean,
): Head<Key> | null {
  const parts = [...lexicon.keys()].join('\n');
  const telling = lines.map(({ words }) => words.some(({ text }) => parts.includes(labelWord(text))));
  let best: Head<Key> | null = null;
  for (let from = 0; from < lines.length; from++) {
    // Windows that begin below the first one found can name no more than it.
    if (best !== null && from > best.from + MOST_LINES) break;
    if (!telling[from]) continue;
    for (let to = from + 1; to <= Math.min(from + MOST_LINES, lines.length); to++) {
      if (!telling[to - 1] || lines[to - 1]?.page !== lines[from]?.page) break;
      const head = headOf(lines, from, to, lexicon);
      if (head !== null && isHead(new Set(head.keys.keys())) && (best === null || betters(head, best))) best = head;
    }
  }
  return best;
}

function betters<Key extends string>(one: Head<Key>, other: Head<Key>): boolean {
  if (one.keys.size !== other.keys.size) return one.keys.size > other.keys.size;
  if (one.unknown.length !== other.unknown.length) return one.unknown.length < other.unknown.length;
  return one.to - one.from > other.to - other.from;
}

function headOf<Key extends string>(
  lines: readonly AlignedLine[],
  from: number,
  to: number,
  lexicon: Lexicon<Key>,
): Head<Key> | null {
  const own = lines.slice(from, to);
  const words = own.flatMap((line) => line.words);
  const keys = new Map<Key, Span & { readonly text: string }>();
  const unknown: Span[] = [];
  for (const band of bandsIn(own)) {
    const text = words
      .filter((word) => within(word, band))
      .map((word) => word.text)
      .join('');
    const key = lexicon.get(labelWord(text));
    if (key === undefined) {
      // A text left of all heads is the first line below them.
      if (keys.size === 0 && !isBeside(text)) return null;
      // A part of a head word is cut off from its other lines.
      if (keys.size > 0 && [...lexicon.keys()].some((word) => word.includes(labelWord(text)))) return null;
      if (keys.size > 0) unknown.push(band);
    } else if (keys.has(key)) return null;
    else keys.set(key, { ...band, text });
  }
  return { from, to, keys, unknown };
}

/** Whether a text is a vertical word beside the heads, or a part of one: 项目资金（万元）, 体目标. */
function isBeside(text: string): boolean {
  const form = labelWord(text);
  const known = [...evaluationWords().passing].some((word) => word.includes(form) || form.startsWith(word));
  return known || text.length <= LONGEST_BESIDE;
}

/** A head may stand so many columns beside its column: a dump shifts the rest of a line whose beginning is long. */
const SHIFT = 2;

/**
 * The columns under a head in the lines of its page, head included. Where the head is shifted against its columns, the columns of the
 * lines below it count, if there are as many, in order and near their heads. `null` where columns run into each other.
 */
export function columnsOf<Key extends string>(head: Head<Key>, lines: readonly AlignedLine[]): Columns<Key> | null {
  const keys = [...head.keys.keys()];
  const spans: Span[] = [...head.keys.values(), ...head.unknown];
  const order = spans.map((_, at) => at).sort((a, b) => (spans[a]?.left ?? 0) - (spans[b]?.left ?? 0));
  const sorted = order.flatMap((at) => spans[at] ?? []);
  const found = columnsUnder(spans, lines) ?? columnsBelow(sorted, lines.slice(head.to - head.from));
  if (found === null) return null;
  const of = new Map<Key, Span>();
  for (const [column, at] of order.entries()) {
    const [key, span] = [keys[at], found.columns[column]];
    if (key !== undefined && span !== undefined) of.set(key, span);
  }
  return { of, before: found.before };
}

function columnsBelow(
  heads: readonly Span[],
  lines: readonly AlignedLine[],
): { readonly columns: readonly Span[]; readonly before: readonly Span[] } | null {
  const bands = bandsIn(lines);
  const columns = bands.slice(-heads.length);
  const near = columns.every(({ left, right }, at) => {
    const head = heads[at];
    return head !== undefined && left - head.right <= SHIFT && head.left - right <= SHIFT;
  });
  return columns.length === heads.length && near ? { columns, before: bands.slice(0, -heads.length) } : null;
}
