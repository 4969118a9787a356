import type { RawIndicator } from '../raw.js';
import { evaluationWords, labelWord, type PrintedColumn } from '../words.js';

/** Sign, value and unit of a target are one thing: where one of them is not sure, nothing of it is. */
const TARGET = ['operator', 'target', 'unit'] as const satisfies readonly PrintedColumn[];
const SIGN = /[≥≤=<>≧≦]/u;
/** The beginning of a name, as long as the first line of a wrapped one. */
const BEGINNING = 4;

/** A name of the third level that begins with one of the first or second: a dump of narrow columns runs cells together (质量指标网络运行). */
export function beginsWithLevel({ level3 }: RawIndicator): boolean {
  const { levels1, levels2 } = evaluationWords();
  const form = labelWord(level3?.text ?? '');
  return ['指标', ...levels1, ...levels2].some((level) => form.startsWith(level) && form !== level);
}

/**
 * The columns of a row whose cell may have taken in a part of the cell beside it. `levels`: whether the names of the second level are all
 * where they belong; if not, a part of one may stand in the third.
 */
export function doubtfulColumns(row: RawIndicator, levels: boolean): ReadonlySet<PrintedColumn> {
  const doubtful = new Set<PrintedColumn>();
  const doubt = (...columns: readonly PrintedColumn[]): void => {
    for (const column of columns) if (row[column] !== undefined) doubtful.add(column);
  };
  const blank = (column: PrintedColumn): boolean => row[column]?.text === '';
  if (beginsWithLevel(row) || holdsSign(row) || (!levels && holdsPartOfLevel(row))) doubt('level3', 'target');
  if (blank('operator')) doubt('operator');
  // =100季度100 and nothing beside it, what is missing may stand further left as well; 公里4380 and no unit.
  if (blank('target') || blank('actual')) doubt('level3', 'target', 'actual');
  if (SIGN.test(row.actual?.text ?? '')) doubt('target', 'actual');
  if (blank('unit') && /^\D+\d/u.test(row.actual?.text ?? '')) doubt('unit', 'actual');
  if (TARGET.some((column) => doubtful.has(column))) doubt(...TARGET);
  return doubtful;
}

/** Sign, value and unit of a target, where one of them is lost. */
export function withTarget(lost: ReadonlySet<PrintedColumn>): ReadonlySet<PrintedColumn> {
  return TARGET.some((column) => lost.has(column)) ? new Set([...lost, ...TARGET]) : lost;
}

function holdsSign({ level3 }: RawIndicator): boolean {
  const form = labelWord(level3?.text ?? '');
  return SIGN.test(form) || [...evaluationWords().signs].some((sign) => form !== sign && form.endsWith(sign));
}

function holdsPartOfLevel({ level3 }: RawIndicator): boolean {
  const form = labelWord(level3?.text ?? '');
  const { levels2, columnLevels } = evaluationWords();
  const begins = [...levels2, ...columnLevels].some((level) => form.startsWith(level.slice(0, BEGINNING)));
  return begins || form.includes('指标');
}
