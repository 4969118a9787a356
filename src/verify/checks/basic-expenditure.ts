import type { Report } from '../../normalize/report.js';
import type { Check, Identity } from '../check.js';
import { childrenOf, codedRowsOf, codeOf } from '../code-tree.js';
import { BASIC_EXPENDITURE } from '../forms.js';
import {
  columnLabel,
  downTerm,
  knownColumns,
  type LocatedRow,
  rowBy,
  rowDoubt,
  rowsOf,
  statementsOf,
  subjectOf,
  sumIdentity,
} from '../terms.js';

/** Classes of the departmental economic classification (部门预算支出经济分类) that the form counts as 人员经费. */
const PERSONNEL: ReadonlySet<string> = new Set(['301', '303']);
/** The classes that it counts as 公用经费. */
const PUBLIC: ReadonlySet<string> = new Set(['302', '307', '309', '310', '311', '312', '313', '399']);
const UNDERSTOOD = new Set(['total', 'personnel-total', 'public-total']);

/** A row that counts neither as personnel nor as operating funds makes doubt, not a violation. */
function isUnderstood(line: LocatedRow): boolean {
  const group = codeOf(line)?.slice(0, 3);
  return group === undefined ? UNDERSTOOD.has(line.row.key) : PERSONNEL.has(group) || PUBLIC.has(group);
}

function footSums(
  totalKey: string,
  partsOf: (lines: readonly LocatedRow[], table: LocatedRow['table']) => readonly LocatedRow[] | null,
) {
  return (report: Report): readonly Identity[] =>
    statementsOf(report, BASIC_EXPENDITURE).flatMap((table) => {
      const lines = rowsOf(table, null);
      const total = rowBy(lines, totalKey);
      if (total === undefined) return [];
      const parts = partsOf(lines, table);
      if (parts === null) return [];
      return knownColumns(total.row).map((column) =>
        sumIdentity(
          subjectOf(table, total.row.label, columnLabel(table, null, column)),
          downTerm(total, column),
          parts.map((part) => downTerm(part, column)),
          rowDoubt(lines, column, isUnderstood),
        ),
      );
    });
}

function classesIn(group: ReadonlySet<string>) {
  return (_lines: readonly LocatedRow[], table: LocatedRow['table']) =>
    childrenOf(null, codedRowsOf(table))
      .filter(({ code }) => group.has(code.slice(0, 3)))
      .map(({ line }) => line);
}

/** The foot of the basic expenditure statement (T06.2, T06.3). */
export const basicExpenditure: readonly Check[] = [
  {
    id: 'basic-expenditure/personnel',
    zh: '人员经费合计 = 301 工资福利支出 + 303 对个人和家庭的补助',
    en: 'personnel total = classes 301 + 303',
    severity: 'error',
    notApplicable: 'Only where the form prints 人员经费合计; not for the government classification (501 …).',
    identities: footSums('personnel-total', classesIn(PERSONNEL)),
  },
  {
    id: 'basic-expenditure/public',
    zh: '公用经费合计 = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399',
    en: 'operating funds total = the classes other than 301 and 303',
    severity: 'error',
    notApplicable: 'Only where the form prints 公用经费合计; not for the government classification (501 …).',
    identities: footSums('public-total', classesIn(PUBLIC)),
  },
  {
    id: 'basic-expenditure/total',
    zh: '合计 = 人员经费合计 + 公用经费合计',
    en: 'basic expenditure = personnel total + operating funds total',
    severity: 'error',
    notApplicable: 'Only where all three are printed.',
    identities: footSums('total', (lines) => {
      const feet = lines.filter(({ row }) => row.key === 'personnel-total' || row.key === 'public-total');
      return feet.length === 2 ? feet : null;
    }),
  },
];
