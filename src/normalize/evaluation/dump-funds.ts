import type { TextLine } from '../../extract/document.js';
import { readAmount } from '../figures/amount.js';
import { halfWidth } from '../text/full-width.js';
import type { FundColumn, PrintedText } from './evaluation.js';
import { lineWords } from './line-words.js';
import type { RawFund } from './raw.js';
import { evaluationWords, labelWord } from './words.js';

const UNIT = { text: '', fenPerUnit: 10_000 };
/** 100 marks, or 100 %, in ten-thousandths. */
const FULL_MARKS = 1_000_000n;
const ONE_PERCENT = 10_000n;

/** The columns that a header line of the funds names, in order; empty for every other line. */
export function fundColumnsIn(line: TextLine): readonly FundColumn[] {
  const { fundColumns } = evaluationWords();
  const columns = lineWords(line).flatMap((word) => fundColumns.get(word) ?? []);
  const telling = columns.includes('executed') && (columns.includes('approved') || columns.includes('adjusted'));
  return telling && new Set(columns).size === columns.length ? columns : [];
}

/**
 * A line of the funds: a label and numbers. A dump leaves blank cells out, so fewer numbers than columns may stand in several ways. The
 * one way counts in which the printed rate is the quotient of execution and budget; without such proof only what all possible ways agree
 * on is kept, the rest is `null`. `null` for a line that is no such row.
 */
export function fundIn(line: TextLine, columns: readonly FundColumn[]): RawFund | null {
  const words = line.text.trim().split(/\s+/u);
  const read = words.map((word) => readAmount(halfWidth(word).replace(/%$/, ''), UNIT));
  const found = read.findIndex(({ reading }) => reading !== 'unreadable');
  const from = found < 0 ? words.length : found;
  const label = words.slice(0, from).join('');
  const values = words.slice(from).map((text, at): Value => ({ text, fen: fenOf(read[from + at]) }));
  const readable = read.slice(from).every(({ reading }) => reading !== 'unreadable');
  if (label === '' || !readable || values.length > columns.length) return null;
  if (values.length === 0 && !evaluationWords().fundRows.has(labelWord(label))) return null;
  const places = [{ page: line.page, box: line.box }];
  const ways = waysOf(columns, values);
  const cells: Partial<Record<FundColumn, PrintedText | null>> = {};
  for (const column of columns) {
    const [text, ...others] = new Set(ways.map((way) => way.get(column)?.text ?? ''));
    cells[column] = text !== undefined && others.length === 0 ? { text, places } : null;
  }
  return { label: { text: label, places }, cells };
}

/** A printed value and its number in ten-thousandths; `null` for a dash. */
interface Value {
  readonly text: string;
  readonly fen: bigint | null;
}
type Way = ReadonlyMap<FundColumn, Value>;

function fenOf(read: ReturnType<typeof readAmount> | undefined): bigint | null {
  return read?.amount == null ? null : BigInt(read.amount.fen);
}

function waysOf(columns: readonly FundColumn[], values: readonly Value[]): readonly Way[] {
  const all = placings(columns, values);
  if (all.length === 1) return all;
  const possible = all.filter((way) => isPossible(columns, way));
  const proven = possible.filter(isProven);
  return proven.length === 1 ? proven : possible;
}

/** All ways to put the values in order under the columns. */
function placings(columns: readonly FundColumn[], values: readonly Value[]): readonly Way[] {
  const [column, value] = [columns.at(-1), values.at(-1)];
  if (value === undefined) return [new Map()];
  if (column === undefined || values.length > columns.length) return [];
  const before = columns.slice(0, -1);
  return [
    ...placings(before, values.slice(0, -1)).map((way) => new Map([...way, [column, value] as const])),
    ...placings(before, values),
  ];
}

/**
 * What the form allows: a score needs something spent, and a weight that is not below it; a rate needs budget and execution, and is no
 * dash where something was spent; a percent sign stands at a rate only.
 */
function isPossible(columns: readonly FundColumn[], way: Way): boolean {
  const at = (column: FundColumn): bigint | null => way.get(column)?.fen ?? null;
  for (const [column, { text }] of way) if (column !== 'rate' && /[%％]$/u.test(text)) return false;
  const [weight, score, rate, executed] = [at('weight'), at('score'), at('rate'), at('executed')];
  if (weight !== null && (weight === 0n || weight > FULL_MARKS)) return false;
  if (score !== null && (weight === null || score > weight || executed === null)) return false;
  if (rate !== null) return executed !== null && at(columns.includes('adjusted') ? 'adjusted' : 'approved') !== null;
  return !(way.has('rate') && executed !== null && executed > 0n);
}

/** Whether the rate is execution / budget within half a percent: enough to tell the columns, whether it is right is for the checks. */
function isProven(way: Way): boolean {
  const [executed, budget, rate] = [way.get('executed'), way.get('adjusted') ?? way.get('approved'), way.get('rate')];
  if (executed?.fen == null || budget?.fen == null || rate?.fen == null || budget.fen <= 0n) return false;
  const gap = executed.fen * FULL_MARKS - rate.fen * budget.fen;
  return 2n * gap <= ONE_PERCENT * budget.fen && -2n * gap <= ONE_PERCENT * budget.fen;
}
