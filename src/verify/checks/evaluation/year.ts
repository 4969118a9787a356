import { z } from 'zod';
import type { Place } from '../../../extract/place.js';
import type { Report } from '../../../normalize/report.js';
import { readSeedJson } from '../../../normalize/seeds.js';
import type { Check, Judgement } from '../../check.js';
import { beginning } from './beginning.js';
import { evaluationsOf, type LocatedEvaluation, pageText, projectName } from './marks.js';
import { type NamedText, planTexts } from './texts.js';

const schema = z.object({
  origin: z.string(),
  yearOfPlan: z.string(),
  carriedOn: z.string(),
  range: z.string(),
  planned: z.string(),
  longestPlan: z.number().int(),
});

interface StalePlace {
  readonly text: string;
  readonly places: readonly Place[];
}

/** Years of the plan that lie before the year of the table: 2022年预算 in a table of 2023. */
function earlierPlans({ text }: NamedText, year: number): readonly string[] {
  const { yearOfPlan, carriedOn } = readSeedJson('evaluation/years.json', schema);
  if (new RegExp(carriedOn).test(text)) return [];
  return [...text.matchAll(new RegExp(yearOfPlan, 'g'))]
    .filter(([, printed]) => Number(printed) < year)
    .map(([found]) => found.trim());
}

/** Ranges of years longer than any plan, in the goal of one year: 2014-2024. */
function longRanges({ text }: NamedText): readonly string[] {
  const { range, planned, longestPlan } = readSeedJson('evaluation/years.json', schema);
  if (new RegExp(planned).test(text)) return [];
  return [...text.matchAll(new RegExp(range, 'g'))]
    .filter(([, from, to]) => Number(to) - Number(from) + 1 > longestPlan)
    .map(([found]) => found.trim());
}

function stalePlaces(table: LocatedEvaluation, reportYear: number | null): readonly StalePlace[] {
  const year = table.evaluation.fiscalYear ?? reportYear;
  if (year === null) return [];
  return planTexts(table).flatMap((text) =>
    [...earlierPlans(text, year), ...longRanges(text)].map((found) => ({
      text: `${projectName(table)}${text.name}“${beginning(text.text)}”里的“${found}”${pageText(text.places)}`,
      places: text.places,
    })),
  );
}

/** One judgement for all years left over in the tables of a report. */
function inTexts(report: Report): readonly Judgement[] {
  const tables = evaluationsOf(report);
  if (tables.length === 0) return [];
  const found = tables.flatMap((table) => stalePlaces(table, report.fiscalYear));
  const year = report.fiscalYear === null ? '' : `（${report.fiscalYear} 年度）`;
  return [
    {
      subject: '绩效自评表，目标和指标的年份',
      outcome: found.length === 0 ? 'exact' : 'violation',
      measure: 'count',
      left: `${found.length} 处`,
      right: '0 处',
      terms: [],
      about: [],
      diagnosis: found.length === 0 ? null : 'stale-year',
      message:
        found.length === 0
          ? ''
          : `${found.length} 处写的不是本年度${year}，像是沿用旧稿：${found.map(({ text }) => text).join('；')}。`,
      places: found.flatMap(({ places }) => places),
    },
  ];
}

/** The year under the title against the year of the report. */
function inTitles(report: Report): readonly Judgement[] {
  const { fiscalYear } = report;
  if (fiscalYear === null) return [];
  return evaluationsOf(report).flatMap((table) => {
    const printed = table.evaluation.fiscalYear;
    if (printed === null) return [];
    const same = printed === fiscalYear;
    return [
      {
        subject: `绩效自评表${projectName(table)}，年度`,
        outcome: same ? 'exact' : 'violation',
        measure: 'count',
        left: `${printed} 年度`,
        right: `${fiscalYear} 年度`,
        terms: [],
        about: [],
        diagnosis: same ? null : 'stale-year',
        message: same
          ? ''
          : `表头写的是 ${printed} 年度${pageText(table.evaluation.places)}，报告是 ${fiscalYear} 年度的。`,
        places: table.evaluation.places,
      } satisfies Judgement,
    ];
  });
}

/** P11, F5: the years that the tables name are those of the report. */
export const yearsFit: Check = {
  id: 'evaluation/year',
  zh: '自评表的年度、目标和指标里的预算年份与报告年度一致',
  en: 'year of the table and years of the plan in goals and indicators are those of the report',
  severity: 'warning',
  notApplicable:
    'Budgets, which may carry the evaluations of the year before; years of documents, of plans over several years, of work carried over.',
  identities: () => [],
  judgements: (report) => (report.kind === 'budget' ? [] : [...inTexts(report), ...inTitles(report)]),
};
