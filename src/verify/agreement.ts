import type { OcrReading } from '../extract/document.js';
import { readAmount } from '../normalize/figures/amount.js';
import type { Unit } from '../normalize/figures/unit.js';

/** Two texts are compared under one unit; in 亿元 ten decimals are a whole number of fen, more than any report prints. */
const COMPARISON: Unit = { text: '亿元', fenPerUnit: 10_000_000_000 };

/** Whether two readings say the same: the same amount, or both nothing. What cannot be read agrees with nothing. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => readAmount(text, COMPARISON, { ocr: true }));
  if (left === undefined || right === undefined) return false;
  if (left.reading === 'unreadable' || right.reading === 'unreadable') return false;
  return left.amount?.fen === right.amount?.fen;
}

/** What the second engine read first; `undefined` where there was none. */
export function secondReading(readings: readonly OcrReading[]): OcrReading | undefined {
  return readings.find(({ engine }) => engine !== readings[0]?.engine);
}

/** Whether two engines read the same. Far better evidence than any confidence: 1 of 954 agreeing cells was wrong under a stamp. */
export function isAgreed(readings: readonly OcrReading[] = []): boolean {
  const [first] = readings;
  const second = secondReading(readings);
  return first !== undefined && second !== undefined && isSameText(first.text, second.text);
}
