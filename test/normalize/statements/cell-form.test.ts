import { describe, expect, it } from 'vitest';
import { isNumberingRow, lookOf, looksLikeCode } from '../../../src/normalize/statements/cell-form.js';

describe('lookOf', () => {
  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['0.00', 'amount'],
    ['1,234', 'amount'],
    ['１,２３４.５０', 'amount'],
    ['-5.20', 'amount'],
    ['(5.20)', 'amount'],
    ['△5.20', 'amount'],
    ['2080505', 'integer'],
    ['2024', 'integer'],
    ['-5', 'integer'],
    ['合计', 'text'],
    ['1.基本支出', 'text'],
    ['12,34', 'text'],
    ['—', 'text'],
  ])('%j looks like %s', (text, look) => {
    expect(lookOf(text)).toBe(look);
  });
});

describe('looksLikeCode', () => {
  it.each(['208', '20805', '2080505', '301', '50102', '103019901'])('%s', (text) => {
    expect(looksLikeCode(text)).toBe(true);
  });

  it.each(['2', '05', '2024', '408', '208050', '208.00', ''])('%j is none', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });
});

describe('isNumberingRow', () => {
  it.each([
    ['栏次', '1', '2', '3'],
    ['栏次', '', '4', '5'],
    ['类', '款', '项', '栏次', '1', '2'],
    ['1', '2', '3'],
    ['行次', ''],
    ['栏次', '7'],
  ])('%s %s %s', (...texts) => {
    expect(isNumberingRow(texts)).toBe(true);
  });

  it.each([
    ['1', '2', ''],
    ['2', '3', '4'],
    ['1', '2', '4'],
    ['合计', '1', '2', '3'],
    ['栏次', '2024', '2025'],
    ['1', '2', '3.00'],
    ['', '', ''],
  ])('%s %s %s is none', (...texts) => {
    expect(isNumberingRow(texts)).toBe(false);
  });
});
