import type { Report, StatementKind } from '../../normalize/report.js';
import type { Check, Identity } from '../check.js';
import { FUNDS, OTHER_SOURCES } from '../forms.js';
import {
  downTerm,
  knownColumns,
  type Located,
  type LocatedRow,
  rowBy,
  rowDoubt,
  rowLabel,
  rowsOf,
  statementsOf,
  subjectOf,
  sumIdentity,
} from '../terms.js';

const REVENUE: ReadonlySet<StatementKind> = new Set(['revenue']);
/** Groups 小计 of the list; the balance brought forward is one of them. */
const GROUPS = [...FUNDS, ...OTHER_SOURCES, 'opening'];

/** Key of the group that a line belongs to: 'other' for 'other', 'other-item' and 'other-item-3'; `null` for another line. */
function groupOf({ row }: LocatedRow): string | null {
  const group = row.key.replace(/-item(-\d+)?$/, '');
  return GROUPS.includes(group) ? group : null;
}

function down(total: LocatedRow, parts: readonly LocatedRow[], lines: readonly LocatedRow[]): readonly Identity[] {
  if (parts.length === 0) return [];
  const isUnderstood = (line: LocatedRow) => groupOf(line) !== null || line.row.key === 'grand-total';
  return knownColumns(total.row).map((column) =>
    sumIdentity(
      subjectOf(total.table, rowLabel(total)),
      downTerm(total, column),
      parts.map((part) => downTerm(part, column)),
      rowDoubt(lines, column, isUnderstood),
    ),
  );
}

function grandTotal(table: Located): readonly Identity[] {
  const lines = rowsOf(table, null);
  const total = rowBy(lines, 'grand-total');
  const groups = lines.filter(({ row }) => GROUPS.includes(row.key));
  return total === undefined ? [] : down(total, groups, lines);
}

function groupTotals(table: Located): readonly Identity[] {
  const lines = rowsOf(table, null);
  return lines
    .filter(({ row }) => GROUPS.includes(row.key))
    .flatMap((group) => {
      const items = lines.filter((line) => line !== group && groupOf(line) === group.row.key);
      // 其中 names a part only: 上年结转和结余资金 / 其中：动用上年结转和结余资金.
      return items.some(({ row }) => /其中/.test(row.label)) ? [] : down(group, items, lines);
    });
}

/** The revenue budget as one list of sources with subtotals, 收入预算总表 of Jiangsu. */
export const revenueList: readonly Check[] = [
  {
    id: 'revenue-list/total',
    zh: '收入总计 = 各类资金小计之和 + 上年结转和结余资金',
    en: 'total revenue = sum of the subtotals of the list + brought forward',
    severity: 'error',
    notApplicable: 'Only where the revenue statement is one list of sources with 收入总计.',
    identities: (report: Report) => statementsOf(report, REVENUE).flatMap(grandTotal),
  },
  {
    id: 'revenue-list/group',
    zh: '小计 = 所列各项收入之和',
    en: 'subtotal of the list = sum of the lines under it',
    severity: 'error',
    notApplicable: 'A subtotal printed without lines, or with 其中 lines only.',
    identities: (report: Report) => statementsOf(report, REVENUE).flatMap(groupTotals),
  },
];
