import type { Report, StatementKind } from '../../normalize/report.js';
import type { Check, Identity } from '../check.js';
import { ECONOMIC, FUNCTIONAL, FUNDS, OTHER_SOURCES } from '../forms.js';
import {
  alongTerm,
  columnDoubt,
  type LocatedRow,
  missingTerm,
  rowLabel,
  statementsOf,
  subjectOf,
  sumIdentity,
} from '../terms.js';

const REVENUE: ReadonlySet<StatementKind> = new Set(['revenue']);
const APPROPRIATIONS: ReadonlySet<StatementKind> = new Set(['appropriations']);
const EXPENDITURE: ReadonlySet<StatementKind> = new Set([
  'revenue-and-expenditure',
  ...[...FUNCTIONAL].filter((kind) => kind !== 'revenue'),
]);

/** A budget may print the balance brought forward as a source beside the others. */
const SOURCES = [...OTHER_SOURCES, 'opening'];
const NATURES = ['project', 'to-superior', 'operating', 'to-subsidiary', 'reserve', 'carried-forward'];

function has({ row }: LocatedRow, column: string): boolean {
  return row.figures[column] !== undefined;
}

/** total column = those of the part columns that the table prints. No identity where the table has fewer than two of all. */
function sumAlong(line: LocatedRow, total: string, candidates: readonly string[]): readonly Identity[] {
  const parts = candidates.filter((column) => has(line, column));
  if (parts.length === 0 || (parts.length === 1 && !has(line, total))) return [];
  const lonely = parts.length === 1 ? '只认出一个分项列，其余的列可能没有读到' : null;
  const left = has(line, total) ? alongTerm(line, total) : missingTerm('合计');
  const right = parts.map((column) => alongTerm(line, column));
  return [sumIdentity(subjectOf(line.table, rowLabel(line), left.label), left, right, columnDoubt(line) ?? lonely)];
}

function eachRow(kinds: ReadonlySet<StatementKind>, find: (line: LocatedRow) => readonly Identity[]) {
  return (report: Report) =>
    statementsOf(report, kinds).flatMap((table) =>
      table.statement.rows.flatMap((row, index) => (row.panel === 'revenue' ? [] : find({ table, index, row }))),
    );
}

/** Sums along a row (T02.r, T03.r, T04.4, T05.r, T08.1, T09.1 and their budget twins). */
export const across: readonly Check[] = [
  {
    id: 'across/revenue',
    zh: '本年收入合计 = 财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 附属单位上缴收入 + 其他收入',
    en: 'revenue of a row = sum of the source columns',
    severity: 'error',
    notApplicable: '其中：教育收费 is a part of 事业收入 and is not added; funds below 财政拨款收入 neither.',
    identities: eachRow(REVENUE, (line) =>
      sumAlong(line, 'total', [...(has(line, 'fiscal') ? ['fiscal'] : FUNDS), ...SOURCES]),
    ),
  },
  {
    id: 'across/fiscal-revenue',
    zh: '财政拨款收入 = 一般公共预算 + 政府性基金 + 国有资本经营预算',
    en: 'fiscal appropriation of a row = sum of the fund columns',
    severity: 'error',
    notApplicable: 'Only where the revenue statement prints the column 财政拨款收入 and the funds below it.',
    identities: eachRow(REVENUE, (line) =>
      has(line, 'fiscal') && has(line, 'general-budget') ? sumAlong(line, 'fiscal', FUNDS) : [],
    ),
  },
  {
    id: 'across/expenditure',
    zh: '支出合计 = 基本支出（人员经费 + 公用经费）+ 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出',
    en: 'expenditure of a row = basic (or personnel + operating) + project + the other kinds that the form prints',
    severity: 'error',
    notApplicable: 'Only where the table prints more than the total.',
    identities: eachRow(EXPENDITURE, (line) =>
      sumAlong(line, 'total', [...(has(line, 'basic') ? ['basic'] : ['personnel', 'public']), ...NATURES]),
    ),
  },
  {
    id: 'across/basic-expenditure',
    zh: '基本支出 = 人员经费 + 公用经费',
    en: 'basic expenditure of a row = personnel + operating funds',
    severity: 'error',
    notApplicable: 'Only where a table prints the columns 人员经费 and 公用经费.',
    identities: (report) => [
      ...eachRow(ECONOMIC, (line) => sumAlong(line, 'total', ['personnel', 'public']))(report),
      ...eachRow(EXPENDITURE, (line) => (has(line, 'basic') ? sumAlong(line, 'basic', ['personnel', 'public']) : []))(
        report,
      ),
    ],
  },
  {
    id: 'across/funds',
    zh: '合计 = 一般公共预算财政拨款 + 政府性基金预算财政拨款 + 国有资本经营预算财政拨款',
    en: 'fiscal expenditure of a row = general public budget + government-managed funds + state capital operations',
    severity: 'error',
    notApplicable:
      'The cells without a label beside the opening balances are no row of the form. No state capital column before 2020.',
    identities: eachRow(APPROPRIATIONS, (line) =>
      line.row.panel === 'expenditure' && line.row.label !== '' ? sumAlong(line, 'total', FUNDS) : [],
    ),
  },
];
