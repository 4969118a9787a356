import { halfWidth } from '../../text/full-width.js';
import type { PrintedText } from '../evaluation.js';
import type { RawIndicator } from '../raw.js';
import { PRINTED_COLUMNS, type PrintedColumn } from '../words.js';
import { type AlignedLine, cellOf, placesOf, type Span, textIn } from './line.js';
import type { KnownRow } from './merged-cells.js';
import { type CutRows, cutRows } from './row-cuts.js';
import { wrappedColumn } from './wrapped-column.js';

/** Where the columns of the indicators stand on a page. */
export type Columns = ReadonlyMap<PrintedColumn, Span>;

const MARKS: readonly PrintedColumn[] = ['weight', 'score'];
const MARK = /^\d+(\.\d+)?分?$/u;

/** A row of the indicators, without its levels. */
interface IndicatorRow {
  readonly cells: RawIndicator;
  readonly known: KnownRow;
  /** The columns whose cell is not sure. */
  readonly lost: ReadonlySet<PrintedColumn>;
}

/** The rows of a page, and how their cells stand in them. */
export interface IndicatorRows extends Pick<CutRows, 'inMiddle' | 'atTop'> {
  readonly rows: readonly IndicatorRow[];
}

/**
 * The rows of the indicators in the lines of a page: one for each line with marks 分值 and 得分, its other cells wrapped around this line.
 * `null` where marks are no numbers or stand in the columns beside their own.
 */
export function rowsOf(lines: readonly AlignedLine[], columns: Columns): IndicatorRows | null {
  const marks = lines.map((line) => MARKS.map((column) => textAt(line, columns.get(column))));
  const anchors = marks.flatMap((texts, at) => (texts.some((text) => text !== '') ? [at] : []));
  const texts = anchors.map((at) => marks[at] ?? []);
  // A row without a weight has its marks on two lines, or in the columns beside their own.
  if (
    texts.some(([weight = '']) => weight === '') ||
    texts.some((of) => of.some((text) => text !== '' && !MARK.test(halfWidth(text))))
  )
    return null;
  const wrapped = PRINTED_COLUMNS.filter(
    (column) => columns.has(column) && !MARKS.includes(column) && column !== 'level1' && column !== 'level2',
  );
  const spans = wrapped.flatMap((column) => columns.get(column) ?? []);
  const { rows: cuts, ...habit } = cutRows(
    anchors,
    spans.map((span) => wrappedColumn(lines, span)),
  );
  const rows = anchors.map((anchor, row): IndicatorRow => {
    const cells: RawIndicator = {};
    const lost = new Set<PrintedColumn>();
    for (const column of MARKS) {
      const span = columns.get(column);
      const line = lines[anchor];
      if (span !== undefined && line !== undefined) cells[column] = placed(cellOf([line], span), [line]);
    }
    for (const [at, column] of wrapped.entries()) {
      const [own, span] = [cuts[row]?.[at], spans[at]];
      const cell =
        own == null || span === undefined
          ? null
          : cellOf(
              own.flatMap((line) => lines[line] ?? []),
              span,
            );
      if (cell === null) lost.add(column);
      else cells[column] = placed(cell, [lines[anchor]]);
    }
    return { cells, known: { anchor, cells: cuts[row] ?? [] }, lost };
  });
  return rows.length > 0 && isWhole(rows) ? { rows, ...habit } : null;
}

/** Each row says what it is about; no column of values is blank from end to end, and none holds what belongs beside it. */
function isWhole(rows: readonly IndicatorRow[]): boolean {
  const blank = (column: PrintedColumn): boolean => rows.every(({ cells }) => cells[column]?.text === '');
  if (blank('target') || blank('actual') || blank('score')) return false;
  return rows.every(
    ({ cells: { level3, target, actual, deviation } }) =>
      level3?.text !== '' &&
      !(target?.text === '' && actual?.text === '') &&
      !MARK.test(halfWidth(deviation?.text ?? '')),
  );
}

function textAt(line: AlignedLine, span: Span | undefined): string {
  return span === undefined ? '' : textIn(line, span);
}

/** A blank cell stands where its row stands. */
function placed(cell: PrintedText, lines: readonly (AlignedLine | undefined)[]): PrintedText {
  return cell.places.length > 0 ? cell : { ...cell, places: placesOf(lines.flatMap((line) => line ?? [])) };
}
