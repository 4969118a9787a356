import type { Report, StatementKind } from '../../normalize/report.js';
import type { Check, Identity } from '../check.js';
import { type CodedRow, childrenOf, codedRowsOf, codeOf, rowsByCode } from '../code-tree.js';
import { ECONOMIC, FUNCTIONAL, FUNDS, OTHER_SOURCES } from '../forms.js';
import {
  columnLabel,
  downTerm,
  knownColumns,
  type Located,
  type LocatedRow,
  missingTerm,
  rowBy,
  rowDoubt,
  rowLabel,
  rowsOf,
  statementsOf,
  subjectOf,
  sumIdentity,
} from '../terms.js';

const CODED: ReadonlySet<StatementKind> = new Set([...FUNCTIONAL, ...ECONOMIC]);

/** 合计 of a coded table; some forms word it 总计. */
const TOTAL_KEYS = ['total', 'grand-total', 'current-total'];
/** Rows without code that are no part of the tree: feet, and the lines of a revenue list by source (Jiangsu). */
const UNDERSTOOD = new Set([...TOTAL_KEYS, ...FUNDS, ...OTHER_SOURCES, 'personnel-total', 'public-total', 'opening']);

function isAgency({ row }: LocatedRow): boolean {
  return row.key.startsWith('agency-');
}

function isUnderstood(line: LocatedRow): boolean {
  if (isAgency(line)) return true;
  return UNDERSTOOD.has(line.row.key.replace(/-item(-\d+)?$/, '')) || codeOf(line) !== null;
}

/** Nothing in a list of strangers is understood. */
const isNone = () => false;

function duplicateDoubt(code: string, rows: readonly CodedRow[]): string | null {
  return (rowsByCode(rows).get(code)?.length ?? 0) > 1 ? `编码 ${code} 印了不止一次` : null;
}

function parentSums(table: Located, length: 3 | 5): readonly Identity[] {
  const rows = codedRowsOf(table);
  const parents = rows.filter(({ code }) => code.length === length && !(length === 5 && isEconomic(code)));
  const strangers = rowsOf(table, null).filter((line) => !isUnderstood(line));
  return parents.flatMap(({ code, line }) => {
    const children = childrenOf(code, rows);
    const duplicate = children.length > 0 ? duplicateDoubt(code, rows) : null;
    return knownColumns(line.row).map((column) =>
      sumIdentity(
        subjectOf(table, rowLabel(line), columnLabel(table, null, column)),
        downTerm(line, column),
        children.map((child) => downTerm(child.line, column)),
        duplicate ?? rowDoubt(strangers, column, isNone),
      ),
    );
  });
}

/** Economic codes (3… of departments, 5… of governments) end at five digits: a section there has nothing below. */
function isEconomic(code: string): boolean {
  return code.startsWith('3') || code.startsWith('5');
}

function totalSums(table: Located): readonly Identity[] {
  const lines = rowsOf(table, null);
  const coded = codedRowsOf(table);
  // 部门收入总表 of national budgets lists the units of the department instead of the classification.
  const top = coded.length > 0 ? childrenOf(null, coded).map(({ line }) => line) : lines.filter(isAgency);
  const total = TOTAL_KEYS.map((key) => rowBy(lines, key)).find((line) => line !== undefined);
  // The basic expenditure form of final accounts ends in 人员经费合计 and 公用经费合计 and prints no 合计.
  if (total === undefined && ECONOMIC.has(table.statement.kind)) return [];
  // The columns of all rows: a table none of whose codes, or not even its 合计, was recognised must be told, not passed over.
  const columns = [...new Set(lines.flatMap(({ row }) => knownColumns(row)))];
  return columns.map((column) =>
    sumIdentity(
      subjectOf(table, '合计', columnLabel(table, null, column)),
      total ? downTerm(total, column) : missingTerm('合计'),
      top.map((line) => downTerm(line, column)),
      rowDoubt(lines, column, isUnderstood),
    ),
  );
}

function eachTable(find: (table: Located) => readonly Identity[]) {
  return (report: Report) => statementsOf(report, CODED).flatMap(find);
}

/** Every value column adds up along the classification (T02.h, T03.h, T05.h, T06.1): rows in any order. */
export const hierarchy: readonly Check[] = [
  {
    id: 'hierarchy/total',
    zh: '合计 = 各类之和',
    en: 'total = sum of the classes',
    severity: 'error',
    notApplicable: 'Tables without codes, or whose rows are suppressed.',
    identities: eachTable(totalSums),
  },
  {
    id: 'hierarchy/class',
    zh: '类 = 所属各款之和',
    en: 'class = sum of its sections',
    severity: 'error',
    notApplicable: 'A class printed without sections.',
    identities: eachTable((table) => parentSums(table, 3)),
  },
  {
    id: 'hierarchy/section',
    zh: '款 = 所属各项之和',
    en: 'section = sum of its items',
    severity: 'error',
    notApplicable: 'A section printed without items; economic classification has no items.',
    identities: eachTable((table) => parentSums(table, 5)),
  },
];
