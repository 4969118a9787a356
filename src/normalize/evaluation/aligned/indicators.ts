import type { RawEvaluation, RawIndicator } from '../raw.js';
import { evaluationWords, PRINTED_COLUMNS, type PrintedColumn } from '../words.js';
import { columnsLike } from './columns-like.js';
import { beginsWithLevel, doubtfulColumns, withTarget } from './doubtful-cells.js';
import { columnsOf, type Head, headIn } from './head.js';
import { type IndicatorRows, rowsOf } from './indicator-rows.js';
import { type Level, type LevelPage, LevelReader } from './levels.js';
import { type AlignedLine, linesByPage, placesOf } from './line.js';

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

/** Whether head words are those of the indicators. */
export function isIndicatorHead(keys: ReadonlySet<PrintedColumn>): boolean {
  return COLUMNS.every((column) => keys.has(column));
}

/**
 * The indicators, page by page. Each row has one line with its marks 分值 and 得分; its other cells are wrapped around this line, and the
 * levels are merged over rows. `lines` from the head to the total.
 */
export function readIndicators(lines: readonly AlignedLine[], head: Head<PrintedColumn>, open: RawEvaluation): void {
  const pages = linesByPage(lines).map((page, at) => readPage(page, at === 0 ? head : null, head));
  const read = pages.flatMap(({ rows }) => rows ?? []);
  // A table keeps one habit on all its pages.
  const habit = { inMiddle: read.every(({ inMiddle }) => inMiddle), atTop: read.every(({ atTop }) => atTop) };
  const levels = new LevelReader();
  for (const [at, { page, body, columns, rows }] of pages.entries()) {
    if (body.length === 0) continue;
    if (columns === null || rows === null) {
      open.unread.push({ what: '绩效指标各栏的文字不能确定属于哪一栏或哪一行', places: placesOf(page) });
      levels.lose();
      continue;
    }
    const opens = { before: at > 0, after: at < pages.length - 1 };
    addRows(rows, levelsOf({ ...rows, ...habit }, { lines: body, columns, opens }, levels), page, open);
  }
}

/** What a page holds below its head, if it has one; `null` for columns and rows that are not sure. */
function readPage(page: readonly AlignedLine[], known: Head<PrintedColumn> | null, first: Head<PrintedColumn>) {
  const own = known ?? headIn(page, evaluationWords().indicatorColumns, isIndicatorHead);
  const body = own === null ? page : page.slice(own.to);
  const under = own === null ? null : (columnsOf(own, page.slice(own.from))?.of ?? null);
  const columns = under ?? columnsLike(body, own ?? first);
  return { page, body, columns, rows: columns === null ? null : rowsOf(body, columns) };
}

type LevelCells = ReturnType<LevelReader['read']>;

/** The names of the levels; none where one of them stands in the third column. */
function levelsOf(
  { rows, ...habit }: IndicatorRows,
  page: Pick<LevelPage, 'lines' | 'columns' | 'opens'>,
  levels: LevelReader,
): LevelCells {
  const found = levels.read({ ...page, ...habit, rows: rows.map(({ known }) => known) });
  if (!rows.some(({ cells }) => beginsWithLevel(cells))) return found;
  levels.lose();
  const none = rows.map(() => null);
  return { level1: none, level2: none };
}

function addRows({ rows }: IndicatorRows, levels: LevelCells, page: readonly AlignedLine[], open: RawEvaluation): void {
  const places = placesOf(page);
  for (const [at, row] of rows.entries()) {
    const doubtful = doubtfulColumns(row.cells, !levels.level2.includes(null));
    const lost = withTarget(new Set([...row.lost, ...doubtful]));
    const cells: RawIndicator = {};
    for (const [column, cell] of [
      ...Object.entries(row.cells),
      ...LEVELS.map((level) => [level, levels[level][at]] as const),
    ]) {
      const key = PRINTED_COLUMNS.find((printed) => printed === column);
      if (key !== undefined && cell != null && !lost.has(key)) cells[key] = cell;
    }
    open.indicators.push(cells);
    const names = [...lost].flatMap((column) =>
      column in row.cells || row.lost.has(column) ? (NAMES[column] ?? []) : [],
    );
    if (names.length > 0) open.unread.push({ what: `一行绩效指标的${names.join('、')}不能确定`, places });
  }
  for (const [level, name] of [
    ['level1', '一级指标'],
    ['level2', '二级指标'],
  ] as const)
    if (levels[level].includes(null)) open.unread.push({ what: `${name}不能确定属于哪几行`, places });
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
