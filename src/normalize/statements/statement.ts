import type { Place } from '../../extract/place.js';
import type { Unit } from '../figures/unit.js';
import type { Finding, ReportKind, Statement, StatementColumn, StatementKind } from '../report.js';
import type { LocatedTable } from '../segment/tables.js';
import { labelForm } from '../text/full-width.js';
import { nameColumns } from './column-keys.js';
import { type ColumnHead, columnBlocks, columnHeads } from './columns.js';
import { type GridView, viewOf } from './grid-view.js';
import { type HeaderRows, headerRows } from './header.js';
import { type NamedBlock, readRows } from './rows.js';
import { matchesAny, rowTemplates, type StatementTemplate, statementTemplates } from './templates.js';

/** What the tables of a report are read with. */
export interface StatementContext {
  readonly reportKind: ReportKind | null;
  readonly fiscalYear: number | null;
  /** Unit of money for a table without a unit line of its own; `null`: the table can not be read. */
  readonly defaultUnit: Unit | null;
}

export interface ReadStatement {
  readonly statement: Statement;
  readonly findings: readonly Finding[];
}

/**
 * Reads a located table. The form is the one that its title names, provided that the columns agree; where they do not, the one
 * form whose columns it has. A table whose title names no form is kept whole as `other`: columns alone would take a self-evaluation
 * table (年初预算数, 全年执行数) for one of the “三公” expenses.
 * @param index number of the statement in the report, for the paths of its figures
 */
export function readStatement(table: LocatedTable, index: number, context: StatementContext): ReadStatement {
  const view = viewOf(table.grid);
  const header = headerRows(view);
  const heads = columnHeads(view, header);
  const blocksFor = (template: StatementTemplate | null, byOrder = true): NamedBlock[] =>
    columnBlocks(heads, template?.sided ?? false).map((block) => ({
      block,
      columns: nameColumns(heads, block, template, context, byOrder),
    }));
  const byColumns = (): StatementTemplate[] =>
    statementTemplates().kinds.filter((template) => agrees(template, blocksFor(template, false), true));
  const titled = table.template;
  const candidates = titled && agrees(titled, blocksFor(titled)) ? [titled] : titled ? byColumns() : [];
  const template = titled
    ? candidates.includes(titled) || candidates.length !== 1
      ? titled
      : (candidates[0] ?? titled)
    : null;
  const places = [{ page: table.grid.pages[0] ?? 1, box: null }];
  const unit = table.unit ?? context.defaultUnit;
  const findings: Finding[] = [];
  const finding = (
    check: string,
    severity: Finding['severity'],
    message: string,
    at: readonly Place[] = places,
    figures: string[] = [],
  ): void => {
    findings.push({ check, severity, message, places: at, figures });
  };
  if (template === null || unit === null) {
    if (template !== null)
      finding('structure/unit-missing', 'error', `${table.title}：没有找到金额单位（元、万元…），表内数字未读取。`);
    return { statement: whole(table, template === null ? 'other' : template.kind), findings };
  }
  if (titled && !agrees(titled, blocksFor(titled)))
    finding(
      'structure/title-and-columns',
      'warning',
      `${table.title}：标题与栏目不符，栏目为“${heads
        .map((head) => head.printed)
        .filter((text) => text !== '')
        .join('，')}”，按“${template.name}”读取。`,
    );
  const blocks = blocksFor(template);
  // Without a single column of values there is nothing to read as rows; the cells stay.
  if (blocks.length === 0) return { statement: whole(table, template.kind), findings };
  const read = readRows(view, header, blocks, { template, unit, fiscalYear: context.fiscalYear });
  for (const { row, key, reason } of read.unread) {
    const figure = row.figures[key];
    finding(
      'structure/figure-unread',
      'warning',
      `${table.title}，${row.label || row.code?.code || '无名称行'}，${headerOf(heads, blocks, key)}：“${figure?.printed ?? ''}”不能读作金额（${reason}）。`,
      figure?.places ?? places,
      [`${index}/${read.rows.indexOf(row)}/${key}`],
    );
  }
  for (const [at, row] of read.rows.entries())
    if (row.code?.match === 'unlikely')
      finding(
        'structure/code-unlikely',
        'warning',
        `${table.title}，${row.label}：“${row.code.printed}”不是可能的科目编码，按原样保留，不参加按科目的汇总。`,
        row.places,
        [...Object.keys(row.figures)].map((key) => `${index}/${at}/${key}`),
      );
  for (const { block, columns } of blocks)
    for (const column of columns)
      if (column.unknown)
        finding(
          'structure/unknown-column',
          'note',
          `${table.title}：栏目“${heads[column.column]?.printed ?? ''}”不在“${template.name}”的已知栏目中，保留为 ${column.key}${block.panel ? `（${block.panel}）` : ''}。`,
        );
  const blank = read.rows.every((row) =>
    Object.values(row.figures).every((figure) => figure.reading !== 'amount' || figure.amount?.fen === 0),
  );
  const notes = [...remarks(view, header, heads, blocks), ...read.notes, ...table.notes];
  const declaredEmpty =
    blank && (read.emptyMark || notes.some((note) => matchesAny(rowTemplates().emptyNotes, labelForm(note))));
  return {
    statement: {
      ...whole(table, template.kind),
      declaredEmpty,
      columns: columnsOf(heads, blocks),
      rows: read.rows,
      notes,
      cells: [],
    },
    findings,
  };
}

/** Columns that many forms have, and that tell none of them by themselves. */
const COMMON: ReadonlySet<string> = new Set(['amount', 'total', 'approved', 'adjusted', 'executed']);

/**
 * Whether the columns of one of a form's signatures are there.
 * @param telling only signatures with a column that not every form has
 */
function agrees(template: StatementTemplate, blocks: readonly NamedBlock[], telling = false): boolean {
  const keys = new Set(
    blocks.flatMap(({ block, columns }) =>
      columns.map((column) => (block.panel ? `${block.panel}.${column.key}` : column.key)),
    ),
  );
  const signatures = telling
    ? template.signatures.filter((signature) => signature.some((key) => !COMMON.has(key.replace(/^.*\./, ''))))
    : template.signatures;
  return signatures.some((signature) => signature.every((key) => keys.has(key)));
}

/** What stands to the right of the last values: a column of remarks 备注, which belongs to no figure and must not be lost. */
function remarks(
  view: GridView,
  header: HeaderRows,
  heads: readonly ColumnHead[],
  blocks: readonly NamedBlock[],
): string[] {
  const taken = new Set(blocks.flatMap(({ block }) => [...block.codes, ...block.labels]));
  return view.grid.cells
    .filter(({ row, column, text }) => {
      const role = heads[column]?.role;
      return (role === 'code' || role === 'label') && !taken.has(column) && row >= header.first && text.trim() !== '';
    })
    .map(({ text }) => text.trim());
}

function whole(table: LocatedTable, kind: StatementKind): Statement {
  return {
    kind,
    title: table.title,
    unit: table.unit?.text ?? null,
    pages: table.grid.pages,
    places: [{ page: table.grid.pages[0] ?? 1, box: null }],
    declaredEmpty: false,
    columns: [],
    rows: [],
    notes: table.notes,
    cells: table.grid.cells,
  };
}

/** One column for each key and panel: side-by-side blocks of one list share their columns. */
function columnsOf(heads: readonly { readonly printed: string }[], blocks: readonly NamedBlock[]): StatementColumn[] {
  const columns = new Map<string, StatementColumn>();
  for (const { block, columns: named } of blocks)
    for (const { column, key, phase } of named) {
      const id = `${block.panel}/${key}`;
      if (!columns.has(id)) columns.set(id, { key, header: heads[column]?.printed ?? '', phase, panel: block.panel });
    }
  return [...columns.values()];
}

function headerOf(heads: readonly { readonly printed: string }[], blocks: readonly NamedBlock[], key: string): string {
  const column = blocks.flatMap(({ columns }) => columns).find((one) => one.key === key);
  return heads[column?.column ?? -1]?.printed || key;
}
