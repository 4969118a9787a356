import { halfWidth } from '../../text/full-width.js';
import { evaluationWords, labelWord, type PrintedColumn } from '../words.js';
import { bandsIn } from './bands.js';
import type { Head } from './head.js';
import { levelNames } from './levels.js';
import { type AlignedLine, type Span, textIn } from './line.js';

const NUMBER = /^\d+(\.\d+)?分?$/u;
/** Without these a row says nothing; the sign of a target belongs to it where the table has signs. */
const NEEDED: readonly PrintedColumn[] = ['operator', 'level3', 'target', 'actual', 'weight', 'score'];
const MOST_WAYS = 2;

/**
 * The columns of a page that goes on without a head, or whose head does not stand over them: bands of words in the order of the columns, where exactly one way gives each column
 * what it may hold. Columns may be blank on the page, and a vertical word may stand left of them all. `null` where several ways fit.
 */
export function columnsLike(
  lines: readonly AlignedLine[],
  head: Head<PrintedColumn>,
): ReadonlyMap<PrintedColumn, Span> | null {
  const keys = [...head.keys.keys()];
  if (head.unknown.length > 0) return null;
  const { passing } = evaluationWords();
  const bands = bandsIn(lines);
  const texts = bands.map((band) => lines.map((line) => textIn(line, band)).filter((text) => text !== ''));
  const fits = new Map(keys.map((key) => [key, texts.map((of) => mayHold(key, of))] as const));
  const ways: ReadonlyMap<PrintedColumn, Span>[] = [];
  const go = (band: number, key: number, found: ReadonlyMap<PrintedColumn, Span>): void => {
    if (ways.length >= MOST_WAYS) return;
    const span = bands[band];
    if (span === undefined) {
      if (NEEDED.every((column) => found.has(column) || !head.keys.has(column))) ways.push(found);
      return;
    }
    for (let at = key; at < keys.length; at++) {
      const column = keys[at];
      if (column !== undefined && fits.get(column)?.[band]) go(band + 1, at + 1, new Map([...found, [column, span]]));
    }
    if (band === 0 && passing.has(labelWord((texts[0] ?? []).join('')))) go(1, key, found);
  };
  go(0, 0, new Map());
  const [only, ...others] = ways;
  return only !== undefined && others.length === 0 ? only : null;
}

function mayHold(key: PrintedColumn, texts: readonly string[]): boolean {
  const { signs, levels1, levels2 } = evaluationWords();
  // A name of a level stands in no column but its own.
  const named = texts.some((text) => levels1.has(labelWord(text)) || levels2.has(labelWord(text)));
  if (named && key !== 'level1' && key !== 'level2') return false;
  const numbers = texts.filter((text) => NUMBER.test(halfWidth(text))).length;
  switch (key) {
    case 'level1':
    case 'level2':
      return (
        levelNames(
          key,
          texts.map((text, line) => ({ text, line })),
        ) !== null
      );
    case 'operator':
      return texts.every((text) => signs.has(labelWord(text)));
    case 'weight':
    case 'score':
      return numbers === texts.length;
    case 'level3':
    case 'unit':
    case 'deviation':
      return numbers === 0;
    default:
      return true;
  }
}
