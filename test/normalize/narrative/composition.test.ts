import { describe, expect, it } from 'vitest';
import { factsOf, ofKind, short } from '../../support/facts-of.js';

describe('composition', () => {
  it.each([
    [
      '某院设5个内设机构，包括：院长室、办公室、财务室、后勤部、护理部。',
      [
        'internal-departments 5',
        'internal-departments 院长室',
        'internal-departments 办公室',
        'internal-departments 财务室',
        'internal-departments 后勤部',
        'internal-departments 护理部',
      ],
    ],
    [
      '本部门包括19个内设机构、2个下属事业单位和2个派出机构。',
      ['internal-departments 19', 'member-agencies 下属事业单位 2', 'member-agencies 派出机构 2'],
    ],
    ['内设机构七个。', ['internal-departments 7']],
    ['本局内设3个科室。', ['internal-departments 3']],
    [
      '纳入本部门2023年部门决算编制范围的预算单位共3家，包括：某省检察院本级、甲市检察院、乙市档案馆。',
      ['member-agencies 3', 'member-agency 某省检察院本级', 'member-agency 甲市检察院', 'member-agency 乙市档案馆'],
    ],
    [
      '本部门中，行政单位1家，参公单位2家，事业单位0家。',
      ['member-agencies 行政单位 1', 'member-agencies 参公单位 2', 'member-agencies 事业单位 0'],
    ],
    ['部门预算是包括街道本部以及下属 5 家预算单位的综合收支计划。', ['member-agencies 下属预算单位 5']],
    ['纳入某局2022年部门编报范围的单位共3个，具体如下：', ['member-agencies 3']],
    ['部门决算包括：某局本级决算、下属行政事业单位决算。', []],
  ])('%s', (text, expected) => {
    expect(factsOf([['机构设置', text]]).map(short)).toEqual(expected);
  });

  it('a list of paragraphs; what is said of a unit is not its name', () => {
    const facts = factsOf([
      [
        '机构设置',
        '本部门中，行政单位1家，事业单位1家，具体包括：',
        '1.甲区财政局本部。',
        '2.下属事业单位甲区服务中心不单列预算，并入本部。',
        '3.某市XX中心。',
      ],
    ]);
    expect(ofKind(facts, 'member-agency').map(({ subject, text }) => [subject, text])).toEqual([
      ['甲区财政局本部', '甲区财政局本部。'],
      ['甲区服务中心', '下属事业单位甲区服务中心不单列预算，并入本部。'],
    ]);
  });

  it('departments under their own heading; units that may be outside the consolidation are not listed', () => {
    const facts = factsOf([
      ['部门机构设置'],
      ['>机关内设机构', '1.办公室', '2.侦查处（挂“举报中心”牌子）'],
      ['>下属事业单位', '1.某某杂志社'],
    ]);
    expect(facts.map(short)).toEqual(['internal-departments 办公室', 'internal-departments 侦查处']);
  });
});
