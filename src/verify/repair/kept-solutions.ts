import { z } from 'zod';
import type { Solved, Solver } from './solver.js';

/** What became of a program, as it is kept between runs. */
export const solvedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('solved'), price: z.number().int(), values: z.record(z.string(), z.number()) }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('cut-short') }),
]);

/** Programs and what became of them; the whole text of a program is its key. Both never fail. */
export interface KeptSolutions {
  readonly get: (program: string) => Promise<Solved | null>;
  readonly put: (program: string, solved: Solved) => Promise<void>;
}

/**
 * A solver that remembers: the same program has the same solution, since its search is limited by nodes and not by time. The solver
 * itself is loaded for the first program that is not known.
 * @param kept `null`: none is known
 */
export function remembering(load: () => Promise<Solver>, kept: KeptSolutions | null): Solver {
  return {
    solve: async (text) => {
      const known = (await kept?.get(text)) ?? null;
      if (known !== null) return known;
      const solved = await (await load()).solve(text);
      await kept?.put(text, solved);
      return solved;
    },
  };
}
