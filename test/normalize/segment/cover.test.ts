import { describe, expect, it } from 'vitest';
import { contentsLines } from '../../../src/normalize/segment/contents.js';
import { identify } from '../../../src/normalize/segment/cover.js';
import { yearsIn } from '../../../src/normalize/segment/fiscal-year.js';
import { dump, grid } from './lines.js';

function read(text: string, file = 'report.pdf') {
  const blocks = dump(text);
  const { kind, scope, fiscalYear, agency, region, findings } = identify({
    blocks,
    contents: contentsLines(blocks),
    file,
  });
  return {
    who: `${kind} ${scope} ${fiscalYear} ${agency?.name} ${region?.code}`,
    checks: findings.map(({ check }) => check),
  };
}

const BODY = '\n--- 2\n第一部分 概况\n一、主要职能\n本局负责某项工作，承担有关任务。';

describe('identify', () => {
  it.each([
    ['name, then title', '泉州市某某局\n2024年度部门决算', null],
    ['上海', '上海市普陀区档案局\n2024年度部门决算', 'final-accounts department 2024 上海市普陀区档案局 310107'],
    ['year first', '2023年度\n泉州市档案馆\n单位决算', 'final-accounts unit 2023 泉州市档案馆 350500'],
    ['one line', '泉州市教育局2022年度部门决算公开', 'final-accounts department 2022 泉州市教育局 350500'],
    [
      'year before the name',
      '2023年度江苏省沛县某镇人民政府部门决算',
      'final-accounts department 2023 江苏省沛县某镇人民政府 320322',
    ],
    [
      'label',
      '上海市普陀区2025年区级部门预算\n预算主管部门：上海市普陀区民政局',
      'budget department 2025 上海市普陀区民政局 310107',
    ],
    [
      'unit budget',
      '上海市普陀区福利院2024年单位预算\n预算单位：上海市普陀区福利院',
      'budget unit 2024 上海市普陀区福利院 310107',
    ],
    [
      'Chinese year and a date',
      '泉州市统计局\n二〇二三年度部门决算\n二〇二四年八月',
      'final-accounts department 2023 泉州市统计局 350500',
    ],
    [
      'date of publishing',
      '附件1\n泉州市统计局2023年部门决算公开\n2024年9月20日',
      'final-accounts department 2023 泉州市统计局 350500',
    ],
    [
      'two lines of name',
      '江苏省人民代表大会常务\n委员会办公厅\n2018年部门预算',
      'budget department 2018 江苏省人民代表大会常务委员会办公厅 320000',
    ],
    [
      'letter-spaced',
      '泉 州 市 司 法 局\n2 0 2 3 年 度 部 门 决 算',
      'final-accounts department 2023 泉州市司法局 350500',
    ],
    [
      '本级',
      '泉州市卫生健康委员会（本级）\n2023年度单位决算',
      'final-accounts unit 2023 泉州市卫生健康委员会（本级） 350500',
    ],
  ])('%s', (_name, cover, expected) => {
    const { who, checks } = read(cover + BODY);
    if (expected === null) expect(checks).toContain('identity/no-agency');
    else expect([who, checks]).toEqual([expected, []]);
  });

  it('without a cover reads the heads of the tables', () => {
    const text = `一、单位主要职责
泉州市数据中心单位的主要职责是：
（一）负责数据。
一、收入支出决算总表
公开01表
单位：泉州市数据中心 单位：万元
[table]
2023年度收入100.00万元，本单位支出90.00万元。`;
    expect(read(text)).toEqual({ who: 'final-accounts unit 2023 泉州市数据中心 350500', checks: [] });
  });

  it('reads the head of a table inside its frame', () => {
    const blocks = [
      ...dump('2019年收支预算总表'),
      grid(1, [
        ['部门：', '江苏省统计局', '单位：万元'],
        ['项目', '金额', ''],
      ]),
    ];
    expect(identify({ blocks, contents: new Set(), file: '' }).agency).toEqual({ name: '江苏省统计局' });
  });

  it('lets the cover decide against a wrong year and a wrong body, and tells', () => {
    const text = `上海市普陀区档案局
2024年度部门决算${BODY}
第二部分 上海市普陀区档案局2024年度部门决算表
单位：上海市普陀区民政局 单位：万元
[table]
第三部分 上海市普陀区档案局2023年度部门决算情况说明`;
    expect(read(text)).toEqual({
      who: 'final-accounts department 2024 上海市普陀区档案局 310107',
      checks: ['identity/year-differs', 'identity/agency-differs'],
    });
  });

  it('says what it does not know, and takes year and kind from the file name at last', () => {
    expect(read('某文件\n没有任何说明的正文。', 'x/some-2021-budget.pdf')).toEqual({
      who: 'budget null 2021 undefined undefined',
      checks: ['identity/no-scope', 'identity/no-agency'],
    });
    expect(read('没有任何说明的正文。').checks).toEqual([
      'identity/no-kind',
      'identity/no-scope',
      'identity/no-fiscal-year',
      'identity/no-agency',
    ]);
  });
});

describe('yearsIn', () => {
  it.each([
    ['2023年度部门决算', [2023]],
    ['2018 年度部门预算表', [2018]],
    ['二○二三年度', [2023]],
    ['二零二二年部门预算', [2022]],
    ['２０２４年度', [2024]],
    ['2023年度与2022年度相比', [2023, 2022]],
    ['2024年9月', []],
    ['二〇二四年八月二十日', []],
    ['2018-2020年规划', []],
    ['2023年以来', []],
    ['收入2023万元', []],
    ['编号12023年', []],
  ])('%s', (text, years) => {
    expect(yearsIn(text)).toEqual(years);
  });
});
