import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/extract/document.js';
import type { Section } from '../../../src/normalize/report.js';
import { contentsLines } from '../../../src/normalize/segment/contents.js';
import { runningLines } from '../../../src/normalize/segment/running-heads.js';
import { sectionsOf } from '../../../src/normalize/segment/sections.js';
import { dump, printed } from './lines.js';

function read(blocks: readonly Block[]): ReturnType<typeof sectionsOf> {
  const pages = [...new Set(blocks.map((block) => (block.kind === 'line' ? block.page : (block.pages[0] ?? 1))))];
  return sectionsOf(blocks, {
    contents: contentsLines(blocks),
    running: runningLines(
      blocks,
      pages.map((number) => ({ number, width: 595, height: 842 })),
    ),
  });
}

/** One line a section, indented by depth, with the number of its paragraphs. */
function outline(sections: readonly Section[]): string[] {
  const depth = (section: Section): number => {
    const parent = section.parent === null ? undefined : sections[section.parent];
    return parent ? depth(parent) + 1 : 0;
  };
  return sections.map(
    (section) => `${'  '.repeat(depth(section))}${section.number}${section.title} ${section.paragraphs.length}`,
  );
}

const tree = (text: string): string[] => outline(read(dump(text)).sections);

describe('sectionsOf', () => {
  it('nests parts, 一、, （一）, and begins 一、 again in the next part', () => {
    expect(
      tree(`第一部分 某局概况
一、主要职能
本局主管全市某项工作，负责有关事项。
第三部分 2023年度决算情况说明
一、收入支出决算总体情况说明
（一）收入决算情况说明
2023年度收入100.00万元，具体情况如下：
1.一般公共预算财政拨款收入100.00万元。
2.其他收入0.00万元。
（二）支出决算情况说明
2023年度支出90.00万元。
二、财政拨款情况说明
2023年度财政拨款收入100.00万元。`),
    ).toEqual([
      '第一部分某局概况 0',
      '  一、主要职能 1',
      '第三部分2023年度决算情况说明 0',
      '  一、收入支出决算总体情况说明 0',
      '    （一）收入决算情况说明 3',
      '    （二）支出决算情况说明 1',
      '  二、财政拨款情况说明 1',
    ]);
  });

  it('keeps duties and entries of a glossary as paragraphs', () => {
    expect(
      tree(`一、主要职责
（一）贯彻执行国家有关方针政策，拟订规划并组织实施。
（二）承担上级交办的其他事务性工作。
第四部分
名词解释
一、财政拨款收入：指单位从本级财政部门取得的资金。
二、机关运行经费：为保障行政单位运行用于购买货物和服务的各项资金。`),
    ).toEqual(['一、主要职责 2', '第四部分名词解释 2']);
  });

  it('makes a list of items that have nothing below them', () => {
    expect(
      tree(`（一）机关内设机构
1.办公室
2.政策研究室
3.干部人事处（挂“老干部处”牌子）
（二）派出机构
1.城东分局
2.城西分局
从预算单位构成看，纳入汇总预算编制范围的单位共3家，包括局本级和两个分局。`),
    ).toEqual(['（一）机关内设机构 3', '（二）派出机构 3']);
  });

  it('keeps 1. headings that have text below them', () => {
    expect(tree('一、部门基本情况\n1.总体情况\n本年收支平衡，没有结余。\n2.收入情况\n本年收入增加。')).toEqual([
      '一、部门基本情况 0',
      '  1.总体情况 1',
      '  2.收入情况 1',
    ]);
  });

  it.each([
    [
      '重庆',
      '一、部门基本情况\n（一）职能职责\n本部门负责某项工作。\n二、部门决算情况说明\n㈠收入支出决算总体情况说明\n本年收支平衡。',
      ['一、部门基本情况 0', '  （一）职能职责 1', '二、部门决算情况说明 0', '  ㈠收入支出决算总体情况说明 1'],
    ],
    ['广东', '第一部分：某局概况\n一、主要职责\n本局负责某项工作。', ['第一部分：某局概况 0', '  一、主要职责 1']],
    [
      '四川, tables last',
      '第四部分 名词解释\n一、其他收入：指零星收入。\n第五部分 附表\n一、收入支出决算总表\n[table]',
      ['第四部分名词解释 1', '第五部分附表 0', '  一、收入支出决算总表 0'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  it('opens sections for known titles without a number, and sets tables beside them', () => {
    expect(
      tree(`上海市申江区某局主要职能
主要职能包括：
一、加强规划。负责编制全区规划，组织有关部门实施。
名词解释
（一）基本支出预算：为保障运转编制的年度支出计划。
2025年部门预算编制说明
2025年，收入预算100.00万元。
2025年部门收入预算总表
编制部门：上海市申江区某局 单位：元
[table]
注：本表为空表。
其他相关情况说明
一、2025年“三公”经费预算情况说明
2025年“三公”经费预算数为1.00万元。`),
    ).toEqual([
      '上海市申江区某局主要职能 2',
      '名词解释 1',
      '2025年部门预算编制说明 1',
      '2025年部门收入预算总表 1',
      '其他相关情况说明 0',
      '  一、2025年“三公”经费预算情况说明 1',
    ]);
  });

  it('prints a heading once when the title of the table repeats it, and joins its label', () => {
    expect(
      tree(`第二部分 决算表
一、 收入支出决算总表
收入支出决算总表
公开 01 表
单位：某中心 单位：万元
[table]
公开 02 表：收入决算表
单位：万元
[table]`),
    ).toEqual(['第二部分决算表 0', '  一、收入支出决算总表 0', '  公开02表：收入决算表 0']);
  });

  it('takes the mention of a table for no heading', () => {
    expect(
      tree(
        '二、收入预算情况说明\n本年收入预算合计100万元，与《收支预算总表》收入数一致，详见\n收支预算总表\n所列数字，其中财政拨款90万元。',
      ),
    ).toEqual(['二、收入预算情况说明 1']);
  });

  it('is no heading: a row of a table that has left its grid', () => {
    expect(
      tree('一、收入支出决算总表\n五、教育支出\n八、其他收入 0.00 二十三、其他支出 0.00\n第三部分 情况说明'),
    ).toEqual(['一、收入支出决算总表 2', '第三部分情况说明 0']);
  });
});

describe('paragraphs', () => {
  const blocks = [
    printed(1, 100, 96, '三、一般公共预算财政拨款支出决算情况说明'),
    printed(1, 120, 96, '本年一般公共预算财政拨款支出二千五百六十六万元，主要原因是人员'),
    printed(1, 140, 72, '变动，其中基本支出二百九十八万元，项目支出二千二百六十七万元，较上'),
    printed(1, 800, 290, '27'),
    printed(2, 100, 72, '年度新增四人。'),
    printed(2, 120, 96, '第二段从这里开始，说明其余的变动原因以及资金的来源和去向等等情况。'),
    printed(2, 140, 96, '（一）以服务为导向，充分发挥专业优势，为全市各个政务部门的网站建设'),
    printed(2, 160, 72, '和运行维护提供有力技术支撑'),
    printed(2, 180, 96, '中心立足本职工作，认真完成了各项任务。'),
    printed(2, 800, 290, '28'),
  ];
  const { sections } = read(blocks);

  it('continue over a page break, without its number', () => {
    expect(sections[0]?.paragraphs.map(({ text }) => text)).toEqual([
      '本年一般公共预算财政拨款支出二千五百六十六万元，主要原因是人员变动，其中基本支出二百九十八万元，项目支出二千二百六十七万元，较上年度新增四人。',
      '第二段从这里开始，说明其余的变动原因以及资金的来源和去向等等情况。',
    ]);
  });

  it('have a place on each page they stand on', () => {
    expect(sections[0]?.paragraphs[0]?.places).toEqual([
      { page: 1, box: { left: 72, top: 120, right: 468, bottom: 152 } },
      { page: 2, box: { left: 72, top: 100, right: 156, bottom: 112 } },
    ]);
  });

  it('stand below a heading that takes two lines', () => {
    expect(outline(sections).slice(1)).toEqual([
      '  （一）以服务为导向，充分发挥专业优势，为全市各个政务部门的网站建设和运行维护提供有力技术支撑 1',
    ]);
  });

  it('before the first heading are kept', () => {
    const { sections: kept } = read(dump('本报告说明某中心2023年度的收支情况。\n一、收入情况\n收入一百万元。'));
    expect(outline(kept)).toEqual([' 1', '一、收入情况 1']);
  });
});

describe('findings', () => {
  const checks = (text: string): string[] => read(dump(text)).findings.map(({ check }) => check);

  it('none where nothing is wrong', () => {
    expect(
      checks(
        '目录\n第一部分 某局概况\n第二部分 名词解释\n--- 2\n第一部分 某局概况\n本局负责某项工作。\n第二部分 名词解释\n一、其他收入：指零星收入。',
      ),
    ).toEqual([]);
  });

  it.each([
    ['structure/unknown-heading', '第六部分 大事记\n本年发生了许多大事。'],
    [
      'structure/part-missing',
      '目录\n第一部分 某局概况\n第二部分 名词解释\n--- 2\n第一部分 某局概况\n本局负责某项工作。',
    ],
    ['structure/placeholder', '第二部分 某市XX局2024年度部门决算表\n[table]'],
    ['structure/placeholder', '第一部分 某局概况\n本局组织对XX等项目开展绩效自评，又对××项目开展了评价。'],
  ])('%s', (check, text) => {
    expect(checks(text)).toEqual([check]);
  });

  it('takes no letters beside Latin letters or digits for a blank of the form', () => {
    expect(checks('第一部分 某局概况\n本局维护XXL型设备、7XX24小时值班系统和IPXX网络。')).toEqual([]);
  });
});
