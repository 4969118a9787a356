import { describe, expect, it } from 'vitest';
import { factsOf, ofKind, type Told } from '../../support/facts-of.js';

const terms = (...told: readonly Told[]): readonly (readonly [string | null, string])[] =>
  ofKind(factsOf(told), 'glossary-term').map(({ subject, text }) => [subject, text]);

describe('glossary', () => {
  it.each([
    [
      ['名词解释', '一、财政拨款收入：指从财政取得的收入。', '二、基本支出：指为运转发生的支出。'],
      [
        ['财政拨款收入', '指从财政取得的收入。'],
        ['基本支出', '指为运转发生的支出。'],
      ],
    ],
    [
      ['名词解释', '（一）项目支出：是为任务发生的支出。（二）“三公”经费：指三项经费。'],
      [
        ['项目支出', '是为任务发生的支出。'],
        ['“三公”经费', '指三项经费。'],
      ],
    ],
    [
      ['专业名词解释', '财政拨款收入：指从财政取得的收入。', '基本支出：指支出。'],
      [
        ['财政拨款收入', '指从财政取得的收入。'],
        ['基本支出', '指支出。'],
      ],
    ],
    [['名词解释', '1.财政拨款收入是指单位从财政取得的收入。'], [['财政拨款收入', '是指单位从财政取得的收入。']]],
    [
      ['名词解释', '一、其他收入：指“甲收入”', '“乙收入”以外的收入。', '二、经营收入：指收入。'],
      [
        ['其他收入', '指“甲收入”“乙收入”以外的收入。'],
        ['经营收入', '指收入。'],
      ],
    ],
    [
      ['名词解释', '一、“三公”经费：', '其中：1.出国费反映旅费。', '二、结余：指资金。'],
      [
        ['“三公”经费', '其中：1.出国费反映旅费。'],
        ['结余', '指资金。'],
      ],
    ],
    [
      ['名词解释', '八、一般公共服务支出（类）财政事务（款）行政运行（项）：指支出。', '九、结余：指资金。'],
      [
        ['一般公共服务支出（类）财政事务（款）行政运行（项）', '指支出。'],
        ['结余', '指资金。'],
      ],
    ],
  ] as const)('%j', (told, expected) => {
    expect(terms(told)).toEqual(expected);
  });

  it('a term that became a heading', () => {
    expect(terms(['名词解释'], ['>财政拨款收入', '指从财政取得的收入。'])).toEqual([
      ['财政拨款收入', '指从财政取得的收入。'],
    ]);
  });

  it('amounts and counts in definitions are no facts', () => {
    expect(
      factsOf([['名词解释', '一、公务用车：共有车辆3辆，公务接待2批次。', '二、结余：指资金。']]).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['glossary-term', 'glossary-term']);
  });
});
