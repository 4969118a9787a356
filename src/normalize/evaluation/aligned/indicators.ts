import { halfWidth } from '../../text/full-width.js';
import type { PrintedText } from '../evaluation.js';
import type { RawEvaluation, RawIndicator } from '../raw.js';
import { evaluationWords, labelWord, PRINTED_COLUMNS, type PrintedColumn } from '../words.js';
import { columnsLike } from './columns-like.js';
import { columnsOf, type Head, headIn } from './head.js';
import { type Level, LevelReader } from './levels.js';
import { type AlignedLine, cellOf, linesByPage, placesOf, type Span, textIn } from './line.js';
import { cutRows } from './row-cuts.js';
import { wrappedColumn } from './wrapped-column.js';

type Columns = ReadonlyMap<PrintedColumn, Span>;

const LEVELS = ['level1', 'level2'] as const satisfies readonly Level[];
/** Without these a table is no self-evaluation of a known form. */
const COLUMNS = [
  'level1',
  'level2',
  'level3',
  'target',
  'actual',
  'weight',
  'score',
] as const satisfies readonly PrintedColumn[];
const MARKS: readonly PrintedColumn[] = ['weight', 'score'];
const MARK = /^\d+(\.\d+)?分?$/u;

/** Whether head words are those of the indicators. */
export function isIndicatorHead(keys: ReadonlySet<PrintedColumn>): boolean {
  return COLUMNS.every((column) => keys.has(column));
}

/**
 * The indicators, page by page. Each row has one line with its marks 分值 and 得分; its other cells are wrapped around this line, and the
 * levels are merged over rows. `lines` from the head to the total.
 */
export function readIndicators(lines: readonly AlignedLine[], head: Head<PrintedColumn>, open: RawEvaluation): void {
  const levels = new LevelReader();
  const pages = linesByPage(lines);
  for (const [at, page] of pages.entries()) {
    const own = at === 0 ? head : headIn(page, evaluationWords().indicatorColumns, isIndicatorHead);
    const body = own === null ? page : page.slice(own.to);
    if (body.length === 0) continue;
    const columns =
      own === null ? columnsLike(body, head) : (columnsOf(own, page.slice(own.from))?.of ?? columnsLike(body, own));
    const read = columns === null ? null : rowsOf(body, columns);
    if (columns === null || read === null) {
      open.unread.push({ what: '绩效指标各栏的文字不能确定属于哪一栏或哪一行', places: placesOf(page) });
      levels.lose();
      continue;
    }
    const { rows, inMiddle } = read;
    const opens = { before: at > 0, after: at < pages.length - 1 };
    const known = rows.map((row) => row.known);
    addLevels(levels.read({ lines: body, columns, rows: known, inMiddle, opens }), rows, page, open);
    for (const { lost } of rows)
      if (lost.length > 0)
        open.unread.push({
          what: `一行绩效指标的${lost.map((column) => NAMES[column] ?? column).join('、')}不能确定`,
          places: placesOf(page),
        });
    open.indicators.push(...rows.map(({ cells }) => cells));
  }
}

function addLevels(
  read: ReturnType<LevelReader['read']>,
  rows: readonly Row[],
  page: readonly AlignedLine[],
  open: RawEvaluation,
): void {
  for (const level of LEVELS) {
    for (const [index, row] of rows.entries()) {
      const cell = read[level][index];
      if (cell != null) row.cells[level] = cell;
    }
    if (read[level].includes(null))
      open.unread.push({ what: `${level === 'level1' ? '一' : '二'}级指标不能确定属于哪几行`, places: placesOf(page) });
  }
}

interface Row {
  readonly cells: RawIndicator;
  readonly known: { readonly anchor: number; readonly cells: readonly (readonly number[] | null)[] };
  /** The columns whose cell is not sure. */
  readonly lost: readonly PrintedColumn[];
}

function rowsOf(
  lines: readonly AlignedLine[],
  columns: Columns,
): { readonly rows: readonly Row[]; readonly inMiddle: boolean } | null {
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
  const { rows: cuts, inMiddle } = cutRows(
    anchors,
    spans.map((span) => wrappedColumn(lines, span)),
  );
  const rows = anchors.map((anchor, row): Row => {
    const cells: RawIndicator = {};
    const lost: PrintedColumn[] = [];
    for (const column of MARKS) {
      const span = columns.get(column);
      const line = lines[anchor];
      if (span !== undefined && line !== undefined) cells[column] = placed(cellOf([line], span), [line]);
    }
    for (const [at, column] of wrapped.entries()) {
      const [own, span] = [cuts[row]?.[at], spans[at]];
      const cell = own == null || span === undefined ? null : cellOf(linesAt(lines, own), span);
      if (cell === null) lost.push(column);
      else cells[column] = placed(cell, [lines[anchor]]);
    }
    return { cells, known: { anchor, cells: cuts[row] ?? [] }, lost };
  });
  return rows.length > 0 && isWhole(rows) ? { rows: rows.map(withoutDoubtful), inMiddle } : null;
}

/** Each row says what it is about; no column of values is blank from end to end, and none holds what belongs beside it. */
function isWhole(rows: readonly Row[]): boolean {
  const blank = (column: PrintedColumn): boolean => rows.every(({ cells }) => cells[column]?.text === '');
  if (blank('target') || blank('actual') || blank('score')) return false;
  return rows.every(
    ({ cells: { level3, target, actual, deviation } }) =>
      level3?.text !== '' &&
      !(target?.text === '' && actual?.text === '') &&
      !MARK.test(halfWidth(deviation?.text ?? '')),
  );
}

/** Sign, value and unit of a target are one thing: where one of them is not sure, nothing of it is. */
const TARGET = ['operator', 'target', 'unit'] as const satisfies readonly PrintedColumn[];

/** The row without the cells that may have taken in a part of the cell beside them: a dump of narrow columns runs cells together. */
function withoutDoubtful(row: Row): Row {
  const lost = new Set(row.lost);
  const text = (column: PrintedColumn): string | undefined => row.cells[column]?.text;
  if (isRunTogether(text('level3') ?? '')) for (const column of ['level3', 'target'] as const) lost.add(column);
  if (text('operator') === '') lost.add('operator');
  // =100季度100 and nothing in the next column; 公里4380 and no unit.
  if (text('target') === '' || text('actual') === '')
    for (const column of ['target', 'actual'] as const) lost.add(column);
  if (text('unit') === '' && /^\D+\d/u.test(text('actual') ?? ''))
    for (const column of ['unit', 'actual'] as const) lost.add(column);
  if (TARGET.some((column) => lost.has(column))) for (const column of TARGET) lost.add(column);
  const cells = { ...row.cells };
  for (const column of lost) delete cells[column];
  return { ...row, cells, lost: [...lost].filter((column) => column in row.cells || row.lost.includes(column)) };
}

function linesAt(lines: readonly AlignedLine[], at: readonly number[]): readonly AlignedLine[] {
  return at.flatMap((line) => lines[line] ?? []);
}

/** A name of the third level that begins with one of the second (质量指标网络运行), or holds the sign of a target. */
function isRunTogether(text: string): boolean {
  const { levels1, levels2, columnLevels, signs } = evaluationWords();
  const form = labelWord(text);
  const named = ['指标', ...levels1, ...levels2, ...columnLevels].some(
    (level) => form.startsWith(level) && form !== level,
  );
  return named || /[≥≤=<>≧≦]/u.test(form) || [...signs].some((sign) => form !== sign && form.endsWith(sign));
}

/** What a finding calls the columns. */
const NAMES: Partial<Record<PrintedColumn, string>> = {
  level3: '三级指标',
  operator: '指标性质',
  target: '指标值',
  unit: '度量单位',
  actual: '实际完成值',
  deviation: '偏差原因',
};

function textAt(line: AlignedLine, span: Span | undefined): string {
  return span === undefined ? '' : textIn(line, span);
}

/** A blank cell stands where its row stands. */
function placed(cell: PrintedText, lines: readonly (AlignedLine | undefined)[]): PrintedText {
  return cell.places.length > 0 ? cell : { ...cell, places: placesOf(lines.flatMap((line) => line ?? [])) };
}
