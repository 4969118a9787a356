import { beforeAll, describe, expect, it } from 'vitest';
import { readReport } from '../../../../src/pipeline.js';
import type { VerifiedReport } from '../../../../src/verify/check.js';

/** Instances of section 2.1 of forms-and-identities: 252 within the statements. */
const WITHIN = {
  'totals/revenue': 2, // T01.1, T04.1
  'totals/revenue-grand': 2, // T01.3, T04.3
  'totals/opening': 1, // T04.2
  'totals/expenditure-by-function': 5, // T01.2, T04.5 × 4
  'totals/expenditure-grand': 5, // T01.4, T04.3 × 4
  'balance/grand-totals': 2, // T01.5, T04.6
  'balance/fund': 3, // T04.7
  'across/revenue': 15, // T02.r
  'across/expenditure': 32, // T03.r 15, T05.r 15, T08.1, T09.1
  'across/funds': 29, // T04.4
  'hierarchy/total': 16, // 7 + 6 + 3 columns of T02, T03, T05
  'hierarchy/class': 71, // 4 classes × 16 columns, T06.1 × 7
  'hierarchy/section': 64, // 4 sections × 16 columns
  'basic-expenditure/personnel': 1, // T06.2
  'basic-expenditure/public': 1, // T06.3
  'three-public/total': 1, // T07.1
  'three-public/vehicles': 1, // T07.2
  'balance/carry-over': 1, // T08.1
};

/** Instances of section 2.2 that hold in any report, X01 to X10: the document counts 27 of these. */
const BETWEEN = {
  'statements/revenue-total': 1, // X01
  'statements/revenue-source': 5, // X02
  'statements/fiscal-revenue': 2, // X03
  'statements/fund-revenue': 3, // X04
  'statements/expenditure-total': 1, // X05
  'statements/expenditure-class': 26, // X06: 4, and 22 classes that are nil
  'statements/general-budget': 27, // X07: 4 classes and the total, and 22 classes that are nil
  'statements/government-funds': 4, // X08
  'statements/state-capital': 1, // X09
  'statements/basic-expenditure': 1, // X10
};
const NIL_CLASSES = 22;

/** The rest of 2.2: X12 with its 71 conditional instances, inequalities, reconciliations. */
const OTHERS = {
  'statements/general-budget-only': 71, // X12: 15 rows × 3 columns, 26 classes
  'statements/part-of-expenditure': 82, // X11: 14 codes × 3, 26 classes, 14 rows of T02
  'statements/part-of-balance': 2, // X14
  'statements/non-fiscal': 1, // X13
  'statements/receipts-and-outlays': 1, // X18
  'statements/housing-allowances': 1, // X16
  'statements/three-public-items': 4, // X17
};

const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

describe.each(['txt', 'pdf'])('the Quanzhou report as %s', (format) => {
  const file = format === 'txt' ? 'quanzhou-bigdata-2023-final.txt' : 'quanzhou-bigdata-2023-final-rebuilt.pdf';
  let report: VerifiedReport;
  beforeAll(async () => {
    report = await readReport(`samples/${file}`);
  });
  const exactOf = (ids: readonly string[]) =>
    Object.fromEntries(
      ids.map((id) => [id, report.checks.filter(({ check, outcome }) => check === id && outcome === 'exact').length]),
    );

  it('holds exactly in each identity of the specification', () => {
    for (const counts of [WITHIN, BETWEEN, OTHERS]) expect(exactOf(Object.keys(counts))).toEqual(counts);
    expect(total(WITHIN)).toBe(252);
    expect(total(BETWEEN) - 2 * NIL_CLASSES).toBe(27);
  });

  it('is told of nothing but the medical allowance that has no line by function', () => {
    const ids = new Set([
      ...Object.keys({ ...WITHIN, ...BETWEEN, ...OTHERS }),
      'statements/item-and-use',
      'rounding/statement',
      'parse/total-below-part',
    ]);
    const told = report.findings.filter(({ check }) => ids.has(check) || check.startsWith('codes/'));
    expect(told.map(({ check, severity }) => [check, severity])).toEqual([['statements/item-and-use', 'note']]);
    expect(told[0]?.message).toMatch(/30111 .*4\.78（第1[67]页）/);
  });
});
