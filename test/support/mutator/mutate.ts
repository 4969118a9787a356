import { seeded } from '../../../samples/make/random.js';
import { MUTATIONS } from './mutations.js';

/** A damaged PDF and what was done to it. */
export interface Mutated {
  readonly name: string;
  readonly seed: number;
  readonly bytes: Uint8Array;
}

/**
 * A PDF damaged in a way that the seed decides, always the same for the same bytes and seed. Seeds from 0 on go through all ways in turn; a
 * way that the file has no place for gives way to the next one.
 */
export function mutate(bytes: Uint8Array, seed: number): Mutated {
  const pdf = Buffer.from(bytes).toString('latin1');
  const draw = seeded(seed);
  const ways = Object.entries(MUTATIONS);
  for (let turn = 0; turn < ways.length * 3; turn++) {
    const [name, mutation] = ways[(seed + turn) % ways.length] ?? [];
    const damaged = mutation?.(pdf, draw) ?? null;
    if (name !== undefined && damaged !== null && damaged !== pdf)
      return { name, seed, bytes: new Uint8Array(Buffer.from(damaged, 'latin1')) };
  }
  throw new Error('expected a PDF with objects, found none that can be damaged');
}
