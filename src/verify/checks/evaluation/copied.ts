import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement } from '../../check.js';
import { beginning } from './beginning.js';
import { evaluationsOf, indicatorsOf, type LocatedEvaluation, pageText, projectName, subjectOf } from './marks.js';
import { scoring } from './scoring.js';
import { lettersOf, type NamedText } from './texts.js';

function note(subject: string, what: string, message: string, places: Judgement['places'] = []): Judgement {
  return {
    subject,
    outcome: 'violation',
    measure: 'count',
    left: what,
    right: '各不相同',
    terms: [],
    about: [],
    diagnosis: 'copied-text',
    message,
    places,
  };
}

/** The one value that all rows have; `null` where they differ, are few, or say nothing. */
function commonValue(values: readonly string[]): string | null {
  const [first] = values;
  if (first === undefined || first === '' || values.length < scoring().identicalIndicators) return null;
  return values.every((value) => value === first) ? first : null;
}

/** One third-level indicator in all rows: 数据汇聚 ×10. */
function sameIndicator(table: LocatedEvaluation): readonly Judgement[] {
  const rows = indicatorsOf(table);
  const name = commonValue(rows.map(({ indicator }) => lettersOf(indicator.level3)));
  if (name === null) return [];
  const places = rows.flatMap(({ indicator }) => indicator.places);
  const message = `${rows.length} 项指标的三级指标都是“${rows[0]?.indicator.level3 ?? name}”${pageText(places)}，没有分别设定。`;
  return [note(subjectOf(table, '三级指标'), name, message, places)];
}

/** One unit on all targets, though they measure different things: =100季度. Percentages are alike for good reason. */
function sameUnit(table: LocatedEvaluation): readonly Judgement[] {
  const rows = indicatorsOf(table);
  const unit = commonValue(rows.map(({ indicator }) => indicator.target.unit?.trim() ?? ''));
  if (unit === null || !/^\p{Script=Han}+$/u.test(unit) || /百分|[分个项]$/.test(unit)) return [];
  const places = rows.flatMap(({ indicator }) => indicator.target.places);
  const message = `${rows.length} 项指标的指标值单位都是“${unit}”（如“${rows[0]?.indicator.target.printed ?? ''}”）${pageText(places)}，与指标内容不符。`;
  return [note(subjectOf(table, '年度指标值'), unit, message, places)];
}

interface Problem extends NamedText {
  readonly letters: string;
  readonly table: LocatedEvaluation;
}

/** A text that is the same words twice is those words. */
function once(letters: string): string {
  const half = letters.slice(0, letters.length / 2);
  return half + half === letters ? half : letters;
}

function problemsOf(table: LocatedEvaluation): readonly Problem[] {
  return table.evaluation.problems.flatMap(({ problem, suggestion, places }, row) =>
    [
      { name: `第 ${row + 1} 条存在问题`, text: problem },
      { name: `第 ${row + 1} 条改进建议`, text: suggestion },
    ].map((text) => ({ ...text, places, table, letters: once(lettersOf(text.text)) })),
  );
}

const nameOf = ({ table, name, places }: Problem) => `${projectName(table)}${name}${pageText(places)}`;

/** Texts of problems and suggestions that stand within others, each group told once, the shortest text first. */
function repeatedProblems(report: Report): readonly Judgement[] {
  const all = evaluationsOf(report).flatMap(problemsOf);
  const told = new Set<Problem>();
  const groups: string[] = [];
  const places: Problem['places'][number][] = [];
  for (const text of [...all].sort((a, b) => a.letters.length - b.letters.length)) {
    if (told.has(text) || [...text.letters].length < scoring().repeatedProblem) continue;
    const others = all.filter((other) => other !== text && other.letters.includes(text.letters));
    const twice = lettersOf(text.text) !== text.letters;
    if (others.length === 0 && !twice) continue;
    for (const one of [text, ...others]) told.add(one);
    places.push(...[text, ...others].flatMap((one) => one.places));
    const within = others.length === 0 ? '' : `，又见于${others.map(nameOf).join('、')}`;
    groups.push(`${nameOf(text)}“${beginning(text.text)}”${twice ? '一句写了两遍' : ''}${within}`);
  }
  if (groups.length === 0) return [];
  const message = `问题与建议的文字重复：${groups.join('；')}。`;
  return [note('绩效自评表，问题与建议', `${groups.length} 处`, message, places)];
}

/** F8: rows and texts that are copies of each other. Notes: a copy may still be true. */
export const copiedTexts: Check = {
  id: 'evaluation/copied',
  zh: '三级指标、指标值单位、问题与建议各有内容，不是重复的文字',
  en: 'indicators, units of targets, problems and suggestions are no copies of each other',
  severity: 'note',
  notApplicable: 'Tables with few rows; percentages and other plain units; short texts.',
  identities: () => [],
  judgements: (report) => [
    ...evaluationsOf(report).flatMap((table) => [...sameIndicator(table), ...sameUnit(table)]),
    ...repeatedProblems(report),
  ],
};
