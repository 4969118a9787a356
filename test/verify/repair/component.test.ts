import { describe, expect, it } from 'vitest';
import type { Check, Identity, Term } from '../../../src/verify/check.js';
import { candidatesOf } from '../../../src/verify/repair/candidates.js';
import { componentsOf } from '../../../src/verify/repair/component.js';
import { imageFigures } from '../../../src/verify/repair/image-figure.js';
import { modelOf } from '../../../src/verify/repair/model.js';
import { evaluateAll, type Problem, problemOf } from '../../../src/verify/repair/problem.js';
import { scopeOf } from '../../../src/verify/repair/scope.js';
import { solver } from '../../../src/verify/repair/solver.js';
import { mapFigures, readAs, withSecond } from '../../support/misread-scans.js';
import { report, statement } from '../../support/statement-factory.js';

/** Figures a, b, c … of one column, as read. */
function scanned(...printed: readonly string[]) {
  const rows = printed.map((text, at) => [`row-${at}`, text] as const);
  return mapFigures({ ...report(statement('other', ['amount'], rows)) }, (_, figure) =>
    readAs(figure, figure.printed, 0.95),
  );
}

/** Identities by row numbers: the first is the sum of the others. */
function problem(of: ReturnType<typeof scanned>, ...sums: readonly (readonly number[])[]): Problem {
  const term = (row: number): Term => ({
    sign: 1,
    label: `row ${row}`,
    path: `0/${row}/amount`,
    figure: of.statements[0]?.rows[row]?.figures.amount ?? null,
  });
  const identities = sums.map(([total = 0, ...parts]): Identity => {
    return { subject: `row ${total}`, shape: 'sum', left: [term(total)], right: parts.map(term), doubt: null };
  });
  const check = { id: 'test/sum', zh: '', en: '', severity: 'error', notApplicable: '' } as const;
  const checks: readonly Check[] = [{ ...check, identities: () => identities }];
  const found = problemOf(of, evaluateAll(of, checks));
  if (found === null) throw new Error('no figure from an image');
  return found;
}

describe('componentsOf', () => {
  const read = scanned('9.00', '4.00', '3.00', '9.00', '4.00', '3.00', '7.00');
  it('has none where everything holds', () => {
    expect(componentsOf(problem(read, [6, 1, 2]), false)).toEqual([]);
  });

  it('keeps failing sums apart that share no figure, and joins those that do', () => {
    const apart = componentsOf(problem(read, [0, 1, 2], [3, 4, 5]), false);
    expect(apart.map(({ suspects }) => suspects.length)).toEqual([3, 3]);
    const joined = componentsOf(problem(read, [0, 1, 2], [3, 4, 2]), false);
    expect(joined.map(({ failing, suspects }) => [failing.length, suspects.length])).toEqual([[2, 5]]);
  });

  it('joins no figures over exact sums', () => {
    expect(componentsOf(problem(read, [0, 1, 2], [6, 1, 2]), false)[0]?.failing).toHaveLength(1);
  });

  it('counts a gap within rounding only among exact ones, and never alone', () => {
    const nudged = scanned('7.01', '4.00', '3.00', '9.00');
    expect(componentsOf(problem(nudged, [0, 1, 2]), true)).toEqual([]);
    expect(componentsOf(problem(nudged, [0, 1, 2], [3, 1, 2]), true)[0]?.failing).toHaveLength(2);
    expect(componentsOf(problem(nudged, [0, 1, 2], [3, 1, 2]), false)[0]?.failing).toHaveLength(1);
  });
});

describe('candidatesOf', () => {
  it('puts the other engine first, raises the price of all where both agree, and keeps to the usual last place', () => {
    const image = imageFigures(scanned('26.15', '10.00', '12.00')).get('0/0/amount');
    if (image === undefined) throw new Error('no image');
    const alone = candidatesOf(image);
    expect(alone.find(({ amount }) => amount.fen === 25_150_000)?.price).toBe(4);
    expect(alone.every(({ amount }) => amount.stepFen === 10_000)).toBe(true);
    const reread = (text: string) => {
      const figure = withSecond(image.figure, text);
      const of = scanned('26.15', '10.00', '12.00');
      return (
        imageFigures(mapFigures(of, (path, own) => (path === '0/0/amount' ? figure : own))).get('0/0/amount') ?? image
      );
    };
    const [cheapest] = candidatesOf(reread('25.15'));
    expect(cheapest).toMatchObject({ price: 1, amount: { fen: 25_150_000 }, reading: { text: '25.15' } });
    expect(candidatesOf(reread('26.15'))[0]?.price).toBeGreaterThanOrEqual(20);
  });
});

describe('modelOf', () => {
  it('finds the cheapest change that satisfies all identities, and the next one once that is forbidden', async () => {
    const { solve } = await solver();
    const of = problem(scanned('87.43', '65.18', '22.25', '31.29', '13.95', '12.34'), [0, 1, 2], [3, 4, 5]);
    const [component] = componentsOf(of, true);
    const scope = component && scopeOf(of, component, 6);
    if (!scope) throw new Error('no scope');
    const best = async (forbidden: Parameters<typeof modelOf>[2]) => {
      const model = modelOf(scope, true, forbidden, 5);
      const solved = await solve(model.text);
      return solved.kind === 'solved' ? { price: solved.price, changes: model.changesOf(solved.values) } : null;
    };
    const first = await best([]);
    expect(first).toMatchObject({ price: 4, changes: [{ path: '0/4/amount', amount: { fen: 18_950_000 } }] });
    const second = await best([first?.changes ?? []]);
    expect(second).toMatchObject({ price: 5, changes: [{ path: '0/5/amount', amount: { fen: 17_340_000 } }] });
    expect(await best([first?.changes ?? [], second?.changes ?? []])).toBeNull();
  });
});
