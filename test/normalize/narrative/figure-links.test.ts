import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/normalize/report.js';
import { claimsOf } from '../../support/claim-lines.js';
import { statement, twoSided } from '../../support/statement-factory.js';

/** The cells that the amounts of a text repeat, claim by claim. */
function cellsOf(heading: string, text: string, statements: readonly Statement[], kind?: 'budget'): readonly string[] {
  const setting = { headings: [heading], statements, ...(kind ? { kind } : {}) };
  return claimsOf([text], setting).map(({ figures }) => figures.amount?.join(' ') ?? '');
}

const SUMMARY = twoSided(
  'revenue-and-expenditure',
  [
    ['current-total', '9.00'],
    ['grand-total', '9.00'],
  ],
  ['amount'],
  [
    ['func-201', '9.00'],
    ['current-total', '9.00'],
    ['grand-total', '9.00'],
  ],
);
const EXPENDITURE = statement('expenditure', ['total', 'basic', 'project'], [['total', '9.00', '5.00', '4.00']]);
const GENERAL = statement(
  'general-budget-expenditure',
  ['total', 'basic', 'project'],
  [
    ['total', '9.00', '5.00', '4.00'],
    ['2010601', '9.00', '5.00', '4.00'],
  ],
);
const BASIC = statement(
  'general-budget-basic-expenditure',
  ['amount'],
  [
    ['personnel-total', '3.00'],
    ['public-total', '2.00'],
  ],
);

describe('cells that an amount repeats', () => {
  it('both sides of the summary for one amount', () => {
    expect(cellsOf('收入支出决算总体情况', '收入支出总计9.00万元。', [SUMMARY])).toEqual(['0/1/amount 0/4/amount']);
  });

  it('found by what they mean: a wrong amount is tied to the same cell', () => {
    expect(cellsOf('收入支出决算总体情况', '收入支出总计8.00万元。', [SUMMARY])).toEqual(['0/1/amount 0/4/amount']);
  });

  it('a function of the general budget by its code; its budget at the beginning of the year has no cell', () => {
    const text = '一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为8.00万元，支出决算为9.00万元。';
    const executed = {
      ...GENERAL,
      columns: GENERAL.columns.map((column) => ({ ...column, phase: 'executed' as const })),
    };
    expect(cellsOf('一般公共预算财政拨款支出决算情况说明', text, [executed])).toEqual(['', '0/1/total']);
  });

  it('人员经费 of all funds is that of the general budget only where no other fund pays basic expenditure', () => {
    const text = '基本支出5.00万元。其中，人员支出3.00万元，公用支出2.00万元。';
    const same = [EXPENDITURE, GENERAL, BASIC];
    expect(cellsOf('支出决算情况说明', text, same)).toEqual(['0/0/basic', '2/0/amount', '2/1/amount']);
    const others = [statement('expenditure', ['total', 'basic'], [['total', '9.50', '5.50']]), GENERAL, BASIC];
    expect(cellsOf('支出决算情况说明', text, others)).toEqual(['0/0/basic', '', '']);
  });

  it('budget and accounts of “三公” in their own columns', () => {
    const flat = statement(
      'three-public',
      ['total-approved', 'total-executed', 'reception-approved', 'reception-executed'],
      [['total', '2.00', '1.00', '2.00', '1.00']],
    );
    const text = '“三公”经费支出年初预算为2.00万元，支出决算为1.00万元，其中：公务接待费支出决算为1.00万元。';
    expect(cellsOf('财政拨款“三公”经费支出决算情况说明', text, [flat])).toEqual([
      '0/0/total-approved',
      '0/0/total-executed',
      '0/0/reception-executed',
    ]);
  });

  it('a function of the fiscal appropriation in the table of the fund that has it, in none where two have it', () => {
    const text = '“一般公共服务支出-财政事务-行政运行”科目9.00万元。';
    const funds = (code: string) => statement('government-funds', ['total'], [[code, '1.00']]);
    const heading = '财政拨款支出预算情况说明';
    expect(cellsOf(heading, text, [GENERAL, funds('2120801')], 'budget')).toEqual(['0/1/total']);
    expect(cellsOf(heading, text, [GENERAL, funds('2010601')], 'budget')).toEqual(['']);
  });

  it('amounts of the year before have none', () => {
    expect(cellsOf('收入支出决算总体情况', '2022年度收入支出总计9.00万元。', [SUMMARY])).toEqual(['']);
  });
});
