import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedSplits, decodeTargets } from '../../../src/normalize/evaluation/decode-targets.js';
import type { Indicator } from '../../../src/normalize/evaluation/evaluation.js';
import { scoreOf } from '../../../src/normalize/evaluation/quantity.js';
import { targetOf } from '../../../src/normalize/evaluation/target.js';

const cell = (text: string) => ({ text, places: [] });

function row(target: string, actual: string, weight: string, score: string): Indicator {
  return {
    level1: '',
    level2: '',
    level3: '',
    target: targetOf(cell(target)),
    actual,
    numbers: {
      actual: { ...scoreOf(cell(actual)), measure: 'count' },
      weight: scoreOf(cell(weight)),
      score: scoreOf(cell(score)),
    },
    deviation: '无',
    places: [],
  };
}

const read = ({ operator, value, unit, decoded }: Indicator['target']) => ({ operator, value, unit, decoded });

describe('targets in one cell', () => {
  it.each([
    ['=100季度', { operator: '=', value: 1_000_000, unit: '季度', decoded: 'printed' }],
    ['≧95%', { operator: '≥', value: 950_000, unit: '%', decoded: 'printed' }],
    ['≤90万元', { operator: '≤', value: 900_000, unit: '万元', decoded: 'printed' }],
    ['大于等于3次/年', { operator: '≥', value: 30_000, unit: '次/年', decoded: 'printed' }],
    ['98.5%', { operator: null, value: 985_000, unit: '%', decoded: 'printed' }],
    ['=1', { operator: '=', value: 10_000, unit: null, decoded: 'printed' }],
    ['≥100100', { operator: '≥', value: null, unit: null, decoded: 'raw' }],
    ['100', { operator: null, value: null, unit: null, decoded: 'raw' }],
    ['≥3个2批', { operator: '≥', value: null, unit: null, decoded: 'raw' }],
    ['按时完成', { operator: null, value: null, unit: null, decoded: 'words' }],
    ['12月底前', { operator: null, value: null, unit: null, decoded: 'words' }],
    ['', { operator: null, value: null, unit: null, decoded: 'words' }],
  ])('%s', (printed, expected) => {
    const target = targetOf(cell(printed));
    expect(read(target)).toEqual(expected);
    expect(target.printed).toBe(printed);
  });

  it.each([
    ['≥', '100', '%', { operator: '≥', value: 1_000_000, unit: '%', decoded: 'printed' }],
    ['≤', '30', '', { operator: '≤', value: 300_000, unit: null, decoded: 'printed' }],
    ['定性', '优良中低差', '', { operator: null, value: null, unit: null, decoded: 'words' }],
  ])('in three cells: %s %s %s', (operator, value, unit, expected) => {
    expect(read(targetOf(cell(value), cell(operator), cell(unit)))).toEqual(expected);
  });
});

describe('targets that the marks prove', () => {
  it.each([
    ['≥100100', '80', '3', '2.4', 1_000_000, '100'],
    ['=1001', '90', '20', '18', 1_000_000, '1'],
    ['≤5012', '100', '10', '5', 500_000, '12'],
    ['≥1000', '333', '10', '3.3', 10_000_000, null],
  ])('%s with %s: %s → %s', (printed, actual, weight, score, value, unit) => {
    const [decoded] = decodeTargets([row(printed, actual, weight, score)]);
    expect(decoded?.target).toMatchObject({ value, unit, decoded: 'proven' });
  });

  it('carries a proof over to rows with the same printed target, and to no other', () => {
    const rows = decodeTargets([
      row('=1001', '100', '10', '10'),
      row('=1001', '50', '10', '5'),
      row('=101', '100', '10', '10'),
    ]);
    expect(rows.map(({ target }) => target.decoded)).toEqual(['proven', 'proven', 'raw']);
  });

  it.each([
    ['full marks prove nothing', [row('=101', '100', '10', '10')]],
    ['no marks prove nothing', [row('=1001', '0', '10', '0')]],
    ['marks by another rule', [row('=1001', '90', '20', '7')]],
    ['two rows that prove different targets', [row('=1001', '90', '20', '18'), row('=1001', '9', '20', '18')]],
    ['a row that does not keep the rule', [row('=1001', '90', '20', '18'), row('=1001', '90', '20', '20')]],
  ])('%s', (_, rows) => {
    expect(decodeTargets(rows).map(({ target }) => target.decoded)).toEqual(rows.map(() => 'raw'));
  });

  it('always allows the true target, and never proves a wrong one', () => {
    const cases = fc.record({
      operator: fc.constantFrom('=', '≥', '≤', '>', '<'),
      target: fc.integer({ min: 1, max: 5000 }),
      code: fc.integer({ min: 0, max: 200 }),
      actual: fc.integer({ min: 1, max: 6000 }),
      weight: fc.integer({ min: 1, max: 30 }),
      places: fc.integer({ min: 0, max: 2 }),
    });
    let proven = 0;
    fc.assert(
      fc.property(cases, ({ operator, target, code, actual, weight, places }) => {
        const inverse = operator === '≤' || operator === '<';
        const [part, whole] = inverse ? [target, actual] : [actual, target];
        const scale = 10 ** places;
        // Rounded half up in integers.
        const marks = Math.min(weight * scale, Math.floor((2 * weight * scale * part + whole) / (2 * whole)));
        const score = (marks / scale).toFixed(places);
        const one = row(`${operator}${target}${code}`, String(actual), String(weight), score);
        expect(allowedSplits(one)?.map(({ value }) => value)).toContain(target * 10_000);
        const [decoded] = decodeTargets([one]);
        if (decoded?.target.decoded !== 'proven') return;
        proven++;
        expect(decoded.target).toMatchObject({ value: target * 10_000, unit: String(code) });
      }),
      { numRuns: 2000 },
    );
    expect(proven).toBeGreaterThan(100);
  });
});
