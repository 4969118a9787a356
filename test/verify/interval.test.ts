import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeRatio, compareRate, growthRatio, rateAt, ratio } from '../../src/verify/interval.js';

/** 万元 with two decimals, in fen. */
const wan = (hundredths: number) => ({ value: hundredths * 10_000, step: 10_000 });
/** A percentage with two decimals, in ten-thousandths. */
const percent = (hundredths: number) => ({ value: hundredths * 100, step: 100 });

describe('compareRate', () => {
  it.each([
    ['12.68 of 25.33', changeRatio(wan(2533), wan(1268)), 10024, 'exact'],
    ['the lower bound of the feasible interval', changeRatio(wan(2533), wan(1268)), 10012, 'rounding'],
    ['its upper bound', changeRatio(wan(2533), wan(1268)), 10036, 'rounding'],
    ['beyond it', changeRatio(wan(2533), wan(1268)), 10010, 'wrong'],
    ['536.88 on 2031.62', changeRatio(wan(256850), wan(53688)), 2643, 'exact'],
    ['one last place away', changeRatio(wan(256850), wan(53688)), 2644, 'nudged'],
    ['a share', ratio(wan(210666), wan(294005)), 7165, 'exact'],
    ['a wrong share', ratio(wan(210666), wan(294005)), 7173, 'wrong'],
    ['a share that was cut off', ratio(wan(1439), wan(2195535)), 6, 'truncated'],
    ['two ends', growthRatio(wan(2577), wan(6013)), -5714, 'exact'],
    ['a decrease that was cut off', growthRatio(wan(300000), wan(490000)), -3877, 'truncated'],
  ])('%s', (_, rate, printed, verdict) => {
    expect(rate && compareRate(percent(printed), rate)).toBe(verdict);
  });

  it('knows a percentage without decimals', () => {
    const rate = changeRatio(wan(2194096), wan(395898));
    expect(rate && compareRate({ value: 220_000, step: 10_000 }, rate)).toBe('exact');
  });

  it('accepts what any amounts behind the printed ones give', () => {
    const rounded = (value: bigint, step: bigint) =>
      Number(((2n * value + (value < 0n ? -step : step)) / (2n * step)) * step);
    const fen = { min: 20_000n, max: 10n ** 12n };
    fc.assert(
      fc.property(fc.bigInt(fen), fc.bigInt(fen), (base, amount) => {
        const printed = { value: rounded(amount, 10_000n), step: 10_000 };
        const change = { value: rounded(amount - base, 10_000n), step: 10_000 };
        const rate = changeRatio(printed, change);
        fc.pre(rate !== null);
        const share = rounded(((amount - base) * 10n ** 12n) / base, 10n ** 8n) / 10 ** 6;
        fc.pre(Number.isSafeInteger(share));
        expect(rate && compareRate({ value: share, step: 100 }, rate)).toMatch(/^(exact|rounding)$/);
      }),
    );
  });
});

describe('rates that nobody can tell', () => {
  it.each([
    ['nothing of nothing', ratio(wan(0), wan(0))],
    ['a whole that rounds to nothing', ratio(wan(1), wan(0))],
    ['a change as large as the amount', changeRatio(wan(1042), wan(1042))],
    ['no base', growthRatio(wan(2500), wan(0))],
  ])('%s', (_, rate) => {
    expect(rate).toBeNull();
  });
});

describe('rateAt', () => {
  it.each([
    [ratio(wan(1), wan(3)), 100, 333_300],
    [ratio(wan(1), wan(8)), 10_000, 130_000],
    [growthRatio(wan(50), wan(100)), 10_000, -500_000],
  ])('rounds half away from zero: %#', (rate, step, value) => {
    expect(rate && rateAt(rate, step)).toBe(value);
  });
});
