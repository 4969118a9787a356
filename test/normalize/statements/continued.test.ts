import { describe, expect, it } from 'vitest';
import type { LocatedTable } from '../../../src/normalize/segment/tables.js';
import { joinRepeated } from '../../../src/normalize/statements/continued.js';
import { templateByTitle } from '../../../src/normalize/statements/title.js';
import { gridOf } from '../../support/grid-factory.js';

const HEAD = '编码 | 名称 | 合计';

function part(title: string, page: number, drawing: string, notes: string[] = []): LocatedTable {
  return { grid: gridOf(drawing, { pages: [page] }), title, template: templateByTitle(title), unit: null, notes };
}

describe('joinRepeated', () => {
  const first = part('支出决算表', 1, `${HEAD}\n205 | 教育支出 | 9.00`);
  const next = `${HEAD}\n206 | 科学技术支出 | 1.00\n合计 | < | 10.00`;

  it('joins parts that repeat title and header, the header once', () => {
    const [joined, ...others] = joinRepeated([first, part('支出决算表', 2, next, ['注：完。'])]);
    expect(others).toEqual([]);
    expect(joined?.grid).toMatchObject({ rows: 4, columns: 3, pages: [1, 2] });
    expect(joined?.grid.cells.map(({ row, text }) => `${row} ${text}`)).toEqual([
      '0 编码',
      '0 名称',
      '0 合计',
      '1 205',
      '1 教育支出',
      '1 9.00',
      '2 206',
      '2 科学技术支出',
      '2 1.00',
      '3 合计',
      '3 10.00',
    ]);
    expect(joined?.notes).toEqual(['注：完。']);
  });

  it('joins a third part too, and one that says 续', () => {
    const tables = [first, part('支出决算表（续）', 2, `${HEAD}\n206 | 科技 | 1.00`), part('支出决算表续表', 3, next)];
    expect(joinRepeated(tables).map(({ grid }) => [grid.rows, grid.pages])).toEqual([[5, [1, 2, 3]]]);
  });

  it.each<[string, LocatedTable]>([
    ['another form', part('收入决算表', 2, next)],
    ['another header', part('支出决算表', 2, next.replace('合计', '小计'))],
    ['another number of columns', part('支出决算表', 2, '编码 | 合计\n206 | 1.00')],
    ['a page between', part('支出决算表', 3, next)],
    ['the same page', part('支出决算表', 1, next)],
    ['no header', part('支出决算表', 2, '206 | 科学技术支出 | 1.00')],
    ['another list of the same form (Zhejiang)', part('支出决算表（分单位）', 2, next)],
    ['no known form', part('项目支出决算表', 2, next)],
  ])('keeps apart: %s', (_, second) => {
    expect(joinRepeated([first, second])).toEqual([first, second]);
  });

  it('keeps two tables of one name apart when both print their total', () => {
    const tables = [
      part('收入决算表', 1, `${HEAD}\n合计 | < | 9.00\n205 | 教育支出 | 9.00`),
      part('收入决算表', 2, `${HEAD}\n合计 | < | 9.00\n206 | 科学技术支出 | 9.00`),
    ];
    expect(joinRepeated(tables)).toEqual(tables);
  });

  it('keeps apart what follows a note', () => {
    const ended = { ...first, notes: ['注：完。'] };
    expect(joinRepeated([ended, part('支出决算表', 2, next, ['注：完。'])])).toHaveLength(2);
  });
});
