import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import { FACT_KINDS, type FactKind } from './claim.js';
import { dateBefore } from './fact-date.js';
import { type CountMatch, countMatches, factPattern } from './fact-pattern.js';
import { clauseAround, type FactSource, type FoundFact, foundFact, sentenceBefore } from './fact-source.js';

const SUBJECTS = ['abroad', 'vehicle', 'reception'] as const;
type Subject = (typeof SUBJECTS)[number];

const plain = z.string().transform((source) => new RegExp(source, 'u'));
const every = z.string().transform((source) => new RegExp(source, 'gu'));
const schema = z.object({
  relevant: plain,
  subjects: z.array(z.object({ subject: z.enum(SUBJECTS), pattern: every })),
  joint: plain,
  foreign: every,
  domestic: every,
  change: plain,
  planned: plain,
  rules: z.array(z.object({ subject: z.enum(SUBJECTS), kind: z.enum(FACT_KINDS), patterns: z.array(factPattern) })),
});
const words = (): z.output<typeof schema> => readSeedJson('narrative/facts-counts.json', schema);

const JOINT: Partial<Record<FactKind, FactKind>> = { 'abroad-groups': 'abroad-joint-groups' };
const FOREIGN: Partial<Record<FactKind, FactKind>> = {
  'reception-batches': 'reception-foreign-batches',
  'reception-persons': 'reception-foreign-persons',
};

/**
 * 团组, 人次, 购置数, 保有量, 批次 of the prose on 三公 expenses. `title` is the heading above, for paragraphs that do not say what they speak of. A count that is a change (减少2批次), a plan beside what was done, or of another year is not read.
 */
export function readCounts(source: FactSource, title: string, fiscalYear: number | null): readonly FoundFact[] {
  const { text } = source.form;
  const seed = words();
  if (!/[\d一二两三四五六七八九十零]/.test(text) || !(seed.relevant.test(text) || seed.relevant.test(title))) return [];
  const taken = new Set<number>();
  const found: FoundFact[] = [];
  const marks = marksOf(text);
  for (const rule of seed.rules) {
    for (const match of rule.patterns.flatMap((pattern) => countMatches(text, pattern))) {
      const at = match.number[0];
      if (taken.has(at) || subjectAt(marks, at, title) !== rule.subject) continue;
      if (isOtherYear(text, at, fiscalYear) || isNoState(text, match)) continue;
      taken.add(at);
      found.push(countFact(source, match, rule.kind));
    }
  }
  return found;
}

function countFact(source: FactSource, match: CountMatch, kind: FactKind): FoundFact {
  const { text } = source.form;
  const [clause] = clauseAround(text, match.from, match.to);
  const before = text.slice(clause, match.number[0]);
  const item = before.slice(before.lastIndexOf('、') + 1);
  const jointKind = words().joint.test(item) ? JOINT[kind] : undefined;
  const foreignKind = FOREIGN[kind] !== undefined && isForeign(text, match.number[0]) ? FOREIGN[kind] : undefined;
  const named = clause + before.length - item.length;
  return foundFact(source, {
    kind: jointKind ?? foreignKind ?? kind,
    label: labelOf(text, Math.min(named, match.from), match),
    number: match.number,
    unit: match.unit,
    date: kind === 'vehicles-kept' ? dateBefore(text, match.number[0]) : null,
  });
}

/** The words before the number, or the unit where none stand there (0批次、0人次). */
function labelOf(text: string, from: number, { number, unit }: CountMatch): readonly [number, number] {
  const named = text.slice(from, number[0]).replace(/^[、(]/u, '');
  return named === '' ? [number[1], number[1] + unit.length] : [number[0] - named.length, number[0]];
}

interface Mark {
  readonly subject: Subject;
  readonly at: number;
}

/** Where the paragraph names what it speaks of, in order. */
function marksOf(text: string): readonly Mark[] {
  return words()
    .subjects.flatMap(({ subject, pattern }) =>
      [...text.matchAll(pattern)].map(({ index }) => ({ subject, at: index })),
    )
    .sort((a, b) => a.at - b.at);
}

/** What a number speaks of: the last subject named before it in the paragraph, else the first one after it in its clause, else the title's. */
function subjectAt(marks: readonly Mark[], at: number, title: string): Subject | null {
  const last = marks.findLast((mark) => mark.at < at);
  const next = marks.find((mark) => mark.at > at && mark.at < at + 8);
  return last?.subject ?? next?.subject ?? marksOf(title).at(-1)?.subject ?? null;
}

/** Whether the last word before it in the sentence, outside closed brackets, is of foreign guests. 其中：外事接待1批次 inside brackets holds there only. */
function isForeign(text: string, at: number): boolean {
  const before = text
    .slice(text.lastIndexOf('。', at - 1) + 1, at)
    .replace(/国\(境\)外/gu, '国\u0000境\u0000外')
    .replace(/\([^()]*\)/gu, (brackets) => '\u0000'.repeat(brackets.length))
    .replaceAll('国\u0000境\u0000外', '国(境)外');
  const lastOf = (pattern: RegExp) => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  return lastOf(words().foreign) > lastOf(words().domestic);
}

function isNoState(text: string, match: CountMatch): boolean {
  const [clause] = clauseAround(text, match.from, match.to);
  const before = text.slice(clause, match.number[0]);
  const named = text.slice(clause, match.from);
  return words().change.test(before) || words().planned.test(named);
}

/** Whether the clause speaks of another year than the report's (2022年接待15批次, 上年接待…). */
function isOtherYear(text: string, at: number, fiscalYear: number | null): boolean {
  const said = [
    ...sentenceBefore(text, at).matchAll(
      /(?<![\d至止到])(?<year>20\d\d)年|(?<!较|比|与|同|和)(?<prior>上年|去年|上一年)/gu,
    ),
  ].at(-1);
  if (said === undefined) return false;
  if (said.groups?.prior !== undefined) return !/当年|本年/u.test(sentenceBefore(text, at));
  return fiscalYear !== null && Number(said.groups?.year) !== fiscalYear;
}
