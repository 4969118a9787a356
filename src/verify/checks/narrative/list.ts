import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf } from '../../claims.js';
import { codeOf } from '../../code-tree.js';
import { BASIC_EXPENDITURE } from '../../forms.js';
import { downTerm, knownColumns, type Located, type LocatedRow, rowsOf, statementsOf } from '../../terms.js';
import { integerOf } from '../../value.js';
import { termText } from '../../wording.js';
import { codesNamed, isOpenAfter, itemName } from './item-name.js';

/** Classes that 人员经费 lists; 公用经费 lists the others. */
const PERSONNEL: ReadonlySet<string> = new Set(['301', '303']);
const CLASS = 3;

interface Row {
  readonly line: LocatedRow;
  readonly code: string;
  readonly term: Term;
  readonly isZero: boolean;
}

/** The rows of one half of the basic expenditure table, with the amount of the half. */
function rowsOfHalf(table: Located, isPersonnel: boolean): readonly Row[] {
  return rowsOf(table, null).flatMap((line) => {
    const code = codeOf(line);
    if (code === null || PERSONNEL.has(code.slice(0, CLASS)) !== isPersonnel) return [];
    const columns = knownColumns(line.row);
    const column = ['amount', 'total', isPersonnel ? 'personnel' : 'public'].find((key) => columns.includes(key));
    if (column === undefined || line.row.figures[column]?.reading === 'unreadable') return [];
    const term = downTerm(line, column);
    return [{ line, code, term, isZero: (integerOf(term.figure) ?? 0) === 0 }];
  });
}

/** The table that the amount of the claim stands in, else the first of the report. */
function tableOf(report: Report, { claim }: ClaimAt): Located | undefined {
  const tables = statementsOf(report, BASIC_EXPENDITURE);
  const linked = claim.figures.amount?.map((path) => Number(path.split('/')[0])) ?? [];
  return tables.find(({ index }) => linked.includes(index)) ?? tables[0];
}

function isOpen({ claim }: ClaimAt): boolean {
  const last = claim.items.at(-1) ?? '';
  if (/等(?:支出|费用)?$/u.test(last)) return true;
  const end = claim.text.lastIndexOf(last);
  return end >= 0 && isOpenAfter(claim.text.slice(end + last.length));
}

function isNamed(row: Row, names: ReadonlySet<string>): boolean {
  return namesOfRow(row).some((name) => names.has(name));
}

function judge(report: Report, at: ClaimAt): readonly Judgement[] {
  const { claim } = at;
  const isPersonnel = claim.subject === 'personnel';
  if ((!isPersonnel && claim.subject !== 'public') || claim.items.length < 2) return [];
  const table = tableOf(report, at);
  const rows = table === undefined ? [] : rowsOfHalf(table, isPersonnel);
  if (table === undefined || rows.length === 0) return [];
  const names = new Set(claim.items.map(itemName));
  const codes = new Set([...names].flatMap((name) => [...codesNamed(name)]));
  // A list of classes names all that is below them.
  const classes = rows.filter((row) => row.code.length === CLASS && isNamed(row, names)).map(({ code }) => code);
  const covered = (row: Row) =>
    isNamed(row, names) || codes.has(row.code) || classes.includes(row.code.slice(0, CLASS));
  const leaves = rows.filter(({ code }) => code.length > CLASS);
  const missing = isOpen(at) ? [] : leaves.filter((row) => !row.isZero && !covered(row));
  const printed = new Set(rows.filter((row) => !row.isZero).flatMap(namesOfRow));
  const extra = claim.items.filter((item) => !printed.has(itemName(item)));
  const named = new Set(rows.flatMap(namesOfRow));
  const zero = extra.filter((item) => named.has(itemName(item)));
  const absent = extra.filter((item) => !zero.includes(item));
  const faults = missing.length + extra.length;
  const parts = [
    missing.length === 0 ? '' : `表中有数而正文没有列出的：${missing.map(({ term }) => termText(term)).join('、')}`,
    zero.length === 0 ? '' : `正文列出而表中为零或空白的：${zero.join('、')}`,
    absent.length === 0 ? '' : `正文列出而表中没有这一行的：${absent.join('、')}`,
  ].filter((text) => text !== '');
  return [
    {
      subject: claimSubject(report, at),
      outcome: faults === 0 ? 'exact' : 'violation',
      measure: 'count',
      left: `正文列出 ${claim.items.length} 项`,
      right: `《${table.statement.title}》中有数的 ${leaves.filter((row) => !row.isZero).length} 项`,
      terms: missing.map(({ term }) => term),
      about: [],
      diagnosis: faults === 0 ? null : 'list-against-table',
      message: faults === 0 ? '' : `“主要包括”的项目与《${table.statement.title}》不一致。${parts.join('；')}。`,
      // A list copied from the form names what is zero: only what is missing misleads.
      severity: missing.length > 0 ? 'warning' : 'note',
      places: claim.places,
    },
  ];
}

function namesOfRow({ line: { row } }: Row): readonly string[] {
  const name = row.code?.catalogueName ?? '';
  return [itemName(row.label), ...(name === '' ? [] : [itemName(name)])];
}

/** The items after 主要包括 against the rows of the basic expenditure table (N08). */
export const narrativeList: Check = {
  id: 'narrative/list',
  zh: '“主要包括”列出的项目 = 基本支出表中有数的项目',
  en: 'the items listed after 主要包括 = the rows of the basic expenditure table that are not zero',
  severity: 'warning',
  notApplicable:
    'A list that ends in 等 is open: what it leaves out is not missing. A list that only names zero rows as well is a note.',
  identities: () => [],
  judgements: (report) => claimsOf(report).flatMap((at) => judge(report, at)),
};
