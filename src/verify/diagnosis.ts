import type { Diagnosis } from '../normalize/report.js';

/** A printed number as an integer with the worth of its last printed place, both in the same unit (fen, or ten-thousandths). */
export interface PrintedValue {
  readonly value: number;
  readonly step: number;
}

/** 元 against 万元. */
const UNIT_POWER = 4;
/** Other places by which a decimal point moves: beyond a million it is another number, not a slip. */
const POINT_POWERS: readonly number[] = [1, 2, 3, 5, 6];
/** Digits that must be the same before one other digit counts as a slip: 3.00 against 5.00 is just another amount. */
const SAME_DIGITS = 2;
/** Significant digits from which two rounded numbers that differ by a power of ten are no accident. */
const TELLING_DIGITS = 3;

/**
 * What slip turns the amount that should be printed into the one that is: the wrong unit, a moved decimal point, two neighbouring
 * digits in the wrong order, one digit wrong, lost or in excess, or the last places cut off instead of rounded. `null` for equal amounts, for amounts
 * that are equal within rounding, and where no single slip explains the difference. Pure integers; either may be money in fen or
 * a percentage in ten-thousandths.
 */
export function diagnoseAmounts(printed: PrintedValue, expected: PrintedValue): Diagnosis | null {
  if (![printed, expected].every(isUsable) || printed.value < 0 !== expected.value < 0) return null;
  const [a, b] = [absolute(printed), absolute(expected)];
  const step = Math.max(a.step, b.step);
  const [left, right] = [rounded(a.value, step), rounded(b.value, step)];
  if (left === right) return null;
  if (b.step < a.step && left === Math.floor(b.value / step)) return 'truncated';
  if (isScaled(a, b, UNIT_POWER)) return 'unit-slip';
  if (POINT_POWERS.some((power) => isScaled(a, b, power) && isTelling(a, b, power))) return 'decimal-slip';
  return digitSlip(String(left), String(right));
}

function isUsable({ value, step }: PrintedValue): boolean {
  return Number.isSafeInteger(value) && Number.isSafeInteger(step) && value !== 0 && step > 0;
}

function absolute({ value, step }: PrintedValue): PrintedValue {
  return { value: Math.abs(value), step };
}

/** In units of `step`, half up. */
function rounded(value: number, step: number): number {
  return Math.floor((2 * value + step) / (2 * step));
}

/** Whether one is the other times a power of ten, as far as their last places tell. */
function isScaled(a: PrintedValue, b: PrintedValue, power: number): boolean {
  const factor = 10n ** BigInt(power);
  const [large, small] = a.value > b.value ? [a, b] : [b, a];
  const gap = 2n * (BigInt(large.value) - BigInt(small.value) * factor);
  const slack = BigInt(large.step) + BigInt(small.step) * factor;
  return -slack <= gap && gap <= slack;
}

/** A moved point must move the same digits, or enough of them. */
function isTelling(a: PrintedValue, b: PrintedValue, power: number): boolean {
  const [large, small] = a.value > b.value ? [a, b] : [b, a];
  if (BigInt(large.value) === BigInt(small.value) * 10n ** BigInt(power)) return true;
  return [a, b].every(({ value, step }) => String(Math.floor(value / step)).length >= TELLING_DIGITS);
}

/** A digit in excess, or one lost, must leave so many others in their order: 887.36 for 87.36. */
const KEPT_DIGITS = 4;

/** Two numbers of the same last place, digit by digit: neighbours swapped, one digit other, one too many or one lost. */
function digitSlip(printed: string, expected: string): Diagnosis | null {
  if (printed.length !== expected.length) return isOneMore(printed, expected) ? 'digit-slip' : null;
  const differing = [...printed].flatMap((digit, at) => (digit === expected[at] ? [] : [at]));
  const [first, second, third] = differing;
  if (first === undefined || third !== undefined) return null;
  if (second === undefined) return significantDigits(printed, expected) - 1 >= SAME_DIGITS ? 'digit-slip' : null;
  const swapped = second === first + 1 && printed[first] === expected[second] && printed[second] === expected[first];
  return swapped ? 'transposed' : null;
}

function isOneMore(one: string, other: string): boolean {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1 || short.replace(/0+$/, '').length < KEPT_DIGITS) return false;
  const at = [...short].findIndex((digit, index) => digit !== long[index]);
  return at < 0 || long.slice(at + 1) === short.slice(at);
}

/** Digits without the zeros that both numbers end in. */
function significantDigits(printed: string, expected: string): number {
  let length = printed.length;
  while (length > 0 && printed[length - 1] === '0' && expected[length - 1] === '0') length -= 1;
  return length;
}
