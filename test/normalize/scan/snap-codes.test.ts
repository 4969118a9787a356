import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeByName, codeDigits, namesOfCode } from '../../../src/normalize/scan/snap-codes.js';

describe('codeDigits', () => {
  it.each([
    ['2010101', '2010101'],
    ['2l5O199', '2150199'],
    ['３０１０７', '30107'],
    ['“3O1', '301'],
    ['2|O', '210'],
    ['ZSsBD', '25580'],
    ['201 01 01', '2010101'],
    // A point or a comma is no dirt: these are amounts.
    ['2.31', null],
    ['2,010', null],
    ['-201', null],
    ['0.00', null],
    ['2010', null],
    ['30', null],
    ['l2345678901', null],
    ['Q01', null],
    ['合计', null],
    ['', null],
  ])('of %j are %j', (text, digits) => {
    expect(codeDigits(text)).toBe(digits);
  });

  it('are none for an amount with decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (fen) => {
        expect(codeDigits((fen / 100).toFixed(2))).toBeNull();
      }),
    );
  });
});

describe('namesOfCode', () => {
  it.each([
    ['30107', '绩效工资'],
    ['2010101', '行政运行'],
    ['50101', '工资奖金津补贴'],
  ])('%s is %s', (code, name) => {
    expect(namesOfCode(code).map(({ text }) => text)).toContain(name);
  });

  it.each(['', '299', '401', '9999999'])('%j has none', (code) => {
    expect(namesOfCode(code)).toEqual([]);
  });
});

describe('codeByName', () => {
  it.each([
    ['one digit off', '30187', '绩效工资', '30107'],
    ['marks in the name', '30187', '绩效·工资', '30107'],
    ['a digit lost', '3010', '绩效工资', '30107'],
    ['two digits off', '30287', '绩效工资', null],
    ['a name of none', '30187', '智慧城市专项', null],
    ['no name', '30187', '——', null],
    // 行政运行 is 2010101, 2010201, ...: both are one digit away.
    ['several codes of that name', '2010001', '行政运行', null],
  ])('%s: %s %s', (_, code, name, printed) => {
    expect(codeByName(code, name)).toBe(printed);
  });
});
