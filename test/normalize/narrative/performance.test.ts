import { describe, expect, it } from 'vitest';
import { factsOf, inShort } from '../../support/facts-of.js';

const TITLE = '预算绩效管理情况';

describe('performance', () => {
  it.each([
    [
      '编报绩效目标的2024年度项目9个，涉及预算金额12.5万元；绩效跟踪评价的2024年度项目8个；绩效自评的2024年度项目7个，平均得分95.5分（其中，绩效评级为“优”的项目5个；绩效评级为“良”的项目1个；绩效评级为“合格”的项目1个；绩效评级为“不合格”的项目0个。绩效自评中共发现问题4个，已经完成整改的3个，正在整改的1个）。',
      [
        'performance-projects 绩效目标 9',
        'performance-projects 绩效跟踪 8',
        'performance-projects 绩效自评 7',
        'performance-score 95.5',
        'performance-graded 优 5',
        'performance-graded 良 1',
        'performance-graded 合格 1',
        'performance-graded 不合格 0',
        'performance-problems 发现 4',
        'performance-problems 已整改 3',
        'performance-problems 正在整改 1',
      ],
    ],
    ['根据预算绩效管理要求，本单位组织对2023年度6个项目实施单位自评。', ['performance-projects 绩效自评 6']],
    ['2018年本部门共5个项目实行绩效目标管理，涉及财政性资金合计10万元。', ['performance-projects 绩效目标 5']],
    [
      '我部门对2022年度项目支出全面开展绩效自评，其中，一级项目4个，二级项目70个。',
      ['performance-projects 绩效自评 4', 'performance-projects 绩效自评 70'],
    ],
    ['本部门编报绩效目标的项目共十二个。', ['performance-projects 绩效目标 12']],
    ['组织对3个项目开展了部门评价。', ['performance-projects 绩效评价 3']],
    ['项目自评中，5个项目评为优，2个项目自评等级为良好。', ['performance-graded 优 5', 'performance-graded 良 2']],
    ['绩效自评平均分为96.07分。', ['performance-score 96.07']],
  ])('%s', (text, expected) => {
    expect(inShort(TITLE, text)).toEqual(expected);
  });

  it.each([
    '编报绩效目标的项目XX个。',
    '建立了1项预算绩效管理制度。',
    '按照《办法》开展绩效管理，涉及资金5634.81万元。',
  ])('no number of projects: %s', (text) => {
    expect(inShort(TITLE, text)).toEqual([]);
  });

  it('a score counts in marks', () => {
    const [fact] = factsOf([[TITLE, '绩效自评的项目平均得分99.43分。']]);
    expect(fact?.value).toMatchObject({ measure: 'score', printed: '99.43', unit: '分', value: 994_300, step: 100 });
  });
});
