import { z } from 'zod';
import { readSeedJson } from '../../../normalize/seeds.js';

const schema = z.object({
  increase: z.string().min(1),
  decrease: z.string().min(1),
  emptyReason: z.string().min(1),
  templates: z.array(z.string().min(1)).min(1),
  sharedItems: z.number().int().min(2),
  sharedRatio: z.number().int().min(2),
  clauseLength: z.number().int().positive(),
});

/**
 * Words about reasons. `increase`, `decrease`: a reason that only repeats the change. `emptyReason`: 主要原因是 followed by nothing.
 * `templates`: words of the form that should have been chosen between. `sharedItems`, `sharedRatio`: from how many items on, and from how
 * many times the smallest rate, one reason explains too much. `clauseLength`: characters from which on a clause is a reason.
 */
export function reasonSeeds(): z.infer<typeof schema> {
  return readSeedJson('checks/reasons.json', schema);
}
