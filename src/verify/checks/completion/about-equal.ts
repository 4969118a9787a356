import { z } from 'zod';
import { readSeedJson } from '../../../normalize/seeds.js';

const schema = z.object({ aboutEqualPercent: z.number().int().positive() });

/** How many percent of the budget 基本持平 may be away from it. */
export function aboutEqualPercent(): number {
  return readSeedJson('checks/relations.json', schema).aboutEqualPercent;
}
