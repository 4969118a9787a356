import type { PrintedValue } from './diagnosis.js';

/** An exact fraction with a positive denominator. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** A percentage recomputed from printed amounts: what the printed values give, and the bounds that their rounding leaves. */
export interface Rate {
  readonly point: Fraction;
  readonly low: Fraction;
  readonly high: Fraction;
}

/**
 * How a printed percentage agrees with a recomputed one. `exact`: it is what the printed amounts give, rounded half up. `rounding`: the
 * amounts before rounding can give it. `truncated`: only when its last places were cut off. `nudged`: one last place away.
 */
export type RateVerdict = 'exact' | 'rounding' | 'truncated' | 'nudged' | 'wrong';

/** Ten-thousandths of a percent in one whole: a rate of 1 is 100 %, written as 1 000 000. */
const WHOLE = 1_000_000n;

interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** Twice the value with half a step each way, so that odd steps stay integers. */
function doubled({ value, step }: PrintedValue): Range {
  const [middle, half] = [2n * BigInt(value), BigInt(step)];
  return { low: middle - half, high: middle + half };
}

function fraction(over: bigint, under: bigint): Fraction {
  return under < 0n ? { over: -over, under: -under } : { over, under };
}

function isLess(a: Fraction, b: Fraction): boolean {
  return a.over * b.under < b.over * a.under;
}

function rateOver(point: Fraction, corners: readonly Fraction[]): Rate {
  let [low, high] = [point, point];
  for (const corner of corners) {
    if (isLess(corner, low)) low = corner;
    if (isLess(high, corner)) high = corner;
  }
  return { point, low, high };
}

/** part / whole in ten-thousandths of a percent; `null` where the whole may be zero within its rounding. */
export function ratio(part: PrintedValue, whole: PrintedValue): Rate | null {
  const [top, bottom] = [doubled(part), doubled(whole)];
  if (bottom.low <= 0n && bottom.high >= 0n) return null;
  const corners = [top.low, top.high].flatMap((over) =>
    [bottom.low, bottom.high].map((under) => fraction(WHOLE * over, under)),
  );
  return rateOver(fraction(WHOLE * BigInt(part.value), BigInt(whole.value)), corners);
}

/**
 * change / (amount − change): the rate of a signed change out of the amount after it. Amount and change are rounded apart from each
 * other; the rate is monotone in each of them, so that the corners bound it. `null` where the base may be zero.
 */
export function changeRatio(amount: PrintedValue, change: PrintedValue): Rate | null {
  const [after, moved] = [doubled(amount), doubled(change)];
  if (after.low - moved.high <= 0n && after.high - moved.low >= 0n) return null;
  const corners = [moved.low, moved.high].flatMap((over) =>
    [after.low, after.high].map((value) => fraction(WHOLE * over, value - over)),
  );
  return rateOver(fraction(WHOLE * BigInt(change.value), BigInt(amount.value) - BigInt(change.value)), corners);
}

/** (amount − base) / base: the rate of a change whose both ends are printed. `null` where the base may be zero. */
export function growthRatio(amount: PrintedValue, base: PrintedValue): Rate | null {
  const whole = ratio(amount, base);
  if (whole === null) return null;
  const less = ({ over, under }: Fraction): Fraction => ({ over: over - WHOLE * under, under });
  return { point: less(whole.point), low: less(whole.low), high: less(whole.high) };
}

/** The rate that the printed amounts give, rounded half away from zero to a last place of `step`; `null` where it is too large. */
export function rateAt(rate: Rate, step: number): number | null {
  const { over, under } = rate.point;
  const magnitude = over < 0n ? -over : over;
  const unit = BigInt(step);
  const steps = (2n * magnitude + under * unit) / (2n * under * unit);
  const value = Number(steps * unit) * (over < 0n ? -1 : 1);
  return Number.isSafeInteger(value) ? value : null;
}

/** Judges a printed percentage (ten-thousandths) against a recomputed one. Signs belong to both. */
export function compareRate(printed: PrintedValue, rate: Rate): RateVerdict {
  if (rateAt(rate, printed.step) === printed.value) return 'exact';
  const { low, high } = doubled(printed);
  if (touches(rate, low, high)) return 'rounding';
  const step = 2n * BigInt(printed.step);
  const value = 2n * BigInt(printed.value);
  const cut = printed.value < 0 ? touches(rate, value - step + 1n, value) : touches(rate, value, value + step - 1n);
  if (cut) return 'truncated';
  return touches(rate, low - step, high + step) ? 'nudged' : 'wrong';
}

/** Whether the rate can lie between two bounds, which are doubled. */
function touches({ low, high }: Rate, from: bigint, to: bigint): boolean {
  return 2n * high.over >= from * high.under && 2n * low.over <= to * low.under;
}
