import type { GridCell } from '../../extract/document.js';
import type { GridView } from '../statements/grid-view.js';
import type { PrintedText } from './evaluation.js';
import { type Heads, textOf, under } from './grid-columns.js';
import type { RawEvaluation, RawIndicator } from './raw.js';
import { evaluationWords, labelWord, PRINTED_COLUMNS, type PrintedColumn } from './words.js';

const VALUES: readonly PrintedColumn[] = ['target', 'actual', 'weight', 'score'];

/**
 * Reads a row of the indicators. Its values stand in cells of their own: a row whose cell reaches from the names into the values is
 * something else (评价等级, a remark). Names of the first and second level are carried down where merged cells, or a page break,
 * leave them out.
 */
export function indicatorIn(view: GridView, row: number, heads: Heads<PrintedColumn>, open: RawEvaluation): boolean {
  const at = (column: PrintedColumn): GridCell | null => under(view, row, heads.get(column));
  const values = VALUES.flatMap((column) => at(column) ?? []);
  const name = at('level3') ?? at('level2');
  if (name === null || values.length < 2) return false;
  if (new Set([name, ...values]).size !== values.length + 1) return false;
  const cells: RawIndicator = {};
  for (const column of PRINTED_COLUMNS) {
    const cell = at(column);
    if (cell !== null) cells[column] = textOf(cell);
  }
  const own = Object.values(cells).every(({ text }) => text === '');
  if (own) return false;
  const before = open.indicators.at(-1);
  if (before !== undefined && goesOn(before, cells)) {
    open.indicators[open.indicators.length - 1] = joined(before, cells);
    return true;
  }
  open.indicators.push({ ...cells, ...levels(at, cells, before) });
  return true;
}

/** The rest of a row that a page break cut: text below the names of a row on the page before, and not one value. */
function goesOn(before: RawIndicator, cells: RawIndicator): boolean {
  const pageOf = (row: RawIndicator): number => row.target?.places.at(-1)?.page ?? 0;
  const valueless = VALUES.every((column) => (cells[column]?.text ?? '') === '');
  const finished = cells.level1?.text !== '' && cells.level1?.text !== before.level1?.text && complete(cells.level1);
  return valueless && pageOf(cells) === pageOf(before) + 1 && !finished;
}

function complete(cell: PrintedText | undefined): boolean {
  return evaluationWords().levels1.has(labelWord(cell?.text ?? ''));
}

function joined(before: RawIndicator, rest: RawIndicator): RawIndicator {
  const row: RawIndicator = { ...before };
  for (const column of PRINTED_COLUMNS) {
    const [head, tail] = [before[column], rest[column]];
    if (head && tail && tail.text !== '' && tail.text !== head.text)
      row[column] = { text: head.text + tail.text, places: [...head.places, ...tail.places] };
  }
  return row;
}

function levels(
  at: (column: PrintedColumn) => GridCell | null,
  cells: RawIndicator,
  before: RawIndicator | undefined,
): RawIndicator {
  const blank = { text: '', places: [] };
  const [one, two, three] = [at('level1'), at('level2'), at('level3')];
  const own1 = cells.level1 !== undefined && cells.level1.text !== '';
  const level1 = own1 ? cells.level1 : before?.level1;
  const sameFirst = !own1 || level1?.text === before?.level1?.text;
  // One cell over two levels names the more general one where that is a known word, else the indicator itself.
  if (two !== null && two === one) return { ...(level1 ? { level1 } : {}), level2: blank };
  if (two !== null && two === three && !evaluationWords().levels2.has(labelWord(two.text)))
    return { ...(level1 ? { level1 } : {}), level2: blank };
  const level2 = cells.level2?.text === '' && sameFirst ? before?.level2 : cells.level2;
  const level3 = two !== null && two === three ? blank : cells.level3;
  return { ...(level1 ? { level1 } : {}), ...(level2 ? { level2 } : {}), ...(level3 ? { level3 } : {}) };
}
