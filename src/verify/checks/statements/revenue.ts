import type { Report } from '../../../normalize/report.js';
import type { Check, Identity } from '../../check.js';
import { FUNDS, OTHER_SOURCES } from '../../forms.js';
import type { Located } from '../../terms.js';
import {
  fiscalRevenue,
  fundRevenue,
  includesOpening,
  listedFiscal,
  listedSource,
  revenueOfYear,
  revenueRow,
  totalRow,
} from './accounts.js';
import { AMOUNT, sameAmount, sameCell } from './cells.js';
import { between } from './tables.js';

const SUMMARY_AND_LIST = { summary: 'revenue-and-expenditure', list: 'revenue' } as const;
const SUMMARY_AND_FISCAL = { summary: 'revenue-and-expenditure', fiscal: 'appropriations' } as const;

/** A sum of funds on both sides, or none where one side does not print it. */
function sameSum(subject: string, left: Identity['left'], right: Identity['right']): readonly Identity[] {
  return left.length === 0 || right.length === 0 ? [] : [sameAmount(subject, left, right)];
}

/** 本年收入 of the revenue statement; in a budget that adds 上年结转 to it, the grand total of the summary. */
function total(summary: Located, list: Located, report: Report): readonly Identity[] {
  const whole = includesOpening(list);
  const ofYear = whole ? totalRow(list, ['income'], report) : totalRow(list, AMOUNT, report);
  return [
    ...sameCell('本年收入合计', revenueOfYear(summary, report), ofYear),
    ...(whole
      ? sameCell('收入总计', revenueRow(summary, ['grand-total'], report), totalRow(list, AMOUNT, report))
      : []),
  ];
}

/** Revenue in 收入支出决算总表, 收入决算表 and 财政拨款收入支出决算总表 (X01-X04). */
export const revenue: readonly Check[] = [
  {
    id: 'statements/revenue-total',
    zh: '总表本年收入合计 = 收入表合计',
    en: 'revenue of the year in the summary = total of the revenue statement',
    severity: 'error',
    notApplicable: 'Where a budget’s revenue statement includes 上年结转, its total is the grand total of the summary.',
    identities: between(SUMMARY_AND_LIST, ({ summary, list }, report) => total(summary, list, report)),
  },
  {
    id: 'statements/revenue-source',
    zh: '总表上级补助收入、事业收入、经营收入、附属单位上缴收入、其他收入 = 收入表同名栏合计',
    en: 'each source of revenue in the summary = total of its column in the revenue statement',
    severity: 'error',
    notApplicable: 'Only sources that both statements print.',
    identities: between(SUMMARY_AND_LIST, ({ summary, list }, report) =>
      OTHER_SOURCES.flatMap((source) => {
        const left = revenueRow(summary, [source], report);
        return left === undefined ? [] : sameCell(left.label, left, listedSource(list, source, report));
      }),
    ),
  },
  {
    id: 'statements/fiscal-revenue',
    zh: '总表财政拨款收入 = 收入表财政拨款收入 = 财政拨款总表本年收入合计',
    en: 'fiscal appropriation in the summary = in the revenue statement = revenue of the appropriation account',
    severity: 'error',
    notApplicable: 'Only what both statements print.',
    identities: (report) => [
      ...between(SUMMARY_AND_LIST, ({ summary, list }) =>
        sameSum('财政拨款收入，总表与收入表', fiscalRevenue(summary, report), listedFiscal(list, report)),
      )(report),
      ...between(SUMMARY_AND_FISCAL, ({ summary, fiscal }) => {
        const current = revenueOfYear(fiscal, report);
        return sameSum('财政拨款收入，总表与财政拨款总表', fiscalRevenue(summary, report), current ? [current] : []);
      })(report),
    ],
  },
  {
    id: 'statements/fund-revenue',
    zh: '总表各类财政拨款收入 = 财政拨款总表同名收入',
    en: 'revenue of each fund in the summary = in the appropriation account',
    severity: 'error',
    notApplicable: 'Only funds that both statements print: no 国有资本经营预算 before 2020.',
    identities: between(SUMMARY_AND_FISCAL, ({ summary, fiscal }, report) =>
      FUNDS.flatMap((fund) => {
        const left = fundRevenue(summary, fund, report);
        return left === undefined ? [] : sameCell(left.label, left, fundRevenue(fiscal, fund, report));
      }),
    ),
  },
];
