import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../src/normalize/figures/amount.js';
import type { Unit } from '../../../src/normalize/figures/unit.js';
import { replay } from '../../../src/normalize/text/edit.js';

const WAN: Unit = { text: '万元', fenPerUnit: 1_000_000 };
const YUAN: Unit = { text: '元', fenPerUnit: 100 };

describe('amounts', () => {
  it.each<[string, Unit, number, number, string[]]>([
    ['2568.50', WAN, 2_568_500_000, 10_000, []],
    ['2568.5', WAN, 2_568_500_000, 100_000, []],
    ['21968', WAN, 21_968_000_000, 1_000_000, []],
    ['0', WAN, 0, 1_000_000, []],
    ['0.00', WAN, 0, 10_000, []],
    ['91,016,775.35', YUAN, 9_101_677_535, 1, ['thousands-separators']],
    ['28861.938591', WAN, 28_861_938_591, 1, []],
    ['28861.9385910', WAN, 28_861_938_591, 1, []],
    ['12.500', YUAN, 1250, 1, []],
    ['1, 537.4', WAN, 1_537_400_000, 100_000, ['blanks-removed', 'thousands-separators']],
    ['１，２３４．５０', WAN, 1_234_500_000, 10_000, ['full-width-digits', 'thousands-separators']],
    ['12·50', WAN, 12_500_000, 10_000, ['decimal-point']],
    ['.50', WAN, 500_000, 10_000, ['leading-zero']],
    ['-5', WAN, -5_000_000, 1_000_000, []],
    ['－5', WAN, -5_000_000, 1_000_000, ['full-width-digits']],
    ['−5', WAN, -5_000_000, 1_000_000, ['minus-sign']],
    ['– 5', WAN, -5_000_000, 1_000_000, ['blanks-removed', 'minus-sign']],
    ['—5', WAN, -5_000_000, 1_000_000, ['minus-sign']],
    ['(5)', WAN, -5_000_000, 1_000_000, ['brackets-negative']],
    ['（5）', WAN, -5_000_000, 1_000_000, ['full-width-digits', 'brackets-negative']],
    ['△5', WAN, -5_000_000, 1_000_000, ['minus-triangle']],
    ['▲1,005', WAN, -1_005_000_000, 1_000_000, ['minus-triangle', 'thousands-separators']],
    ['负5', WAN, -5_000_000, 1_000_000, ['minus-word']],
    ['5负', WAN, -5_000_000, 1_000_000, ['minus-word']],
    ['+5', WAN, 5_000_000, 1_000_000, ['plus-sign']],
    ['-0.00', WAN, 0, 10_000, []],
    [' 5 ', WAN, 5_000_000, 1_000_000, ['blanks-removed']],
    ['90071992547409.91', YUAN, Number.MAX_SAFE_INTEGER, 1, []],
  ])('%s %o', (printed, unit, fen, stepFen, rules) => {
    const reading = readAmount(printed, unit);
    expect(reading).toMatchObject({ reading: 'amount', amount: { fen, stepFen }, reason: null });
    expect(Object.is(reading.amount?.fen, -0)).toBe(false);
    expect(reading.edits.map((edit) => edit.rule)).toEqual(rules);
  });

  it.each(['', ' ', '　'])('blank: %j', (printed) => {
    expect(readAmount(printed, WAN)).toEqual({ reading: 'blank', amount: null, edits: [], reason: null });
  });

  it.each(['-', '—', '——', '－－', '–', '─', '/', '／', '无', '不适用', '- -'])('dash: %s', (printed) => {
    expect(readAmount(printed, WAN)).toEqual({ reading: 'dash', amount: null, edits: [], reason: null });
  });

  it.each([
    '12,34',
    '1,2345',
    '12,345,67.00',
    '0,123',
    '1.2.3',
    '5 3.20',
    '12.50 13.00',
    '05',
    '208 05 05',
    '26.43%',
    '２６．４３％',
    '12.50万元',
    'XX',
    '合计',
    '①',
    '5²',
    '5.',
    '(-5)',
    '-△5',
    '(5',
    '1O.50',
    'l2',
    '**',
    '1e5',
    '0x10',
    'Infinity',
  ])('unreadable: %s', (printed) => {
    expect(readAmount(printed, WAN)).toEqual({
      reading: 'unreadable',
      amount: null,
      edits: [],
      reason: 'it is not one number',
    });
  });

  it.each([
    ['12.345', YUAN, 'it is printed finer than 0.01 yuan (under 元)'],
    ['1.1234567', WAN, 'it is printed finer than 0.01 yuan (under 万元)'],
    ['90071992547409.92', YUAN, 'it is above 2^53 fen (under 元)'],
  ])('no integer fen: %s', (printed, unit, reason) => {
    expect(readAmount(printed, unit)).toEqual({ reading: 'unreadable', amount: null, edits: [], reason });
  });
});

describe('recognised text', () => {
  it.each([
    ['1O.5O', 10_500_000],
    ['l2.50', 12_500_000],
    ['I,OOO.o1', 1_000_010_000],
    ['(2l)', -21_000_000],
  ])('%s is %d fen, with the edit named', (printed, fen) => {
    const reading = readAmount(printed, WAN, { ocr: true });
    expect(reading.amount?.fen).toBe(fen);
    expect(reading.edits.map((edit) => edit.rule)).toContain('letter-for-digit');
  });

  it.each([
    ['2.106.66', 21_066_600_00],
    ['2.106.66.', 21_066_600_00],
    ['-1,234.567,89', -1_234_567_890_000],
    ['..25.33', 253_300_00],
    ['12.50,', 125_000_00],
  ])('%s has its points and commas read anew: %d fen', (printed, fen) => {
    const reading = readAmount(printed, WAN, { ocr: true });
    expect(reading.amount?.fen).toBe(fen);
    expect(reading.edits.map((edit) => edit.rule)).toContain('misread-separators');
    expect(readAmount(printed, WAN).reading).toBe('unreadable');
  });

  it.each(['1,234.56', '.50', '1.234', '0.60'])('%s stands as it is', (printed) => {
    const edits = readAmount(printed, WAN, { ocr: true }).edits.map(({ rule }) => rule);
    expect(edits).not.toContain('misread-separators');
    expect(edits).toEqual(readAmount(printed, WAN).edits.map(({ rule }) => rule));
  });

  it.each(['2.106.6', '1.23.456', '12.3456.78', '1,2.50'])('%s could be several numbers', (printed) => {
    expect(readAmount(printed, WAN, { ocr: true }).reading).toBe('unreadable');
  });

  it.each(['O', 'Ol', 'lO.oo', 'ZOq5', '1O%'])('%s stays unreadable', (printed) => {
    expect(readAmount(printed, WAN, { ocr: true }).reading).toBe('unreadable');
  });
});

/** How a report may print the canonical number: sign, separators, width. */
interface Style {
  readonly sign: (number: string) => string;
  readonly separator: string;
  readonly fullWidth: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  sign: fc.constantFrom<Style['sign']>(
    (number) => `-${number}`,
    (number) => `－${number}`,
    (number) => `− ${number}`,
    (number) => `—${number}`,
    (number) => `(${number})`,
    (number) => `（ ${number} ）`,
    (number) => `△${number}`,
    (number) => `▲${number}`,
    (number) => `负${number}`,
  ),
  separator: fc.constantFrom('', ',', '，', ', '),
  fullWidth: fc.boolean(),
});

function print(
  fen: number,
  decimals: number,
  { sign, separator, fullWidth }: Style,
): { canonical: string; printed: string } {
  const digits = String(Math.abs(fen)).padStart(decimals + 1, '0');
  const integer = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, separator) + fraction;
  const wide = fullWidth ? grouped.replace(/[\d.]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)) : grouped;
  return {
    canonical: `${fen < 0 ? '-' : ''}${integer}${fraction}`,
    printed: fen < 0 ? sign(wide) : wide,
  };
}

describe('properties', () => {
  const fen = fc.maxSafeInteger();

  it('reads every printed form back, and its edits lead to the canonical text', () => {
    fc.assert(
      fc.property(fen, fc.constantFrom(0, 1, 2), style, (units, decimals, how) => {
        const { printed, canonical } = print(units, decimals, how);
        const unit: Unit = { text: '元', fenPerUnit: 10 ** decimals };
        const reading = readAmount(printed, unit);
        expect(reading).toMatchObject({ reading: 'amount', amount: { fen: units, stepFen: 1 } });
        expect(replay(printed, reading.edits)).toBe(canonical);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and gives an amount exactly when it says so', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,，-－—()（）△负 Ol%万/') });
    fc.assert(
      fc.property(text, fc.boolean(), (printed, ocr) => {
        const reading = readAmount(printed, WAN, { ocr });
        expect(reading.amount !== null).toBe(reading.reading === 'amount');
        expect(reading.reason !== null).toBe(reading.reading === 'unreadable');
        expect(replay(printed, reading.edits)).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});
