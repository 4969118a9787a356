import { expect, test } from 'vitest';
import { type KeptSolutions, remembering, solvedSchema } from '../../../src/verify/repair/kept-solutions.js';
import { type Solved, solver } from '../../../src/verify/repair/solver.js';

const PROGRAM = 'Minimize\ncost: + 2 x\n + 3 y\nSubject To\nr0: + 1 x\n + 1 y >= 1\nBounds\nBinary\nx\ny\nEnd';
const IMPOSSIBLE = PROGRAM.replace('>= 1', '>= 3');

/** Solutions in memory, as JSON keeps them. */
function memory(): KeptSolutions & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get: async (program) => {
      const text = texts.get(program);
      return text === undefined ? null : solvedSchema.parse(JSON.parse(text));
    },
    put: async (program, solved) => void texts.set(program, JSON.stringify(solved)),
  };
}

test.each([
  ['with a solution', PROGRAM, { kind: 'solved', price: 2, values: { x: 1 } }],
  ['without', IMPOSSIBLE, { kind: 'none' }],
])('a program %s is solved once; afterwards the solver is not even loaded', async (_, program, outcome) => {
  const kept = memory();
  expect(await remembering(solver, kept).solve(program)).toEqual(outcome);
  const unloadable = async () => {
    throw new Error('loaded');
  };
  expect(await remembering(unloadable, kept).solve(program)).toEqual(outcome);
  await expect(remembering(unloadable, kept).solve(`${program} `)).rejects.toThrow('loaded');
});

test('where nothing is kept every program is solved', async () => {
  const asked: string[] = [];
  const counting = async () => ({
    solve: async (text: string): Promise<Solved> => {
      asked.push(text);
      return { kind: 'none' };
    },
  });
  const { solve } = remembering(counting, null);
  await solve('a');
  await solve('a');
  expect(asked).toEqual(['a', 'a']);
});
