import type { TextLine } from '../../extract/document.js';
import { readAmount } from '../figures/amount.js';
import { halfWidth } from '../text/full-width.js';
import type { FundColumn, PrintedText } from './evaluation.js';
import type { RawFund } from './raw.js';
import { evaluationWords, labelWord } from './words.js';

const UNIT = { text: '', fenPerUnit: 10_000 };

/** The columns that a header line of the funds names, in order; empty for every other line. */
export function fundColumnsIn(line: TextLine): readonly FundColumn[] {
  const { fundColumns } = evaluationWords();
  const columns = line.text
    .trim()
    .split(/\s+/u)
    .flatMap((word) => fundColumns.get(labelWord(word)) ?? []);
  const telling = columns.includes('executed') && (columns.includes('approved') || columns.includes('adjusted'));
  return telling && new Set(columns).size === columns.length ? columns : [];
}

/**
 * A line of the funds: a label and numbers. A dump leaves blank cells out, so fewer numbers than columns may stand in several ways; only
 * what all possible ways agree on is kept, the rest is `null`. `null` for a line that is no such row.
 */
export function fundIn(line: TextLine, columns: readonly FundColumn[]): RawFund | null {
  const words = line.text.trim().split(/\s+/u);
  const from = words.findIndex((word) => isValue(word));
  const label = (from < 0 ? words : words.slice(0, from)).join('');
  const values = from < 0 ? [] : words.slice(from);
  if (label === '' || !values.every(isValue) || values.length > columns.length) return null;
  if (from < 0 && !evaluationWords().fundRows.has(labelWord(label))) return null;
  const places = [{ page: line.page, box: line.box }];
  const ways = placings(columns.length, values.length).filter((way) => possible(columns, values, way));
  const cells: Partial<Record<FundColumn, PrintedText | null>> = {};
  for (const [at, column] of columns.entries()) {
    const texts = new Set(ways.map((way) => values[way.indexOf(at)] ?? ''));
    const [text] = texts;
    cells[column] = texts.size === 1 && text !== undefined ? { text, places } : null;
  }
  return { label: { text: label, places }, cells };
}

function isValue(word: string): boolean {
  return readAmount(word.replace(/[%％]$/u, ''), UNIT).reading !== 'unreadable';
}

/** All ways to put `count` values in order into `columns` places. */
function placings(columns: number, count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  if (count > columns) return [];
  return [...placings(columns - 1, count - 1).map((way) => [...way, columns - 1]), ...placings(columns - 1, count)];
}

/**
 * What the form allows: a score needs something spent and a weight that is not below it; a rate needs budget and execution and is their quotient
 * within one percent (which of them it is, is all that is asked here: whether it is right is for the checks); no percent sign elsewhere.
 */
function possible(columns: readonly FundColumn[], values: readonly string[], way: readonly number[]): boolean {
  const at = (column: FundColumn): bigint | null => {
    const text = values[way.indexOf(columns.indexOf(column))];
    const fen = text === undefined ? null : (readAmount(halfWidth(text).replace(/%$/, ''), UNIT).amount?.fen ?? null);
    return fen === null ? null : BigInt(fen);
  };
  const percentElsewhere = values.some((text, index) => /[%％]$/u.test(text) && columns[way[index] ?? -1] !== 'rate');
  if (percentElsewhere) return false;
  const [weight, score, rate] = [at('weight'), at('score'), at('rate')];
  if (score !== null && (weight === null || score > weight)) return false;
  if (weight !== null && (weight === 0n || weight > 1_000_000n)) return false;
  const [executed, budget] = [at('executed'), at('adjusted') ?? at('approved')];
  if (score !== null && executed === null) return false;
  const dashedRate = way.includes(columns.indexOf('rate')) && rate === null;
  // Where something was spent out of a budget, the form prints the rate.
  if (dashedRate && executed !== null && executed > 0n) return false;
  if (rate === null) return true;
  if (executed === null || (columns.includes('adjusted') && at('adjusted') === null) || budget === null) return false;
  if (budget === 0n) return true;
  const gap = executed * 1_000_000n - rate * budget;
  return gap <= 10_000n * budget && -gap <= 10_000n * budget;
}
