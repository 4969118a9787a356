import { describe, expect, it } from 'vitest';
import { factsOf, inShort } from '../../support/facts-of.js';

describe('staff', () => {
  it.each([
    [
      '本单位行政编制20人，事业编制5名；年末实有在职人员23人，其中公务员18人；退休人员6人。',
      ['staff 行政编制 20', 'staff 事业编制 5', 'staff 年末实有在职人员 23', 'staff 公务员 18', 'staff 退休人员 6'],
    ],
    ['核定编制数为15名，在编人员14名。', ['staff 编制 15', 'staff 在编人员 14']],
    ['离退休人员二十一人。', ['staff 离退休人员 21']],
  ])('%s', (text, expected) => {
    expect(inShort('机构设置及人员情况', text)).toEqual(expected);
  });

  it.each([
    ['主要是人员变动，较上年度新增 4 人。', 'increase', 4, '较上年度新增'],
    ['主要原因是在职人员比上年减少3人。', 'decrease', 3, '人员比上年减少'],
    ['主要原因是退休2人。', 'decrease', 2, '退休'],
    ['主要原因：新招录公务员五名。', 'increase', 5, '新招录公务员'],
  ])('a change: %s', (text, subject, number, label) => {
    const facts = factsOf([['收入支出决算总体情况说明', text]]);
    expect(facts.map((fact) => [fact.kind, fact.subject, fact.value?.value])).toEqual([
      ['staff-change', subject, number * 10_000],
    ]);
    expect(label.endsWith(facts[0]?.label ?? '?')).toBe(true);
  });

  it.each(['公务接待人数较上年增加5人。', '培训人员增加20人。', '接待人次减少12人次。', '资助学生增加30人。'])(
    'no change of staff: %s',
    (text) => {
      expect(inShort('收入支出决算总体情况说明', text)).toEqual([]);
    },
  );
});
