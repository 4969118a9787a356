import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import { type CountMatch, countMatches, type FactPattern, factPattern } from './fact-pattern.js';
import { clauseAround, type FactSource, type FoundFact, foundFact } from './fact-source.js';

const plain = z.string().transform((source) => new RegExp(source, 'u'));
const whole = z.string().transform((source) => new RegExp(`^(?:${source})$`, 'u'));
const every = z.string().transform((source) => new RegExp(source, 'gu'));
const schema = z.object({
  relevant: plain,
  stages: z.array(z.object({ stage: z.string(), pattern: every })),
  notProjects: plain,
  projects: z.array(factPattern),
  grades: z.array(z.object({ grade: z.string(), pattern: whole })),
  graded: z.array(factPattern),
  gradeContext: plain,
  score: z.array(factPattern),
  problems: z.array(z.object({ subject: z.string(), pattern: factPattern })),
});
const words = (): z.output<typeof schema> => readSeedJson('narrative/facts-performance.json', schema);

/**
 * 预算绩效: projects with targets, tracked, evaluated (`subject` is the stage), by grade, the average score, problems found and mended. A
 * number of projects without a stage in its sentence is not read. `isAbout`: the heading speaks of 绩效, so the paragraph need not.
 */
export function readPerformance(source: FactSource, isAbout: boolean): readonly FoundFact[] {
  const { text } = source.form;
  const seed = words();
  if (!isAbout && !seed.relevant.test(text)) return [];
  const taken = new Set<number>();
  const free = (match: CountMatch): boolean => {
    const isFree = !taken.has(match.number[0]);
    taken.add(match.number[0]);
    return isFree;
  };
  const read = (patterns: readonly FactPattern[]) => patterns.flatMap((pattern) => countMatches(text, pattern));
  const scores = read(seed.score)
    .filter(free)
    .map((match) => numbered(source, match, { kind: 'performance-score', measure: 'score' }));
  const problems = seed.problems.flatMap(({ subject, pattern }) =>
    read([pattern])
      .filter(free)
      .map((match) => numbered(source, match, { kind: 'performance-problems', subject })),
  );
  const graded = read(seed.graded)
    .filter((match) => seed.gradeContext.test(sentenceOf(text, match.number[0])))
    .filter(free)
    .map((match) => numbered(source, match, { kind: 'performance-graded', subject: gradeOf(match) }));
  const projects = read(seed.projects)
    .filter(free)
    .flatMap((match) => {
      const subject = stageAt(text, match);
      return subject === null ? [] : [numbered(source, match, { kind: 'performance-projects', subject })];
    });
  return [...scores, ...problems, ...graded, ...projects];
}

type Named = Pick<Parameters<typeof foundFact>[1], 'kind' | 'subject' | 'measure'>;

function numbered(source: FactSource, match: CountMatch, named: Named): FoundFact {
  // The name stands before the number (编报绩效目标的2024年度项目4个), or behind it (6个项目).
  const [clause] = clauseAround(source.form.text, match.from, match.to);
  const from = named.kind === 'performance-projects' ? clause : match.from;
  const label: readonly [number, number] =
    match.number[0] > match.from ? [from, match.number[0]] : [match.number[0], match.to];
  return foundFact(source, { ...named, label, number: match.number, unit: match.unit });
}

function gradeOf(match: CountMatch): string {
  const printed = match.groups.grade ?? '';
  return words().grades.find(({ pattern }) => pattern.test(printed))?.grade ?? printed;
}

/** The stage a number of projects is of: named last before it in its clause, else first behind it in its sentence, else last before it there. */
function stageAt(text: string, match: CountMatch): string | null {
  const [clause, clauseEnd] = clauseAround(text, match.from, match.to);
  const start = text.lastIndexOf('。', match.from - 1) + 1;
  const end = text.indexOf('。', match.to);
  const named = words()
    .stages.flatMap(({ stage, pattern }) =>
      [...text.slice(start, end < 0 ? text.length : end).matchAll(pattern)].map((found) => ({
        stage,
        from: start + found.index,
        to: start + found.index + found[0].length,
      })),
    )
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const before = named.filter(({ from }) => from < match.number[0]);
  const inClause = longest(before.filter(({ from }) => from >= clause));
  const behind = named.find(({ from }) => from >= match.number[1] && from < clauseEnd);
  return (inClause ?? behind ?? longest(before) ?? named.find(({ from }) => from >= match.number[1]))?.stage ?? null;
}

/** The last of the named stages; where two overlap (绩效跟踪评价), the one that begins first. */
function longest<Named extends { readonly from: number; readonly to: number }>(
  named: readonly Named[],
): Named | undefined {
  const last = named.at(-1);
  if (last === undefined) return undefined;
  return named.find(({ from, to }) => from <= last.from && to > last.from) ?? last;
}

function sentenceOf(text: string, index: number): string {
  const end = text.indexOf('。', index);
  return text.slice(text.lastIndexOf('。', index - 1) + 1, end < 0 ? text.length : end);
}
