import { describe, expect, it } from 'vitest';
import { factsOf, ofKind, short, type Told } from '../../support/facts-of.js';
import { gridOf } from '../../support/grid-factory.js';
import { aStatement } from '../../support/report-factory.js';

const HOME: Told = ['部门决算单位构成', '纳入编制范围的单位包括：'];

function table(drawing: string) {
  return { ...aStatement('other', []), pages: [1], cells: gridOf(drawing).cells };
}

describe('the table of units', () => {
  it('out of the cells of a table that no template knows', () => {
    const facts = factsOf(
      [HOME],
      [
        table(
          '序号 | 单位名称 | 单位性质 | 在职人数 | 备注\n1 | 某市财政局（本级） | 行政单位 | 30 |\n2 | 某市财政局评审中心 | 事业单位 | 十二 | 预算不单列\n3 | 某市XX中心 | | |\n | 合计 | | 42 |',
        ),
      ],
    );
    expect(facts.map(short)).toEqual([
      'member-agency 某市财政局（本级）',
      'staff 某市财政局（本级） 30',
      'member-agency 某市财政局评审中心',
    ]);
    expect(facts[2]?.text).toBe('某市财政局评审中心 事业单位 十二 预算不单列');
  });

  it.each([
    ['a head that such tables do not have', '序号 | 单位名称 | 合同金额\n1 | 某某公司 | 30'],
    ['no column of names', '序号 | 项目 | 备注\n1 | 某某中心 | 30'],
  ])('not with %s', (_, drawing) => {
    expect(factsOf([HOME], [table(drawing)])).toEqual([]);
  });

  it.each([
    [
      ['序号 单位名称 单位性质 在职人数', '1', '某市大数据服务中心 全额拨款事', '业单位', '14'],
      ['member-agency 某市大数据服务中心', 'staff 某市大数据服务中心 14'],
    ],
    [
      ['序号 单位名称 备注', '1 某市财政局', '2', '某市财政局评审', '中心'],
      ['member-agency 某市财政局', 'member-agency 某市财政局评审中心'],
    ],
    [['序号 单位名称 单位性质 在职人数某市大数据服务中心 全额拨款事业单位'], ['member-agency 某市大数据服务中心']],
    [['序号 单位名称 编制人数 在职人数', '1 某市档案馆 14'], ['member-agency 某市档案馆']],
    [['序号 单位名称 备注', '1 某市XX局', '2 其他说明文字'], []],
  ])('broken over the lines of a dump: %j', (lines, expected) => {
    expect(factsOf([['单位基本情况', ...lines]]).map(short)).toEqual(expected);
  });

  it('staff in the dump has the place of its digits and the head as its label', () => {
    const facts = factsOf([['单位基本情况', '序号 单位名称 在职人数', '1 某市档案馆 14']]);
    expect(ofKind(facts, 'staff')[0]).toMatchObject({
      label: '在职人数',
      subject: '某市档案馆',
      value: { printed: '14', value: 140_000, places: [{ page: 1, box: { left: 8, top: 1, right: 10, bottom: 2 } }] },
    });
  });
});
