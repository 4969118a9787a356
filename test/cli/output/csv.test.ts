import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../src/cli/output/csv.js';

describe('formatCsv', () => {
  it.each([
    ['a plain word', '支出', '支出'],
    ['a comma', '2,568.50', '"2,568.50"'],
    ['a quote', '“三公”"经费"', '"“三公”""经费"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['blanks at the ends', ' a', '" a"'],
    ['a number', -12.5, '-12.5'],
    ['null', null, ''],
  ])('quotes %s', (_name, value, expected) => {
    expect(formatCsv(['h'], [[value]], { bom: false })).toBe(`h\r\n${expected}\r\n`);
  });

  it('starts with a BOM only when asked', () => {
    expect(formatCsv(['h'], [], { bom: true })).toBe('\uFEFFh\r\n');
    expect(formatCsv(['h'], [], { bom: false })).toBe('h\r\n');
  });
});
