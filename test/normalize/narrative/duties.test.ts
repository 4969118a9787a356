import { describe, expect, it } from 'vitest';
import { factsOf, ofKind, type Told } from '../../support/facts-of.js';

const duties = (...told: readonly Told[]): readonly string[] =>
  ofKind(factsOf(told), 'duty').map(({ label, text }) => `${label} ${text}`);

describe('duties', () => {
  it('one for each item of a list, its sub-items with it, a second list not', () => {
    expect(
      duties([
        '单位主要职责',
        '某中心的主要职责是：',
        '（一）负责甲。',
        '1.甲的一半。',
        '（二）承担乙；完成丙。（三）完成交办的其他任务。',
        '某中心设下列内设机构：',
        '（一）办公室。负责日常工作。',
      ]),
    ).toEqual(['（一） 负责甲。甲的一半。', '（二） 承担乙；完成丙。', '（三） 完成交办的其他任务。']);
  });

  it.each([
    [
      ['主要职能', '主要职能包括：', '1.负责甲。', '2.组织乙。'],
      ['1. 负责甲。', '2. 组织乙。'],
    ],
    [
      ['主要职能', '一、加强甲。做好子。', '二、统筹乙。'],
      ['一、 加强甲。做好子。', '二、 统筹乙。'],
    ],
    [
      ['主要职责', '主要任务是：1.贯彻甲；2.承担乙。'],
      ['1. 贯彻甲；', '2. 承担乙。'],
    ],
    [
      ['主要职责', '第一条 负责甲。', '第二条 指导乙。'],
      ['第一条 负责甲。', '第二条 指导乙。'],
    ],
    [['主要职责', '主要职责是：负责甲工作，承担乙工作。'], [' 负责甲工作，承担乙工作。']],
  ] as const)('%j', (told, expected) => {
    expect(duties(told)).toEqual(expected);
  });

  it('of a regulation in articles, the list below the article of duties', () => {
    expect(
      duties([
        '主要职能',
        '第一条 根据《机构改革方案》，制定本规定。',
        '第二条 某局是区政府工作部门。',
        '第三条 某局的主要职责是：',
        '（一）负责甲。',
        '（二）负责乙。',
        '第四条 某局设下列内设机构：',
        '（一）办公室。',
      ]),
    ).toEqual(['（一） 负责甲。', '（二） 负责乙。']);
  });

  it('items that look like headings', () => {
    expect(duties(['主要职责', '主要职责是：'], ['>负责甲工作', '做好子、丑。'], ['>承担乙'])).toEqual([
      '（一） 负责甲工作做好子、丑。',
      '（二） 承担乙',
    ]);
  });

  it.each([['由主管部门根据“三定”方案中有关主要职能填写。'], ['某局是区政府工作部门。']])('no duty: %s', (text) => {
    expect(duties(['主要职能', text])).toEqual([]);
  });
});
