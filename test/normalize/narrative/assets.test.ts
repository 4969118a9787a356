import { describe, expect, it } from 'vitest';
import { factsOf, inShort, ofKind } from '../../support/facts-of.js';

const TITLE = '国有资产占用情况说明';

describe('assets', () => {
  it.each([
    [
      '截至2023年12月31日，某某局共有车辆6辆，其中：副部（省）级以上领导用车0辆、主要领导干部用车1辆、机要通信用车1辆、应急保障用车0辆、执法执勤用车3辆、特种专业技术用车0辆、离退休干部用车0辆、其他用车1辆；单价100万元（含）以上设备（不含车辆）2台（套）。',
      [
        'assets-date',
        'vehicles 6',
        'vehicles-of-kind 副部（省）级以上领导用车 0',
        'vehicles-of-kind 主要领导干部用车 1',
        'vehicles-of-kind 机要通信用车 1',
        'vehicles-of-kind 应急保障用车 0',
        'vehicles-of-kind 执法执勤用车 3',
        'vehicles-of-kind 特种专业技术用车 0',
        'vehicles-of-kind 离退休干部用车 0',
        'vehicles-of-kind 其他用车 1',
        'large-equipment 单价100万元（含）以上设备（不含车辆） 2',
      ],
    ],
    [
      '截至2019年12月31日，本部门共有车辆12辆，其中部级领导干部用车0辆、一般公务用车9辆、一般执法执勤用车3辆。单位价值50万元以上通用设备4台（套），单位价值100万元以上专用设备1台（套）。',
      [
        'assets-date',
        'vehicles 12',
        'vehicles-of-kind 副部（省）级以上领导用车 0',
        'vehicles-of-kind 一般公务用车 9',
        'vehicles-of-kind 执法执勤用车 3',
        'large-equipment 单位价值50万元以上通用设备 4',
        'large-equipment 单位价值100万元以上专用设备 1',
      ],
    ],
    [
      '截止2023年底，本单位车辆共计5辆，单价50万元（含）以上的通用设备0台(套)。',
      ['assets-date', 'vehicles 5', 'large-equipment 单价50万元（含）以上的通用设备 0'],
    ],
    ['我局共有公务用车三辆，无单价100万元以上设备。', ['vehicles 3']],
    ['截至二〇二三年十二月三十一日，本单位共有5辆公务用车。', ['assets-date', 'vehicles 5']],
    ['本单位共有车辆2辆，其中业务指导用车2辆。', ['vehicles 2', 'vehicles-of-kind 业务指导用车 2']],
    [
      '2025年部门预算安排购置车辆1辆，其中：执法执勤用车1辆；部门预算安排购置单价100万元（含）以上设备（不含车辆）0台（套）。',
      [
        'vehicles-planned 1',
        'vehicles-planned-of-kind 执法执勤用车 1',
        'large-equipment-planned 单价100万元（含）以上设备（不含车辆） 0',
      ],
    ],
    ['2023年拟购置车辆2辆。', ['vehicles-planned 2']],
  ])('%s', (text, expected) => {
    expect(inShort(TITLE, text)).toEqual(expected);
  });

  it.each([
    '公务用车编制8辆。',
    '当年报废车辆2辆。',
    '共有车辆XX辆，其中：其他用车XX辆。',
    '年末固定资产320.55万元，其中通用设备20.1万元。',
  ])('says nothing of vehicles owned: %s', (text) => {
    expect(inShort(TITLE, text)).toEqual([]);
  });

  it('a day that no calendar has is no date', () => {
    expect(inShort(TITLE, '截至2023年2月30日，共有车辆1辆。')).toEqual(['vehicles 1']);
  });

  it('the day holds for the sentence behind it too, not for the plan', () => {
    const facts = factsOf([
      [TITLE, '截至2023年8月31日，共有车辆1辆。单价100万元以上设备3台（套）。2024年预算安排购置车辆1辆。'],
    ]);
    expect(facts.map(({ kind, date }) => [kind, date])).toEqual([
      ['assets-date', '2023-08-31'],
      ['vehicles', '2023-08-31'],
      ['large-equipment', '2023-08-31'],
      ['vehicles-planned', null],
    ]);
    expect(ofKind(facts, 'large-equipment')[0]?.value).toMatchObject({ printed: '3', unit: '台（套）', value: 30_000 });
  });
});
