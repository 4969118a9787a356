import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement } from '../../check.js';
import { type FactAt, factSubject, factsOf } from '../../facts.js';

function judge(report: Report, at: FactAt, year: number): readonly Judgement[] {
  const { date } = at.fact;
  if (date === null) return [];
  const printed = Number(date.slice(0, 4));
  const isBudget = report.kind === 'budget';
  // A budget is made before its year begins, and counts what there was then.
  const holds = isBudget ? printed === year || printed === year - 1 : date === `${year}-12-31`;
  const expected = isBudget ? `${year - 1} 年` : `${year}-12-31`;
  const isYear = printed !== year && !(isBudget && printed === year - 1);
  return [
    {
      subject: factSubject(report, at),
      outcome: holds ? 'exact' : 'violation',
      measure: 'count',
      left: date,
      right: holds ? date : expected,
      terms: [],
      about: [],
      diagnosis: holds || !isYear ? null : 'stale-year',
      message: holds ? '' : `国有资产的日期是 ${date}，${year} 年度的${isBudget ? '预算' : '决算'}应为 ${expected}。`,
      severity: isYear ? 'error' : 'note',
      places: at.fact.places,
    },
  ];
}

/** The day on which assets were counted. */
export const assetsDate: Check = {
  id: 'assets/date',
  zh: '国有资产占用情况截至决算年度的12月31日',
  en: 'assets are counted on 31 December of the fiscal year',
  severity: 'error',
  notApplicable: 'Budgets count in the year before, on any day. Another day of the right year is a note.',
  identities: () => [],
  judgements: (report) => {
    const year = report.fiscalYear;
    return year === null || report.kind === null
      ? []
      : factsOf(report, 'assets-date').flatMap((at) => judge(report, at, year));
  },
};
