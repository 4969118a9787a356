import { describe, expect, it } from 'vitest';
import { factsOf, inShort, ofKind } from '../../support/facts-of.js';
import { aStatement } from '../../support/report-factory.js';

const TITLE = '其他情况说明';

describe('the prose says that a statement is empty', () => {
  it.each([
    ['本单位2023年度没有使用政府性基金预算财政拨款安排的支出。', 'government-funds'],
    ['某某局2023年度无政府性基金预算财政拨款收入和支出。', 'government-funds'],
    ['本年度未安排政府性基金预算支出。', 'government-funds'],
    ['本部门不涉及政府性基金预算。', 'government-funds'],
    ['政府性基金预算财政拨款本年度无收支。', 'government-funds'],
    ['2018年本部门无国有资本经营预算收入。', 'state-capital'],
    ['没有国有资本经营预算财政拨款收支，故本表为空。', 'state-capital'],
    ['某某局2023年度无“三公”经费财政拨款支出。', 'three-public'],
    ['本单位当年及上年均未产生一般公共预算财政拨款“三公”经费支出费用。', 'three-public'],
    ['本单位为事业单位没有机关运行经费。', 'operating-funds'],
  ])('%s', (text, subject) => {
    expect(inShort(TITLE, text)).toEqual([`no-amounts ${subject}`]);
  });

  it.each([
    '2022年无政府性基金预算变化的情况。',
    '上年无政府性基金预算财政拨款支出，本部门今年有100万元。',
    '没有超预算、超标准的“三公”经费支出。',
    '无因公出国（境）费支出。',
    '政府性基金支出12.00万元。',
    '无政府性基金预算财政拨款收入支出的部门，作下述说明：',
  ])('does not say so: %s', (text) => {
    expect(inShort(TITLE, text)).toEqual([]);
  });

  it('what a form offers to say is not said', () => {
    expect(
      factsOf([[TITLE, '无“三公”经费财政拨款支出的部门，作下述说明：', '某某局2023年度无“三公”经费财政拨款支出。']]),
    ).toEqual([]);
  });

  it('leaves the notes of a statement to the statement', () => {
    const text = '注：1.本单位没有使用政府性基金预算拨款安排的收支';
    const noted = {
      ...aStatement('government-funds', []),
      notes: ['注：1.本单位没有使用政府性基', '金预算拨款安排的收支'],
    };
    expect(factsOf([[TITLE, text]], [noted])).toEqual([]);
    expect(ofKind(factsOf([[TITLE, text]]), 'no-amounts')).toHaveLength(1);
  });
});
