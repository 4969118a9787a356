import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/normalize/report.js';
import type { VerifiedReport } from '../../../../src/verify/check.js';
import { verify } from '../../../../src/verify/verify.js';
import {
  type Account,
  corrupt,
  inHundredths,
  MIXED,
  PLAIN,
  pathOf,
  wholeReport,
} from '../../../support/whole-report.js';

const failing = ({ checks }: VerifiedReport) => checks.filter(({ outcome }) => outcome === 'violation');
const outcomes = (verified: VerifiedReport, id: string) =>
  new Set(verified.checks.filter(({ check }) => check === id).map(({ outcome }) => outcome));

const amount = fc.integer({ min: 1, max: 5_000_000 });
const account: fc.Arbitrary<Account> = fc.record({
  items: fc.record({
    // The contributions of the economic statement, so that these stand for one purpose in both.
    '2080505': fc.constant([2533, 0] as const),
    '2101102': fc.constant([899, 0] as const),
    '2150599': fc.tuple(fc.integer({ min: 10_000, max: 5_000_000 }), amount),
    '2210201': fc.constant([2193, 0] as const),
  }),
  fund: fc.oneof(fc.constant(0), amount),
  other: fc.oneof(fc.constant(0), amount),
  opening: fc.integer({ min: 0, max: 5000 }),
  closing: fc.integer({ min: 0, max: 5000 }),
  otherBalance: fc.oneof(fc.constant(0), amount),
});

const cells = ({ statements }: Report) =>
  statements.flatMap(({ rows }, s) =>
    rows.flatMap(({ figures }, r) =>
      Object.entries(figures).map(([column, { printed }]) => [`${s}/${r}/${column}`, printed] as const),
    ),
  );

describe('a report that adds up', () => {
  it('is exact in every identity, and nothing is found', () => {
    fc.assert(
      fc.property(account, (one) => {
        const verified = verify(wholeReport(one));
        expect(verified.findings).toEqual([]);
        expect(verified.checks.filter(({ outcome }) => !['exact', 'not-applicable'].includes(outcome))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is never called wrong when each of its figures is rounded for itself', () => {
    // In tenths of the last place; from one last place up, since a printed zero stands for nothing.
    const rounded = (tenths: number) => inHundredths(Math.round(tenths / 10));
    fc.assert(
      fc.property(account, (one) => {
        const grown = {
          ...one,
          opening: one.opening + 10,
          closing: one.closing + 5100,
          fund: one.fund + 10,
          other: one.other + 10,
        };
        const { findings, checks } = verify(wholeReport(grown, rounded));
        expect(checks.filter(({ outcome }) => outcome === 'violation')).toEqual([]);
        expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('compares cell by cell only where there is general public budget money and no other', () => {
    const id = 'statements/general-budget-only';
    expect(outcomes(verify(wholeReport(PLAIN)), id)).toEqual(new Set(['exact']));
    for (const other of [{ fund: 1 }, { other: 1 }, { otherBalance: 1 }])
      expect(outcomes(verify(wholeReport({ ...PLAIN, ...other })), id)).toEqual(new Set(['not-applicable']));
  });

  it('never compares revenue and expenditure of one function', () => {
    const verified = verify(wholeReport({ ...PLAIN, closing: 99_900 }));
    expect(failing(verified)).toEqual([]);
  });
});

describe('a changed digit in a report that adds up', () => {
  it('is told, whichever figure it is in', () => {
    const slip = fc.record({ at: fc.nat(), digit: fc.nat(), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.constantFrom(PLAIN, MIXED), slip, (one, { at, digit, by }) => {
        const before = wholeReport(one);
        const all = cells(before);
        const [path, printed] = all[at % all.length] ?? ['', ''];
        const places = [...printed].flatMap((character, place) => (/\d/.test(character) ? [place] : []));
        const place = places[digit % places.length] ?? 0;
        const other = String((Number(printed[place]) + by) % 10);
        const after = verify(corrupt(before, path, printed.slice(0, place) + other + printed.slice(place + 1)));
        expect(after.findings.length).toBeGreaterThan(0);
        const [s, r, column = ''] = path.split('/').map((part, index) => (index < 2 ? Number(part) : part));
        const status = after.statements[Number(s)]?.rows[Number(r)]?.figures[String(column)]?.status;
        // A last digit may hide in the rounding of its own sums; a statement beside it then confirms the whole within rounding.
        const last = place === printed.length - 1;
        if (!last) expect(status).toBe('disputed');
      }),
      { numRuns: 80 },
    );
  });

  it('one last place between two statements is rounding, two are a violation', () => {
    const before = wholeReport(PLAIN);
    const path = pathOf(before, 'revenue-and-expenditure', 'func-208', 'amount');
    const id = 'statements/expenditure-class';
    expect(outcomes(verify(corrupt(before, path, '25.32')), id)).toEqual(new Set(['exact', 'rounding']));
    expect(outcomes(verify(corrupt(before, path, '25.31')), id)).toEqual(new Set(['exact', 'violation']));
  });
});

describe('each check between statements', () => {
  it.each([
    ['statements/revenue-total', 'revenue', 'total', 'total'],
    ['statements/revenue-source', 'revenue', 'total', 'institutional'],
    ['statements/fiscal-revenue', 'revenue', 'total', 'fiscal'],
    ['statements/fund-revenue', 'appropriations', 'general-budget', 'amount'],
    ['statements/expenditure-total', 'expenditure', 'total', 'total'],
    ['statements/expenditure-class', 'expenditure', '221', 'total'],
    ['statements/general-budget', 'general-budget-expenditure', '215', 'total'],
    ['statements/government-funds', 'government-funds', 'total', 'income'],
    ['statements/state-capital', 'state-capital', 'total', 'total'],
    ['statements/basic-expenditure', 'general-budget-expenditure', 'total', 'basic'],
    ['statements/part-of-expenditure', 'general-budget-expenditure', '2101102', 'basic'],
    ['statements/part-of-balance', 'appropriations', 'opening', 'amount'],
    ['statements/non-fiscal', 'expenditure', 'total', 'total'],
    ['statements/receipts-and-outlays', 'expenditure', 'total', 'total'],
  ] as const)('%s fails where %s %s %s is another', (id, kind, key, column) => {
    const before = wholeReport(MIXED);
    expect(outcomes(verify(before), id)).not.toContain('violation');
    expect(outcomes(verify(corrupt(before, pathOf(before, kind, key, column), '7777.77')), id)).toContain('violation');
  });

  it.each([
    ['expenditure', '2210201', 'basic'],
    ['expenditure', '215', 'project'],
    ['appropriations', 'func-210', 'total'],
  ] as const)('statements/general-budget-only fails where %s %s %s is another', (kind, key, column) => {
    const before = wholeReport(PLAIN);
    const after = verify(corrupt(before, pathOf(before, kind, key, column), '7777.77'));
    expect(outcomes(after, 'statements/general-budget-only')).toContain('violation');
  });

  it.each([
    ['a smaller “三公” item', 'statements/three-public-items', 'three-public', 'reception', 'amount', 'violation'],
    [
      'a contribution that differs by function',
      'statements/item-and-use',
      'general-budget-basic-expenditure',
      '30113',
      'amount',
      'unresolved',
    ],
  ] as const)('%s', (_name, id, kind, key, column, outcome) => {
    const before = wholeReport(PLAIN);
    expect(outcomes(verify(corrupt(before, pathOf(before, kind, key, column), '3.33')), id)).toContain(outcome);
  });

  it('a difference that the comparison cell by cell tells is not told as a part above its whole too', () => {
    const before = wholeReport(PLAIN);
    const after = verify(corrupt(before, pathOf(before, 'general-budget-expenditure', '2101102', 'basic'), '77.77'));
    expect(outcomes(after, 'statements/general-budget-only')).toContain('violation');
    expect(outcomes(after, 'statements/part-of-expenditure')).toEqual(new Set(['exact']));
  });

  it('surplus that was distributed is a part of both reconciliations', () => {
    const before = wholeReport(MIXED);
    const path = (key: string) => pathOf(before, 'revenue-and-expenditure', key, 'amount');
    // 4.20 of other money are distributed and not carried forward: 2.31 of fiscal money are left.
    const after = verify(corrupt(corrupt(before, path('surplus-distribution'), '4.20'), path('closing'), '2.31'));
    expect(failing(after)).toEqual([]);
    for (const id of ['statements/non-fiscal', 'statements/receipts-and-outlays'])
      expect(outcomes(after, id)).toEqual(new Set(['exact']));
  });

  it('a statement that stops at the classes is not compared below them', () => {
    const before = wholeReport(PLAIN);
    const statements = before.statements.map((table) =>
      table.kind === 'general-budget-expenditure'
        ? { ...table, rows: table.rows.filter(({ code }) => code === null || code.code.length === 3) }
        : table,
    );
    const after = verify({ ...before, statements });
    expect(after.findings).toEqual([]);
    expect(outcomes(after, 'statements/general-budget-only')).toEqual(new Set(['exact']));
  });

  it('an economic class under another name than that of the catalogue is not compared', () => {
    const before = wholeReport(PLAIN);
    const statements = before.statements.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.key === '30113' && row.code ? { ...row, code: { ...row.code, match: 'other-name' as const } } : row,
      ),
    }));
    const renamed = { ...before, statements };
    const path = pathOf(renamed, 'general-budget-basic-expenditure', '30113', 'amount');
    expect(outcomes(verify(corrupt(renamed, path, '3.33')), 'statements/item-and-use')).toEqual(new Set(['exact']));
  });
});
