import { confusions } from './confusions.js';

/** What became of one program: its best solution and price, or that there is none, or that the search was cut short. */
export type Solved =
  | {
      readonly kind: 'solved';
      readonly price: number;
      /** Variables that are not zero. */
      readonly values: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'cut-short' };

export interface Solver {
  readonly solve: (text: string) => Promise<Solved>;
}

let loaded: Promise<Solver> | undefined;

/**
 * HiGHS, loaded when the first program has to be solved: a report without images never does. It is given a limit of nodes and none of
 * time, so that a slow machine finds the same as a quick one.
 */
export function solver(): Promise<Solver> {
  loaded ??= load();
  return loaded;
}

/** A solver that gives up after so many programs: a report that is misread throughout is not worth an hour. */
export function limited({ solve }: Solver, most: number): Solver {
  let left = most;
  return {
    solve: async (text) => {
      left -= 1;
      return left < 0 ? { kind: 'cut-short' } : solve(text);
    },
  };
}

function options() {
  return {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
    mip_feasibility_tolerance: 1e-9,
    primal_feasibility_tolerance: 1e-9,
    mip_max_nodes: confusions().limits.nodes,
    random_seed: 0,
  };
}

/** What a solution depends on besides its program and the version of HiGHS. */
export function solverSettings(): string {
  return JSON.stringify(options());
}

async function load(): Promise<Solver> {
  const { default: entry } = await import('highs');
  // The package ships one type file, of its CommonJS half; its ES module exports the loader itself.
  const highs = await (entry as unknown as typeof entry.default)();
  const solve = async (text: string): Promise<Solved> => {
    const { Status, ObjectiveValue, Columns } = highs.solve(text, options());
    if (Status === 'Infeasible') return { kind: 'none' };
    if (Status !== 'Optimal') return { kind: 'cut-short' };
    const values = Object.entries(Columns).flatMap(([name, column]): [string, number][] => {
      const value = 'Primal' in column ? (column.Primal ?? 0) : 0;
      return value === 0 ? [] : [[name, value]];
    });
    return { kind: 'solved', price: Math.round(ObjectiveValue), values: Object.fromEntries(values) };
  };
  return { solve };
}
