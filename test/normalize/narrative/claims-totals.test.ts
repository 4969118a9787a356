import { describe, expect, it } from 'vitest';
import { claimLine, claimsOf, type ProseSetting } from '../../support/claim-lines.js';

interface Case extends ProseSetting {
  readonly name: string;
  readonly texts: readonly string[];
  /** One line a claim; parts and shares name a claim by its place in this list. */
  readonly claims: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'one amount for both sides, the change in the next sentence (Shanghai)',
    headings: ['收入支出决算总体情况说明'],
    texts: [
      '示例局2023年度收入支出总计300.50万元。与2022年度相比，收入支出总计减少10.00万元，下降3.22%。主要原因：人员减少。',
    ],
    claims: [
      'grand-total | “收入支出总计” | executed | amount 300.50万元 | change 10.00万元 | percent 3.22% | decrease | against prior | reason 人员减少',
    ],
  },
  {
    name: 'two amounts, 各增加 for both sides (Fujian)',
    headings: ['收入支出决算总体情况说明'],
    texts: [
      '2023年度本单位收入总计88.00万元，支出总计88.00万元，与上年决算数相比，各增加8.00万元，增长10.00%。主要是项目增加。',
    ],
    claims: [
      'revenue-grand-total | “收入总计” | executed | amount 88.00万元',
      'expenditure-grand-total | “支出总计” | executed | amount 88.00万元 | change 8.00万元 | percent 10.00% | increase | both sides | against prior executed | reason 项目增加',
    ],
  },
  {
    name: 'two amounts in one list (Sichuan)',
    headings: ['收入支出决算总体情况说明'],
    texts: ['2023年度收、支总计各是12.50,12.50万元，与上年相比，收、支总计各减少1.00,1.00万元,各下降7.41%、7.41%。'],
    claims: [
      'revenue-grand-total | “收入总计” | executed | amount 12.50万元 | change 1.00万元 | percent 7.41% | decrease | against prior',
      'expenditure-grand-total | “支出总计” | executed | amount 12.50万元 | change 1.00万元 | percent 7.41% | decrease | against prior',
    ],
  },
  {
    name: 'parts of a total (Xinjiang)',
    headings: ['收入支出决算总体情况说明'],
    texts: ['收入总计434.70万元,其中:本年收入合计434.10万元,使用非财政拨款结余0.00万元,年初结转和结余0.60万元。'],
    claims: [
      'revenue-grand-total | “收入总计” | executed | amount 434.70万元',
      'revenue | “本年收入合计” | executed | amount 434.10万元 | part of 0',
      'revenue-source/use-nonfiscal-surplus | “使用非财政拨款结余” | executed | amount 0.00万元 | part of 0',
      'opening | “年初结转和结余” | executed | amount 0.60万元 | part of 0',
    ],
  },
  {
    name: '总收入 (Guangxi)',
    headings: ['收入支出决算总体情况说明'],
    texts: ['总收入58.10万元,其中本年收入39.00万元，上年结转19.10万元。'],
    claims: [
      'revenue-grand-total | “总收入” | executed | amount 58.10万元',
      'revenue | “本年收入” | executed | amount 39.00万元 | part of 0',
      'opening | “上年结转” | executed | amount 19.10万元 | part of 0',
    ],
  },
  {
    name: 'four numbered parts in one paragraph (Chongqing)',
    headings: ['收入支出决算总体情况说明'],
    texts: [
      '1.总体情况。2023年度收入总计90.00万元，支出总计90.00万元。收支较上年决算数增加9.00万元、增长11.1%。2.收入情况。2023年度收入合计80.00万元，较上年决算数减少2.00万元，下降2.4%。其中：财政拨款收入79.00万元，占98.8%；其他收入1.00万元，占1.3%。3.支出情况。2023年度支出合计85.00万元。其中：基本支出50.00万元，占58.8%；项目支出35.00万元，占41.2%。4.结转结余情况。2023年度年末结转和结余5.00万元，较上年决算数增加0.30万元，增长6.4%。',
    ],
    claims: [
      'revenue-grand-total | “收入总计” | executed | amount 90.00万元',
      'expenditure-grand-total | “支出总计” | executed | amount 90.00万元 | change 9.00万元 | percent 11.1% | increase | both sides | against prior executed',
      'revenue | “收入合计” | executed | amount 80.00万元 | change 2.00万元 | percent 2.4% | decrease | against prior executed',
      'revenue-source/fiscal | “财政拨款收入” | executed | amount 79.00万元 | share 98.8% | share of 2() | part of 2',
      'revenue-source/other | “其他收入” | executed | amount 1.00万元 | share 1.3% | share of 2() | part of 2',
      'expenditure | “支出合计” | executed | amount 85.00万元',
      'expenditure-use/basic | “基本支出” | executed | amount 50.00万元 | share 58.8% | share of 5() | part of 5',
      'expenditure-use/project | “项目支出” | executed | amount 35.00万元 | share 41.2% | share of 5() | part of 5',
      'closing | “年末结转和结余” | executed | amount 5.00万元 | change 0.30万元 | percent 6.4% | increase | against prior executed',
    ],
  },
  {
    name: 'the same words under another heading are another amount',
    headings: ['财政拨款收入支出决算总体情况说明'],
    texts: ['2023年度收入总计50.00万元，支出总计50.00万元。', '财政拨款收、支总计各增加1.00万元，增长2.04%。'],
    claims: [
      'fiscal-revenue-grand-total | “收入总计” | executed | amount 50.00万元',
      'fiscal-expenditure-grand-total | “支出总计” | executed | amount 50.00万元',
      'fiscal-grand-total | “财政拨款收、支总计” | executed | change 1.00万元 | percent 2.04% | increase | both sides',
    ],
  },
  {
    name: 'sources and uses (Jiangsu)',
    headings: ['收支预算总体情况说明'],
    kind: 'budget',
    texts: [
      '示例院2023年度收入、支出预算总计50.00万元，与上年相比收、支预算总计各增加5.00万元，增长11.11%。其中：',
      '（一）收入预算总计50.00万元。包括：',
      '1．财政拨款收入预算总计49.00万元。其中',
      '（1）一般公共预算收入预算49.00万元。',
      '2．其他资金收入预算总计1.00万元。',
      '（二）支出预算总计50.00万元。包括：',
      '1．公共安全（类）支出40.00万元，主要用于办案。与上年相比增加4.00万元，增长11.11%。',
      '2．住房保障支出10.00万元。',
      '此外，基本支出预算数为30.00万元。',
      '单位预留机动经费预算数为2.00万元。与上年相比增加1.90万元（上年仅安排机关预留机动0.10万元），增长19倍。',
    ],
    claims: [
      'grand-total | “收入、支出预算总计” | approved | amount 50.00万元 | change 5.00万元 | percent 11.11% | increase | both sides | against prior',
      'revenue-grand-total | “收入预算总计” | approved | amount 50.00万元',
      'revenue-source/fiscal | “财政拨款收入预算总计” | approved | amount 49.00万元 | part of 1',
      'revenue-source/general-budget | “一般公共预算收入预算” | approved | amount 49.00万元 | part of 2',
      'revenue-source/other | “其他资金” | approved | amount 1.00万元 | part of 1',
      'expenditure-grand-total | “支出预算总计” | approved | amount 50.00万元',
      'expenditure-function/204 | “公共安全（类）支出” | approved | amount 40.00万元 | change 4.00万元 | percent 11.11% | increase | against prior | part of 5 | purpose 办案',
      'expenditure-function/221 | “住房保障支出” | approved | amount 10.00万元 | part of 5',
      'expenditure-use/basic | “基本支出预算” | approved | amount 30.00万元 | part of 5',
      'expenditure-use/reserve | “单位预留机动经费预算” | approved | amount 2.00万元 | change 1.90万元 | percent 19倍 | increase | against prior | part of 5',
      'other | “上年仅安排机关预留机动” | no phase | year before | amount 0.10万元',
    ],
  },
];

describe('claims: totals, sources and uses', () => {
  it.each(CASES)('$name', ({ texts, claims, ...setting }) => {
    expect(claimsOf(texts, setting).map(claimLine)).toEqual(claims);
  });
});
