import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, Report } from '../../src/normalize/report.js';
import { verify } from '../../src/verify/verify.js';
import { type RowSpec, report, statement } from '../support/statement-factory.js';

/** Basic and project expenditure of an item, in hundredths of a 万元 or finer units. */
type Item = readonly [basic: number, project: number];
/** classes > sections > items. */
type Tree = readonly (readonly (readonly Item[])[])[];

const MAX_WIDTH = 3;
const trees = (least: number, most: number): fc.Arbitrary<Tree> => {
  const amount = fc.integer({ min: least, max: most });
  const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: MAX_WIDTH });
  return list(list(list(fc.tuple(amount, amount))));
};

const add = (items: readonly Item[]): Item =>
  items.reduce(([b, p], [basic, project]): Item => [b + basic, p + project], [0, 0]);
const two = (index: number) => String(index + 1).padStart(2, '0');

/** The statement of a tree, each value printed for itself by `print`. */
function accounts(tree: Tree, print: (amount: number) => string): Report {
  const row = (key: string, items: readonly Item[]): RowSpec => {
    const [basic, project] = add(items);
    return [key, print(basic + project), print(basic), print(project)];
  };
  const rows = tree.flatMap((sections, c) => [
    row(`20${c + 1}`, sections.flat()),
    ...sections.flatMap((items, s) => [
      row(`20${c + 1}${two(s)}`, items),
      ...items.map((item, i) => row(`20${c + 1}${two(s)}${two(i)}`, [item])),
    ]),
  ]);
  return report(statement('expenditure', ['total', 'basic', 'project'], [row('total', tree.flat(2)), ...rows]));
}

const cents = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

function figuresOf({ statements }: Report): readonly Figure[] {
  return statements.flatMap(({ rows }) => rows.flatMap(({ figures }) => Object.values(figures)));
}

/** The report with the amount of one figure changed by `fen`. */
function changed(before: Report, target: number, fen: number): Report {
  let seen = -1;
  const statements = before.statements.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      figures: Object.fromEntries(
        Object.entries(row.figures).map(([key, figure]) => {
          seen += 1;
          const amount = figure.amount && { ...figure.amount, fen: figure.amount.fen + fen };
          return [key, seen === target ? { ...figure, amount } : figure];
        }),
      ),
    })),
  }));
  return { ...before, statements };
}

const CENT_FEN = 10_000;

describe('a hierarchy that adds up', () => {
  it('is exact everywhere and verifies every figure', () => {
    fc.assert(
      fc.property(trees(0, 1_000_000), (tree) => {
        const after = verify(accounts(tree, cents));
        expect(new Set(after.checks.map(({ outcome }) => outcome))).toEqual(new Set(['exact']));
        expect(new Set(figuresOf(after).map(({ status }) => status))).toEqual(new Set(['verified']));
        expect(after.findings).toEqual([]);
      }),
    );
  });

  it('finds a changed digit: in the last place it is never verified, above it always disputed', () => {
    const slip = fc.record({
      digit: fc.integer({ min: 1, max: 9 }),
      place: fc.integer({ min: 0, max: 5 }),
      sign: fc.constantFrom(1, -1),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(trees(0, 1_000_000), slip, (tree, { digit, place, sign, at }) => {
        const before = accounts(tree, cents);
        const target = at % figuresOf(before).length;
        const after = verify(changed(before, target, sign * digit * 10 ** place * CENT_FEN));
        const status = figuresOf(after)[target]?.status;
        if (place === 0) expect(['consistent', 'disputed']).toContain(status);
        else expect(status).toBe('disputed');
        expect(after.findings.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is never a violation when each value of a finer truth is rounded for itself', () => {
    // In tenths of a cent. From one cent up: a printed zero stands for nothing, so an amount that rounds to it is lost.
    const rounded = (amount: number) => cents(Math.round(amount / 10));
    fc.assert(
      fc.property(trees(10, 1_000_000), (tree) => {
        for (const { outcome } of verify(accounts(tree, rounded)).checks)
          expect(['exact', 'rounding']).toContain(outcome);
      }),
    );
  });
});
