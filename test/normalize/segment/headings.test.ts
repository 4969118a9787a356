import { describe, expect, it } from 'vitest';
import { headingNumber, tableLabel } from '../../../src/normalize/segment/headings.js';
import { isTitle, runInTitle, unnumberedLevel } from '../../../src/normalize/segment/titles.js';

describe('headingNumber', () => {
  it.each([
    ['第一部分 某局概况', 1, '第一部分', 1, '某局概况'],
    ['第 三 部 分：决算情况说明', 1, '第三部分：', 3, '决算情况说明'],
    ['第十一部分', 1, '第十一部分', 11, ''],
    ['附件', 1, '附件', null, ''],
    ['附件2：项目支出绩效自评表', 1, '附件2：', 2, '项目支出绩效自评表'],
    ['一、 收入支出决算总表', 2, '一、', 1, '收入支出决算总表'],
    ['十二．政府采购', 2, '十二．', 12, '政府采购'],
    ['（三）支出决算情况', 3, '（三）', 3, '支出决算情况'],
    ['( 二 ) 公用经费', 3, '(二)', 2, '公用经费'],
    ['㈠收入情况', 3, '㈠', 1, '收入情况'],
    ['1.办公室', 4, '1.', 1, '办公室'],
    ['22．推进建设', 4, '22．', 22, '推进建设'],
    ['3、财务科', 4, '3、', 3, '财务科'],
    ['1.2024年部门收入预算总表', 4, '1.', 1, '2024年部门收入预算总表'],
    ['（1）购置费', 5, '（1）', 1, '购置费'],
    ['⑵运行费', 5, '⑵', 2, '运行费'],
    ['第二条 职责', 6, '第二条', 2, '职责'],
  ])('%s', (text, level, number, ordinal, rest) => {
    expect(headingNumber(text)).toEqual({ level, number, ordinal, rest });
  });

  it.each([
    '1.5万元用于采购',
    '2023年度收入',
    '一、二季度完成',
    '3、5、7号楼',
    '一般公共预算',
    '12 34',
    '附件所示内容',
    '三公经费',
  ])('reads no number in %s', (text) => {
    expect(headingNumber(text)).toBeNull();
  });
});

describe('tableLabel', () => {
  it.each([
    ['公开 01 表', '公开01表', ''],
    ['公开02表', '公开02表', ''],
    ['公开表一', '公开表一', ''],
    ['财决公开06表', '财决公开06表', ''],
    ['公开 01 表：收支预算总表', '公开01表：', '收支预算总表'],
    ['预算公开 03 表', '预算公开03表', ''],
  ])('%s', (text, label, rest) => {
    expect(tableLabel(text)).toEqual({ label, rest });
  });

  it.each(['公开情况说明', '收入决算表', '公开招标'])('finds none in %s', (text) => {
    expect(tableLabel(text)).toBeNull();
  });
});

describe('isTitle', () => {
  it.each([
    ['收入支出决算总体情况说明', 2],
    ['“三公”经费财政拨款支出决算总体情况说明。', 3],
    ['以服务为导向，充分发挥专业优势，提供有力技术支撑', 3],
    ['2025年“三公”经费预算情况说明', 2],
    ['公共安全支出（类）', 3],
    ['部门决算单位构成（仅有一个单位的部门，本部分内容为“机构设置”）', 2],
  ])('takes %s', (text, level) => {
    expect(isTitle(text, level)).toBe(true);
  });

  it.each([
    ['一般公共预算财政拨款收入2568.50万元。', 4],
    ['贯彻执行国家有关方针政策，拟订本市规划并组织实施。', 3],
    ['承担市委市政府交办的其他事务性工作。', 3],
    ['财政拨款收入：指单位从本级财政部门取得的资金', 2],
    ['本单位的主要职责是：', 3],
    ['教育支出', 2],
    ['教育支出 0.00', 2],
    ['基本支出 二、项目支出', 2],
    ['人员经费 279.31 万元', 3],
    ['本局是主管财政工作的部门', 6],
  ])('refuses %s', (text, level) => {
    expect(isTitle(text, level)).toBe(false);
  });
});

describe('runInTitle', () => {
  it.each([
    ['机关运行经费支出情况。本部门2023年支出10.00万元。', '机关运行经费支出情况', '本部门2023年支出10.00万元。'],
    ['单位基本情况从决算单位构成看，本单位包括3个机构', '单位基本情况', '从决算单位构成看，本单位包括3个机构'],
    ['“三公”经费支出决算总体情况说明：年初预算为1.00万元。', '“三公”经费支出决算总体情况说明', '年初预算为1.00万元。'],
  ])('splits %s', (text, title, rest) => {
    expect(runInTitle(text)).toEqual({ title, text: rest });
  });

  it.each([
    '机关运行经费：为保障行政单位运行用于购买货物和服务的各项资金',
    '主要职责和机构设置情况，见附件',
    '加强机房管理。负责安全。',
  ])('leaves %s whole', (text) => {
    expect(runInTitle(text)).toBeNull();
  });
});

describe('unnumberedLevel', () => {
  it.each([
    ['某市某局主要职能', 1],
    ['名词解释', 1],
    ['2025年部门预算编制说明', 1],
    ['道路养护项目经费情况说明', 1],
    ['某市某局2024年度部门决算表', 1],
  ])('%s', (text, level) => {
    expect(unnumberedLevel(text)).toBe(level);
  });

  it.each(['主要职能包括：', '负责本区的机构设置。', '研究和机构设置', '本年收入合计'])('%s is none', (text) => {
    expect(unnumberedLevel(text)).toBeNull();
  });
});
