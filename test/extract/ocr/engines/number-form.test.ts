import { describe, expect, test } from 'vitest';
import { priorOfNumber, withoutSpecks } from '../../../../src/extract/ocr/engines/number-form.js';

describe('priorOfNumber', () => {
  test.each([
    '0.00',
    '-6.14',
    '1,234,567.89',
    '1234567',
    '.50',
    '2080505',
    '0501',
    '12.5%',
    '100%',
    '-',
    '--',
    '',
    '(1,234.00)',
    '-.50',
  ])('%j is what a program prints', (text) => {
    expect(priorOfNumber(text)).toBe(1);
  });

  test.each([
    '.0.00',
    '1.234.56',
    '12,34.00',
    '5014,73',
    '05.63',
    '-0.00',
    '0.00 2',
    '1234.',
    '1,2345',
    '--5',
    '%',
    '(',
    '.5',
    '≥',
    '>=5',
  ])('%j is not', (text) => {
    expect(priorOfNumber(text)).toBeLessThan(0.1);
  });

  test.each(['≥90', '=100', '<5.5%'])('%j is a target, as likely as a number beside a speck', (text) => {
    expect(priorOfNumber(text)).toBe(0.5);
  });
});

test.each([
  ['..25.33', '25.33'],
  ['2210202. .', '2210202'],
  ['. -5.00', '-5.00'],
  ['.50', null],
  ['25.33', null],
  ['1.234.56', null],
  ['.', null],
  ['1 2', null],
  ['≥90', null],
])('%j without specks is %j', (text, bare) => {
  expect(withoutSpecks(text)).toBe(bare);
});
