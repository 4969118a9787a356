import { describe, expect, it } from 'vitest';
import type { Grid, TextLine } from '../../../src/extract/document.js';
import { contentsLines } from '../../../src/normalize/segment/contents.js';
import { locateTables } from '../../../src/normalize/segment/tables.js';
import { blocksOf, lineOf } from '../../support/document-factory.js';
import { gridOf } from '../../support/grid-factory.js';

const GRID = gridOf('编码 | 名称 | 合计\n205 | 教育支出 | 9.00');

function locate(parts: readonly (string | Grid | TextLine)[], running: readonly TextLine[] = []) {
  const blocks = blocksOf(...parts);
  return locateTables(blocks, contentsLines(blocks), new Set(running));
}

/** The one table of the blocks as [kind, title, unit]. */
function only(...parts: readonly (string | Grid | TextLine)[]): unknown[] {
  const [table, ...others] = locate(parts);
  expect(others).toEqual([]);
  return [table?.template?.kind ?? null, table?.title, table?.unit?.text ?? null];
}

describe('the title of a table', () => {
  it.each<[string, string[], string | null, string]>([
    ['right above', ['支出决算表', '单位：万元'], 'expenditure', '支出决算表'],
    ['below the label', ['公开03表', '支出决算表', '单位：万元'], 'expenditure', '支出决算表'],
    ['above the label', ['支出决算表', '公开03表', '部门：某某局 单位：万元'], 'expenditure', '支出决算表'],
    ['with the label in one line', ['公开03表：支出决算表'], 'expenditure', '公开03表：支出决算表'],
    [
      'below the heading with the same words',
      ['三、支出决算表', '支出决算表', '单位：万元'],
      'expenditure',
      '支出决算表',
    ],
    [
      'broken over two lines, of which the second names another form',
      ['一般公共预算财政拨款', '支出决算表', '单位：万元'],
      'general-budget-expenditure',
      '一般公共预算财政拨款支出决算表',
    ],
    [
      'broken, with the quotation marks on the first line (Jiangsu 2018)',
      ['公开09表：一般公共预算“三公”经费、会议费、培训费', '支出预算表'],
      'three-public',
      '公开09表：一般公共预算“三公”经费、会议费、培训费支出预算表',
    ],
    [
      'below a sentence',
      ['用于购买住房的补贴。', '2025年部门支出预算总表', '单位：元'],
      'expenditure',
      '2025年部门支出预算总表',
    ],
    [
      'below the note of the table before',
      ['注:本部门2025年无政府性基金预算，故本表为空表', '2025年部门支出预算总表'],
      'expenditure',
      '2025年部门支出预算总表',
    ],
    ['below the page number', ['9', '2025年部门支出预算总表'], 'expenditure', '2025年部门支出预算总表'],
    ['below the part', ['第二部分 2024年度部门决算表', '支出决算表'], 'expenditure', '支出决算表'],
    ['the nearest of several', ['收入决算表', '支出决算表'], 'expenditure', '支出决算表'],
    ['mentioned in prose only', ['本年支出详见《支出决算表》。', '单位：万元'], null, '本年支出详见《支出决算表》。'],
    ['of no known form', ['项目支出决算表', '部门：某某局', '单位：万元', '- 9 -'], null, '项目支出决算表'],
    ['missing', ['单位：万元'], null, ''],
    ['a long text', ['某'.repeat(70)], null, ''],
  ])('%s', (_, lines, kind, title) => {
    expect(only(...lines, GRID).slice(0, 2)).toEqual([kind, title]);
  });

  it('is never one of the contents list', () => {
    const contents = ['目录', '一、收入决算表………5', '二、支出决算表………6', '三、财政拨款收入支出决算总表………7'];
    expect(only(...contents, lineOf('部门构成', 2), gridOf('单位 | 人数\n某某局 | 12', { pages: [2] }))).toEqual([
      null,
      '部门构成',
      null,
    ]);
  });

  it('is never a running head', () => {
    const head = lineOf('收入决算表');
    expect(locate([head, '项目支出决算表', GRID], [head])[0]).toMatchObject({
      template: null,
      title: '项目支出决算表',
    });
  });

  it('is not taken over another table, nor from two pages before', () => {
    const tables = locate(['支出决算表', GRID, '单位：元', GRID]);
    expect(tables.map(({ template, title }) => [template?.kind ?? null, title])).toEqual([
      ['expenditure', '支出决算表'],
      [null, ''],
    ]);
    expect(only('支出决算表', gridOf('a | b', { pages: [3] }))).toEqual([null, '', null]);
    expect(only('支出决算表', gridOf('a | b', { pages: [2] }))).toEqual(['expenditure', '支出决算表', null]);
  });

  it('may stand inside the grid, over all columns', () => {
    const [table] = locate(['第二部分', gridOf('公开03表 支出决算表 | < | <\n编码 | 名称 | 合计\n205 | 教育 | 9.00')]);
    expect(table).toMatchObject({ title: '公开03表 支出决算表', template: { kind: 'expenditure' } });
    expect(table?.grid.rows).toBe(2);
    expect(table?.grid.cells.map(({ row, text }) => `${row} ${text}`)).toEqual([
      '0 编码',
      '0 名称',
      '0 合计',
      '1 205',
      '1 教育',
      '1 9.00',
    ]);
  });

  it('inside the grid goes before one above; a first row that names no form stays', () => {
    expect(only('收入决算表', gridOf('支出决算表 | <\n编码 | 合计'))).toEqual(['expenditure', '支出决算表', null]);
    expect(locate(['收入决算表', gridOf('本年度 | <\n编码 | 合计')])[0]).toMatchObject({
      title: '收入决算表',
      grid: { rows: 2 },
    });
  });
});

describe('the unit of a table', () => {
  it.each<[string, (string | Grid)[], string | null]>([
    ['a line of its own', ['支出决算表', '单位:万元', GRID], '万元'],
    ['behind the name of the body', ['支出决算表', '单位：某某中心 单位：万元', GRID], '万元'],
    ['in the title', ['支出决算表（单位：元）', GRID], '元'],
    ['behind the title', ['支出决算表 单位：元', GRID], '元'],
    ['the nearest of two', ['收入决算表 单位：元', '支出决算表', '单位：万元', GRID], '万元'],
    ['in the header of the grid', ['支出决算表', gridOf('编码 | 名称 | 金额（元）\n205 | 教育 | 9')], '元'],
    [
      'in a row over the header',
      ['支出决算表', gridOf('部门：某局 | < | 单位：万元\n编码 | 名称 | 合计\n205 | 教育 | 9')],
      '万元',
    ],
    ['not from the fifth row on', [gridOf('a | b\nc | d\ne | f\ng | h\n单位：万元 | i')], null],
    ['the body is no unit', ['支出决算表', '单位：元氏县财政局', GRID], null],
    ['not from the table before', ['单位：万元', GRID, '支出决算表', GRID], null],
  ])('%s', (_, parts, unit) => {
    expect(locate(parts).at(-1)?.unit?.text ?? null).toBe(unit);
  });
});

describe('the notes of a table', () => {
  it.each<[string, (string | TextLine)[], string[]]>([
    ['注 and what follows it', ['注：本表反映支出。', '本表无数据。'], ['注：本表反映支出。', '本表无数据。']],
    ['说明 on the next page', [lineOf('说明：本表为空表。', 2)], ['说明：本表为空表。']],
    ['no note without such a word', ['本表反映支出。'], []],
    ['up to the next title', ['注：无数据。', '收入决算表', '注：别的。'], ['注：无数据。']],
    ['up to the next heading', ['注：无数据。', '四、财政拨款情况'], ['注：无数据。']],
    ['up to the next part', ['注：无数据。', '第三部分 情况说明'], ['注：无数据。']],
    ['not two pages later', [lineOf('注：无数据。', 3)], []],
  ])('%s', (_, lines, notes) => {
    expect(locate([GRID, ...lines])[0]?.notes).toEqual(notes);
  });

  it('passes over page numbers', () => {
    const page = lineOf('12');
    expect(locate([GRID, page, '注：无数据。'], [page])[0]?.notes).toEqual(['注：无数据。']);
  });
});
