import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../../src/normalize/narrative/claim-numbers.js';
import { clausesOf } from '../../../src/normalize/narrative/clauses.js';

describe('numbers in a text', () => {
  it.each<[text: string, numbers: readonly string[]]>([
    ['2023年度收入2568.50万元,占5%', ['2568.50万元', '5%']],
    ['共计1,202.95万元,0.5亿元,17000元', ['1,202.95万元', '0.5亿元', '17000元']],
    ['支出0.00万,为零', ['0.00万']],
    ['增长16倍,占76.23,下降3.5', ['16倍', '76.23', '3.5']],
    ['各是12.50,13.50万元', ['12.50万元', '13.50万元']],
    ['各减少1.00、2.00万元', ['1.00万元', '2.00万元']],
    // No amounts: years, dates, counts, points of a percentage, thresholds, document numbers.
    ['2025年度4个项目,截至2023年12月31日', []],
    ['提高3个百分点,满意度达90分', []],
    ['单价100万元(含)以上设备,单位价值50万元以上,100万元以上', []],
    ['〔2022〕62号,7*24小时,760台', []],
    ['安排3万亩,服务20万人次', []],
  ])('%s: %j', (text, numbers) => {
    expect(numbersIn(text).map(({ digits, unit }) => digits + unit)).toEqual(numbers);
  });

  it('stay inside a clause; 、 and brackets part clauses only beside them', () => {
    const text = '货物4,790.5万元、工程0万元(含税2万元);公务用车购置(境)费、会议费。比上年增加1万元';
    expect(clausesOf(text).map(({ text: words, mark, sentence, inner }) => [words, mark, sentence, inner])).toEqual([
      ['货物4,790.5万元', '', 0, false],
      ['工程0万元', '、', 0, false],
      ['含税2万元', '(', 0, true],
      ['公务用车购置(境)费、会议费', ';', 0, false],
      ['比上年增加1万元', '。', 1, false],
    ]);
  });
});
