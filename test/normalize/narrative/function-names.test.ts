import { describe, expect, it } from 'vitest';
import { functionCodes, markedPath, NO_PATH } from '../../../src/normalize/narrative/function-names.js';
import { statement } from '../../support/statement-factory.js';

describe('names of functions', () => {
  it.each<[label: string, code: string | null]>([
    ['一般公共服务支出(类)财政事务(款)行政运行(项)', '2010601'],
    ['教育支出-普通教育-初中教育', '2050203'],
    ['社会保障和就业支出(类)', '208'],
    // A former name of the class leads to the same code.
    ['医疗卫生与计划生育支出(类)行政事业单位医疗(款)事业单位医疗(项)', '2101102'],
    ['2080505-机关事业单位基本养老保险缴费支出', '2080505'],
    // The item alone is in many sections; the path is in none.
    ['行政运行(项)', null],
    ['卫生健康支出(类)卫生健康支出(款)计划生育事务(项)', null],
  ])('%s is %s by the catalogue', (label, code) => {
    const path = markedPath(label);
    expect(path).not.toBeNull();
    expect(functionCodes([], 2023)(path ?? NO_PATH)?.code ?? null).toBe(code);
  });

  it('the rows of the report come first: a name that it has once is that row', () => {
    const codes = functionCodes([statement('general-budget-expenditure', ['total'], [['2040401', '5.00']])], 2023);
    // 行政运行 is an item of many sections; this report prints one of them (the factory names it otherwise, the catalogue knows it).
    expect(codes({ ...NO_PATH, item: '行政运行' })?.code).toBe('2040401');
    const two = statement(
      'general-budget-expenditure',
      ['total'],
      [
        ['2040401', '5.00'],
        ['2010601', '5.00'],
      ],
    );
    expect(functionCodes([two], 2023)({ ...NO_PATH, item: '行政运行' })).toBeNull();
  });

  it.each(['收入总计', '“三公”经费', '因公出国(境)费'])('%s carries no mark of a function', (label) => {
    expect(markedPath(label)).toBeNull();
  });
});
