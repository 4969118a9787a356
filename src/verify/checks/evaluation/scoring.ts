import { z } from 'zod';
import { readSeedJson } from '../../../normalize/seeds.js';

const schema = z.object({
  origin: z.string(),
  grades: z.array(
    z.object({
      word: z.enum(['优', '良', '中', '差']),
      from: z.number().int(),
      below: z.number().int().nullable(),
    }),
  ),
  noDeviation: z.string(),
  levelWeights: z.array(z.object({ levels: z.array(z.string()), from: z.number().int(), to: z.number().int() })),
  uniformProjects: z.number().int(),
  identicalGoal: z.number().int(),
  identicalIndicators: z.number().int(),
  repeatedProblem: z.number().int(),
});

/**
 * How self-evaluation tables are marked: grades, words for "no deviation", usual weights, and from how many projects, rows or
 * letters on alikeness is worth telling. Marks in whole 分.
 */
export function scoring(): z.infer<typeof schema> {
  return readSeedJson('evaluation/scoring.json', schema);
}
