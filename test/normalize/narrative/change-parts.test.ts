import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/normalize/narrative/claim.js';
import { claimsOf, partWords } from '../../support/claim-lines.js';

const HEADINGS = ['第三部分 2023年度部门决算情况说明', '一、收入支出决算总体情况说明'];
const CHANGE = '2023年度支出总计1000.00万元，比上年增加50.00万元';

function told(claim: Claim | undefined): readonly string[] {
  return (claim?.parts ?? []).map(partWords);
}

function partsOf(text: string, headings: readonly string[] = HEADINGS): readonly string[] {
  return told(claimsOf([text], { headings }).find(({ numbers }) => numbers.change !== undefined));
}

describe('the parts of a change', () => {
  it.each([
    [
      '，主要原因是：项目经费增加2296.45万元，人员经费减少401.85万元，公用经费减少1475.63万元。',
      ['项目经费 +2296.45万元', '人员经费 -401.85万元', '公用经费 -1475.63万元'],
    ],
    [
      '。主要原因：一是人员经费上升30.00万元；二是项目经费净增20.00万元。',
      ['人员经费 +30.00万元', '项目经费 +20.00万元'],
    ],
    [
      '，增长5.26%。主要原因是：（1）人员经费增长20.00万元；（2）公用经费下降1.00万元。',
      ['人员经费 +20.00万元', '公用经费 -1.00万元'],
    ],
    [
      '，增加的主要原因：1.人员经费增加20.00万元；2.项目经费增加3000元；3.其他资金增加0.3亿元。',
      ['人员经费 +20.00万元', '项目经费 +3000元', '其他资金 +0.3亿元'],
    ],
    [
      '（主要是人员经费较上年增加30.00万元，项目经费比上年增加20.00万元）。',
      ['人员经费 +30.00万元', '项目经费 +20.00万元'],
    ],
    ['，主要是压减公用经费6.00万元，新增信息化项目56.00万元。', ['公用经费 -6.00万元', '信息化项目 +56.00万元']],
    [
      '，主要原因是减少人员经费20.00万元、公用经费10.00万元，新增项目80.00万元。',
      ['人员经费 -20.00万元', '公用经费 -10.00万元', '项目 +80.00万元'],
    ],
    ['，主要原因是人员经费、公用经费分别增加20.00万元、30.00万元。', ['人员经费 +20.00万元', '公用经费 +30.00万元']],
    [
      '，主要原因是人员经费和公用经费分别较上年增加20.00万元和30.00万元。',
      ['人员经费 +20.00万元', '公用经费 +30.00万元'],
    ],
    ['，主要原因是增加了50.00万元的监测设备购置费。', ['监测设备购置费 +50.00万元']],
    ['，主要原因是人员增加导致工资福利支出增加48.00万元。', ['工资福利支出 +48.00万元']],
    ['，主要原因是因公出国费增加50.00万元。', ['因公出国费 +50.00万元']],
    ['，主要原因是上年结转资金增加50.00万元。', ['上年结转资金 +50.00万元']],
    ['，主要原因是项目减少，减少支出10.00万元，增加支出60.00万元。', ['支出 -10.00万元', '支出 +60.00万元']],
    ['，主要原因是公共安全支出增加额为50.00万元。', ['公共安全支出 +50.00万元']],
    [
      '，主要原因是较上年减少部门支出16.00万元。同时，增加部门预算66.00万元。',
      ['部门支出 -16.00万元', '部门预算 +66.00万元'],
    ],
    [
      '，主要原因是人员经费增加50.00万元，公用经费与上年持平，会议费有所减少。',
      ['人员经费 +50.00万元', '公用经费 =', '会议费 -'],
    ],
  ])('%s', (reason, parts) => {
    expect(partsOf(CHANGE + reason)).toEqual(parts);
  });

  it.each([
    ['，其中：项目经费增加60.00万元，人员经费减少10.00万元。主要原因是新增项目。'],
    ['。其中，项目经费增加60.00万元，人员经费减少10.00万元。'],
  ])('are those that 其中 lists behind it: %s', (list) => {
    expect(partsOf(CHANGE + list)).toEqual(['项目经费 +60.00万元', '人员经费 -10.00万元']);
  });

  it.each([
    [
      '，主要是一是基本支出增加30.00万元，其中：人员经费增加20.00万元，公用经费增加10.00万元；二是项目支出增加20.00万元。',
    ],
    ['，主要是基本支出增加30.00万元，其中：人员经费增加20.00万元，公用经费增加10.00万元；项目支出增加20.00万元。'],
    ['，主要是基本支出增加30.00万元（其中：人员经费增加20.00万元），项目支出增加20.00万元。'],
    ['。主要原因：一是基本支出增加30.00万元，主要是人员经费增加20.00万元；二是项目支出增加20.00万元。'],
  ])('are not the parts of its parts: %s', (reason) => {
    expect(partsOf(CHANGE + reason)).toEqual(['基本支出 +30.00万元', '项目支出 +20.00万元']);
  });

  it.each([
    ['a payment', '，主要原因是支付工程款123.00万元，共计123.00万元，占全年支出的12.30%。'],
    ['a payment behind a word of change', '，主要原因是业务量增加支付劳务费5.00万元。'],
    ['both ends of a change', '，主要原因是人员经费由10.00万元增加到60.00万元。'],
    ['an approximate amount', '，主要原因是人员经费增加约50.00万元。'],
    ['an amount for each', '，主要原因是人均增加2.00万元，每月增加3.00万元。'],
    ['a sum', '，主要原因是人员经费和公用经费合计增加50.00万元。'],
    ['one amount for several names', '，主要原因是人员经费、公用经费各增加25.00万元。'],
    ['names and amounts that do not pair', '，主要原因是人员经费和公用经费分别增加10.00万元、20.00万元、20.00万元。'],
    ['an event of the year before', '，主要原因是上年新增一次性设备购置20.00万元。'],
    ['a part compared with the budget', '，主要原因是人员经费较年初预算增加50.00万元。'],
    ['the blank form', '，主要原因是人员经费增加（减少）50.00万元。'],
    ['words without any amount', '，主要原因是人员经费增加，公用经费与上年持平。'],
    ['another difference', '。决算数小于预算数的主要原因是公用经费减少3.00万元。'],
    ['another amount', '。公用经费减少的主要原因是办公费减少3.00万元。'],
  ])('none for %s', (_, reason) => {
    expect(partsOf(CHANGE + reason)).toEqual([]);
  });

  it('belong to no claim where the reason may explain what follows', () => {
    const [claim] = claimsOf([`${CHANGE}。由于人员经费增加20.00万元，项目支出增加20.00万元。`], { headings: HEADINGS });
    expect(told(claim)).toEqual([]);
  });

  it('end where another amount of a list begins', () => {
    const text =
      '2023年度支出合计900.00万元，比上年增加50.00万元。其中：基本支出增加30.00万元，主要原因是人员经费增加25.00万元、公用经费增加5.00万元；项目支出增加20.00万元，主要是设备购置增加20.00万元。';
    const claims = claimsOf([text], { headings: HEADINGS });
    const basic = claims.find(({ label }) => label === '基本支出');
    expect(told(basic)).toEqual(['人员经费 +25.00万元', '公用经费 +5.00万元']);
    expect(claims.filter(({ parts }) => parts.length > 0)).toEqual([basic]);
  });

  it('end before a sibling in the “三公” list', () => {
    const text =
      '公务接待费支出5.00万元，比上年减少3.00万元，主要原因是餐费减少3.00万元；因公出国（境）费增加2.00万元。';
    const headings = ['第三部分 2023年度部门决算情况说明', '八、“三公”经费支出决算情况说明'];
    expect(partsOf(text, headings)).toEqual(['餐费 -3.00万元']);
  });

  it('stand in a box of their own, and are no claims besides', () => {
    const text = `${CHANGE}，主要原因是：项目经费增加60.00万元，支付尾款1.00万元，人员经费减少10.00万元。`;
    const claims = claimsOf([text], { headings: HEADINGS });
    const at = text.indexOf('60.00');
    expect(claims[0]?.parts[0]?.change?.places).toEqual([
      { page: 1, box: { left: at, top: 0, right: at + 5, bottom: 10 } },
    ]);
    expect(claims.map(({ subject, numbers }) => [subject, numbers.amount?.printed])).toEqual([
      ['expenditure-grand-total', '1000.00'],
      ['other', '1.00'],
    ]);
  });
});
