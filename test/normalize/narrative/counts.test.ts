import { describe, expect, it } from 'vitest';
import { factsOf, inShort } from '../../support/facts-of.js';

const TITLE = '“三公”经费支出决算情况说明';

describe('counts of 三公', () => {
  it.each([
    // abroad
    [
      '全年安排本单位组织的出国（境）团组2个，参加其他单位出国（境）团组1个；全年因公出国（境）累计7人次。',
      ['abroad-groups 2', 'abroad-joint-groups 1', 'abroad-persons 7'],
    ],
    ['因公出国（境）费支出0万元。全年安排因公出国（境）团组0个、累计0人次。', ['abroad-groups 0', 'abroad-persons 0']],
    ['因公出国（境）费3.2万元，全年组织0个团组，0人次。', ['abroad-groups 0', 'abroad-persons 0']],
    ['因公出国(境)团组数为1个，人次数为３人次。', ['abroad-groups 1', 'abroad-persons 3']],
    ['2023年因公出国（境）团组三个，累计十二人次。', ['abroad-groups 3', 'abroad-persons 12']],
    [
      '使用财政拨款安排本部门组织的出国团组 1 个、参加其他单位组织的出国团组 2 个，累计 5 人。',
      ['abroad-groups 1', 'abroad-joint-groups 2', 'abroad-persons 5'],
    ],
    ['因公出国（境）费：参加双跨团组2个，2人次。', ['abroad-joint-groups 2', 'abroad-persons 2']],
    // vehicles
    ['公务用车购置费25万元，购置公务用车1辆。', ['vehicles-bought 1']],
    ['2023年度公务用车购置0辆。截至2023年12月31日，公务用车保有量为0辆。', ['vehicles-bought 0', 'vehicles-kept 0']],
    ['公务用车购置数2辆，公务用车保有量11辆。', ['vehicles-bought 2', 'vehicles-kept 11']],
    [
      '公务用车购置支出0万元，更新公务用车0辆；公务用车运行维护费2万元，年末公务用车保有量4台。',
      ['vehicles-bought 0', 'vehicles-kept 4'],
    ],
    ['2023年，某某局所属各预算单位开支财政拨款的公务用车保有量为十五辆。', ['vehicles-kept 15']],
    // reception
    ['公务接待费支出1万元。累计接待0批次、0人次。', ['reception-batches 0', 'reception-persons 0']],
    ['国内公务接待12批次，86人次。', ['reception-batches 12', 'reception-persons 86']],
    ['公务接待费0.3万元，国内公务接待5批次60人。', ['reception-batches 5', 'reception-persons 60']],
    ['公务接待批次6个，人次44人。', ['reception-batches 6', 'reception-persons 44']],
    ['国内公务接待批次、人次分别为5批次、30人次。', ['reception-batches 5', 'reception-persons 30']],
    ['公务接待费主要用于调研，共接待国内来访团组3个、来宾21人次。', ['reception-batches 3', 'reception-persons 21']],
    ['国内公务接待1,020批次，12,345人次。', ['reception-batches 1020', 'reception-persons 12345']],
    [
      '国内公务接待10批次80人次，其中：外事接待1批次4人次。',
      ['reception-batches 10', 'reception-persons 80', 'reception-foreign-batches 1', 'reception-foreign-persons 4'],
    ],
    [
      '国内公务接待10批次（其中外事接待1批次），80人次（其中外事接待4人次）。',
      ['reception-batches 10', 'reception-foreign-batches 1', 'reception-persons 80', 'reception-foreign-persons 4'],
    ],
    [
      '国内公务接待支出1万元（含外宾接待支出0万元），接待2批次15人次；国（境）外公务接待0批次，0人次。',
      ['reception-batches 2', 'reception-persons 15', 'reception-foreign-batches 0', 'reception-foreign-persons 0'],
    ],
  ])('%s', (text, expected) => {
    expect(inShort(TITLE, text)).toEqual(expected);
  });

  it.each([
    ['a change', '公务接待费减少，主要是接待批次较上年减少5批次，接待人次减少40人次。'],
    ['the year before', '2022年公务接待8批次、60人次。'],
    ['last year', '上年公务接待8批次、60人次。'],
    ['a form not filled in', '全年安排因公出国（境）团组XX个、累计XX人次。'],
    ['money only', '公务接待费支出1.35万元，占三公经费的5.2%。'],
    ['standards', '公务用车购置费25万元，18万元以内。'],
  ])('%s is no count', (_, text) => {
    expect(inShort(TITLE, text)).toEqual([]);
  });

  it('a planned number beside what was done is not read', () => {
    expect(
      inShort(TITLE, '年初预算安排购置公务用车2辆，公务用车实际购置1辆。').filter((fact) =>
        fact.startsWith('vehicles-bought'),
      ),
    ).toEqual(['vehicles-bought 1']);
  });

  it('takes what it speaks of from the title where the paragraph does not say', () => {
    expect(inShort('公务接待费支出情况', '全年共12批次、86人次。')).toEqual([
      'reception-batches 12',
      'reception-persons 86',
    ]);
  });

  it('keeps digits, unit, label, clause, day and the place of the digits', () => {
    const text = '截至 2023 年 12 月 31日，本单位公务用车保有量为 ３ 辆。';
    const [fact] = factsOf([[TITLE, text]]);
    expect(fact).toMatchObject({
      kind: 'vehicles-kept',
      label: '本单位公务用车保有量为',
      text: '本单位公务用车保有量为３辆',
      date: '2023-12-31',
      section: 0,
      value: { printed: '３', unit: '辆', measure: 'count', value: 30_000, step: 10_000, status: 'unverified' },
    });
    const at = text.indexOf('３');
    expect(fact?.value?.places).toEqual([{ page: 1, box: { left: at, top: 0, right: at + 1, bottom: 1 } }]);
  });
});
