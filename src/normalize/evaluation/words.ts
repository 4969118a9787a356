import { z } from 'zod';
import { readSeedJson } from '../seeds.js';
import { withoutOrdinal } from '../text/full-width.js';
import { FUND_COLUMNS, type FundColumn } from './evaluation.js';

/** What a label names a single text of: header, conclusion, grade. */
export const FIELDS = [
  'project',
  'supervisor',
  'implementer',
  'overview',
  'results',
  'totalScore',
  'grade',
  'problem',
  'suggestion',
] as const;
export type Field = (typeof FIELDS)[number];

/** Columns of the indicators as they are printed: Sichuan prints sign and unit of the target in columns of their own. */
export const PRINTED_COLUMNS = [
  'level1',
  'level2',
  'level3',
  'operator',
  'target',
  'unit',
  'actual',
  'weight',
  'score',
  'deviation',
] as const;
export type PrintedColumn = (typeof PRINTED_COLUMNS)[number];

const PROBLEM_COLUMNS = ['kind', 'problem', 'suggestion'] as const;
export type ProblemColumn = (typeof PROBLEM_COLUMNS)[number];

const GOAL_COLUMNS = ['expected', 'achieved'] as const;
export type GoalColumn = (typeof GOAL_COLUMNS)[number];

/** Printed words and the key that each stands for. */
export type Lexicon<Key extends string> = ReadonlyMap<string, Key>;

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const words = z.array(z.string().min(1));

/** Words by key as a look-up from {@link labelWord} to the key. */
function lexicon<Key extends string>(keys: readonly Key[]) {
  return z.record(z.string(), words).transform((byKey, context): Lexicon<Key> => {
    const found = new Map<string, Key>();
    for (const key of keys) {
      if (byKey[key] === undefined) context.addIssue({ code: 'custom', message: `words for ${key}` });
      for (const word of byKey[key] ?? []) found.set(word, key);
    }
    return found;
  });
}

const schema = z.object({
  title: pattern,
  titleEnds: pattern,
  otherTitle: pattern,
  segmentEnds: pattern,
  fields: lexicon<Field>(FIELDS),
  passing: words.transform((list) => new Set(list)),
  fundColumns: lexicon<FundColumn>(FUND_COLUMNS),
  fundRows: lexicon(['total', 'fiscal', 'carried', 'other']),
  goalColumns: lexicon<GoalColumn>(GOAL_COLUMNS),
  indicatorColumns: lexicon<PrintedColumn>(PRINTED_COLUMNS),
  problemColumns: lexicon<ProblemColumn>(PROBLEM_COLUMNS),
  problemKind: pattern,
  totals: words.transform((list) => new Set(list)),
  totalIsScore: pattern,
  grades: z.tuple([z.literal('优'), z.literal('良'), z.literal('中'), z.literal('差')]),
  levels1: words.transform((list) => new Set(list)),
  levels2: words.transform((list) => new Set(list)),
  levelParents: z
    .record(z.string(), words)
    .transform((byLevel2) => new Map(Object.entries(byLevel2).map(([level2, parents]) => [level2, new Set(parents)]))),
  columnLevels: words.transform((list) => new Set(list)),
  signs: words.transform((list) => new Set(list)),
});

/** The words of self-evaluation tables, from seeds/evaluation/words.json. */
export function evaluationWords(): z.infer<typeof schema> {
  return readSeedJson('evaluation/words.json', schema);
}

/** Labels with a remark in brackets, as 问题与建议（每条问题和建议不少于30个字）, are shorter. */
const LONGEST = 48;

/** A label for comparison: no blanks, no brackets with what they hold, no ordinal, no colon: "年度资金总额：", "执行率（%）", "1.存在问题". */
export function labelWord(text: string): string {
  // No label is that long: a sentence needs no comparison.
  if (text.length > LONGEST) return text;
  return withoutOrdinal(text)
    .replace(/\([^()]*\)/g, '')
    .replace(/[:,、]+$/, '');
}
