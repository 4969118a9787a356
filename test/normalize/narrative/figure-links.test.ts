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

  describe('“三公” upright, with a column for each phase', () => {
    const keys = ['approved', 'executed'];
    const upright = statement('three-public', keys, [
      ['total', '9.00', '8.00'],
      ['vehicle', '7.00', '6.50'],
      ['reception', '2.00', '1.50'],
    ]);
    const heading = '财政拨款“三公”经费支出决算情况说明';
    const text =
      '“三公”经费支出预算为9.00万元，支出决算为8.00万元，其中：公务用车购置及运行费支出决算为6.50万元；公务接待费支出决算为1.40万元。';

    it('budget and accounts by their columns, a wrong amount too', () => {
      expect(cellsOf(heading, text, [upright])).toEqual([
        '0/0/approved',
        '0/0/executed',
        '0/1/executed',
        '0/2/executed',
      ]);
    });

    it('no budget where a note says that 预算数 is that after adjustments', () => {
      const noted = { ...upright, notes: ['注：预算数为全年预算数，反映按规定程序 调整后的预算数。'] };
      expect(cellsOf(heading, text, [noted])).toEqual(['', '0/0/executed', '0/1/executed', '0/2/executed']);
      const full = '“三公”经费支出全年预算为9.00万元。';
      expect(cellsOf(heading, full, [noted])).toEqual(['0/0/approved']);
      expect(cellsOf(heading, full, [upright])).toEqual(['']);
    });

    it('国内接待 that is all of the reception, only where no foreign guests are told of', () => {
      const all = '全年国内公务接待3批次，20人次，共计支出1.50万元。';
      expect(cellsOf(heading, all, [upright])).toEqual(['0/2/executed']);
      expect(cellsOf(heading, `${all}外宾接待支出0.20万元。`, [upright])).toEqual(['', '']);
      expect(cellsOf(heading, '其中：国内接待费支出1.50万元。', [upright])).toEqual(['']);
    });
  });

  describe('the year before', () => {
    const flat = statement(
      'three-public',
      ['total-approved-prior', 'reception-approved-prior', 'total-approved', 'reception-approved'],
      [['total', '6.00', '2.00', '5.00', '1.00']],
    );
    const heading = '“三公”经费预算情况说明';

    it('in a column of that year and phase', () => {
      const told = '2022年“三公”经费预算6.00万元。2022年公务接待费决算2.00万元。';
      expect(cellsOf(heading, told, [flat], 'budget')).toEqual(['0/0/total-approved-prior', '']);
      const upright = statement('three-public', ['approved-prior', 'approved'], [['reception', '2.00', '1.00']]);
      const row = '2022年公务接待费预算2.00万元。2023年公务接待费预算1.00万元。';
      expect(cellsOf(heading, row, [upright], 'budget')).toEqual(['0/0/approved-prior', '0/0/approved']);
    });

    it('as the base of a comparison', () => {
      const told = '2023年“三公”经费预算5.00万元，2022年预算6.00万元。';
      const setting = { headings: [heading], statements: [flat], kind: 'budget' } as const;
      expect(claimsOf([told], setting).map(({ figures }) => figures)).toEqual([
        { amount: ['0/0/total-approved'], base: ['0/0/total-approved-prior'] },
      ]);
    });
  });

  describe('balances and income', () => {
    const funds = (kind: 'government-funds' | 'state-capital') =>
      statement(kind, ['opening', 'income', 'total', 'closing'], [['total', '1.00', '5.00', '4.00', '2.00']]);
    const account = twoSided(
      'appropriations',
      [
        ['opening', '3.00'],
        ['opening-general-budget', '2.00'],
        ['opening-government-funds', '1.00'],
      ],
      ['total', 'general-budget', 'government-funds', 'state-capital'],
      [['closing', '6.00', '4.00', '2.00', '0.00']],
    );
    const told = '年初结转和结余1.00万元，本年收入5.00万元，本年支出4.00万元，年末结转和结余2.00万元。';

    it('of government funds in their own table and in that of the appropriation', () => {
      const text = `2023年度政府性基金预算财政拨款${told}`;
      expect(cellsOf('政府性基金预算财政拨款支出决算情况说明', text, [funds('government-funds'), account])).toEqual([
        '0/0/opening 1/2/amount',
        '0/0/income',
        '0/0/total',
        '0/0/closing 1/3/government-funds',
      ]);
    });

    it('of state capital', () => {
      expect(cellsOf('国有资本经营预算财政拨款支出决算情况说明', told, [funds('state-capital')])).toEqual([
        '0/0/opening',
        '0/0/income',
        '0/0/total',
        '0/0/closing',
      ]);
    });

    it.each([
      [
        '财政拨款收入支出决算总体情况说明',
        '年初结转和结余3.00万元，年末结转和结余6.00万元。',
        ['0/0/amount', '0/3/total'],
      ],
      ['收入支出决算总体情况说明', '其中：年初财政拨款结转和结余3.00万元。', ['0/0/amount']],
      [
        '一般公共预算财政拨款支出决算情况说明',
        '年初结转和结余2.00万元，年末结转和结余4.00万元。',
        ['0/1/amount', '0/3/general-budget'],
      ],
      ['收入支出决算总体情况说明', '上年结转3.00万元。', ['']],
    ])('below %s: %s', (heading, text, cells) => {
      expect(cellsOf(heading, text, [account])).toEqual(cells);
    });

    it('of all funds in the summary', () => {
      const summary = twoSided('revenue-and-expenditure', [['opening', '7.00']], ['amount'], [['closing', '8.00']]);
      const text = '年初结转和结余7.00万元，年末结转和结余8.00万元。';
      expect(cellsOf('收入支出决算总体情况说明', text, [account, summary])).toEqual(['1/0/amount', '1/1/amount']);
    });
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
