import { describe, expect, test } from 'vitest';
import { joinAcrossPages } from '../../../src/extract/layout/across-pages.js';
import type { LayoutGrid } from '../../../src/extract/layout/layout-grid.js';
import { isLayoutGrid, layOutPage, type PageLayout } from '../../../src/extract/layout/page-layout.js';
import type { LayoutRun } from '../../../src/extract/layout/run.js';
import { isCovered, rowsOf, ruled, run, runTo } from './printed.js';

const XS = [50, 150, 300, 400];

/** A page with a ruled table: its rows as 'code|label|amount', 20 points each, from `top`. */
function tablePage(
  number: number,
  rows: readonly string[],
  options: { xs?: number[]; top?: number; with?: LayoutRun[] } = {},
): PageLayout {
  const { xs = XS, top = 100, with: more = [] } = options;
  const runs = rows.flatMap((text, index) =>
    text
      .split('|')
      .flatMap((cell, column) => (cell === '' ? [] : [run(cell, (xs[column] ?? 0) + 5, top + 5 + 20 * index)])),
  );
  const ys = Array.from({ length: rows.length + 1 }, (_, index) => top + 20 * index);
  return layOutPage(number, [...runs, ...more], ruled(xs, ys));
}

function gridsOf(...pages: readonly PageLayout[]): LayoutGrid[] {
  return joinAcrossPages(pages).filter(isLayoutGrid);
}

const HEAD = '科目编码|科目名称|金额';
const FIRST = tablePage(1, [HEAD, '201|一般公共服务支出|12.50', '208|社会保障支出|7.00']);

describe('parts of one table', () => {
  test.each<{ name: string; second: PageLayout; rows: string[] }>([
    {
      name: 'with the header again',
      second: tablePage(2, [HEAD, '210|卫生健康支出|3.00']),
      rows: ['210|卫生健康支出|3.00'],
    },
    {
      name: 'with a header letter-spaced otherwise',
      second: tablePage(2, ['科目 编码|科目名称|金 额', '210|卫生健康支出|3.00']),
      rows: ['210|卫生健康支出|3.00'],
    },
    { name: 'without a header', second: tablePage(2, ['210|卫生健康支出|3.00']), rows: ['210|卫生健康支出|3.00'] },
    {
      name: 'a page that holds only the total, code and label in one cell',
      second: tablePage(2, ['合计|22.50'], { xs: [50, 300, 400] }),
      rows: ['合计>2|22.50'],
    },
    {
      name: 'on a page with other margins',
      second: tablePage(2, ['210|卫生健康支出|3.00'], { xs: XS.map((x) => x + 22) }),
      rows: ['210|卫生健康支出|3.00'],
    },
    {
      name: 'with columns fitted to the text of the page',
      second: tablePage(2, ['210|卫生健康支出|3.00'], { xs: [50, 140, 310, 412] }),
      rows: ['210|卫生健康支出|3.00'],
    },
    {
      name: 'drawn a little off',
      second: tablePage(2, ['210|卫生健康支出|3.00'], { xs: [52, 147, 302, 399] }),
      rows: ['210|卫生健康支出|3.00'],
    },
    {
      name: 'below a page number',
      second: tablePage(2, ['210|卫生健康支出|3.00'], { with: [run('- 12 -', 280, 20)] }),
      rows: ['210|卫生健康支出|3.00'],
    },
  ])('$name', ({ second, rows }) => {
    const [grid, ...others] = gridsOf(FIRST, second);
    expect(others).toEqual([]);
    expect(rowsOf(grid)).toEqual([HEAD, '201|一般公共服务支出|12.50', '208|社会保障支出|7.00', ...rows]);
    expect(grid?.pages).toEqual([1, 2]);
    expect(grid && isCovered(grid)).toBe(true);
  });

  test('every cell keeps the page it is printed on', () => {
    const [grid] = gridsOf(FIRST, tablePage(2, [HEAD, '210|卫生健康支出|3.00']));
    expect(grid?.cells.filter(({ row }) => row === 3).map(({ places }) => places.map(({ page }) => page))).toEqual([
      [2],
      [2],
      [2],
    ]);
    expect(grid?.cells.filter(({ row }) => row === 2).map(({ places }) => places.map(({ page }) => page))).toEqual([
      [1],
      [1],
      [1],
    ]);
  });

  test('three parts, with a blank page between two of them', () => {
    const [grid, ...others] = gridsOf(
      FIRST,
      tablePage(2, [HEAD, '210|卫生健康支出|3.00']),
      layOutPage(3, [], []),
      tablePage(4, [HEAD, '合计||22.50']),
    );
    expect(others).toEqual([]);
    expect(grid?.rows).toBe(5);
    expect(grid?.pages).toEqual([1, 2, 4]);
  });

  test('a label that the page break cuts is one label with two places', () => {
    const first = tablePage(1, [HEAD, '208|机关事业单位基本养老保险缴|7.00']);
    const [grid] = gridsOf(first, tablePage(2, ['|费支出|', '210|卫生健康支出|3.00']));
    expect(rowsOf(grid)).toEqual([HEAD, '208|机关事业单位基本养老保险缴费支出|7.00', '210|卫生健康支出|3.00']);
    expect(grid?.cells.find(({ text }) => text.endsWith('缴费支出'))?.places.map(({ page }) => page)).toEqual([1, 2]);
  });
});

describe('tables of their own', () => {
  const next = ['210|卫生健康支出|3.00'];
  test.each<{ name: string; pages: PageLayout[] }>([
    { name: 'when other columns follow', pages: [FIRST, tablePage(2, next, { xs: [50, 120, 330, 400] })] },
    {
      name: 'when more columns follow',
      pages: [FIRST, tablePage(2, ['210|卫生|3.00|1.00'], { xs: [50, 150, 300, 350, 400] })],
    },
    {
      name: 'when the next one has a title',
      pages: [FIRST, tablePage(2, next, { with: [run('支出决算表', 200, 50)] })],
    },
    {
      name: 'when prose follows the first',
      pages: [
        tablePage(1, [HEAD, '201|支出|12.50'], { with: [run('注：本表反映支出。', 50, 300)] }),
        tablePage(2, next),
      ],
    },
    {
      name: 'when a page of prose stands between',
      pages: [FIRST, layOutPage(2, [run('情况说明', 50, 50)], []), tablePage(3, next)],
    },
    {
      name: 'when a page between could not be read',
      pages: [FIRST, { page: 2, items: [], unread: true }, tablePage(3, next)],
    },
  ])('$name', ({ pages }) => {
    expect(gridsOf(...pages)).toHaveLength(2);
  });

  test('on one page, whatever their columns', () => {
    const page = layOutPage(
      1,
      [run('甲', 60, 105), run('乙', 60, 205)],
      [...ruled(XS, [100, 120, 140]), ...ruled(XS, [200, 220, 240])],
    );
    expect(gridsOf(page)).toHaveLength(2);
  });
});

describe('without rules', () => {
  /** A page of an unruled table: labels begin at 50, numbers end at 300 and 400. */
  const aligned = (number: number, rows: readonly (readonly [string, string, string])[]): PageLayout =>
    layOutPage(
      number,
      rows.flatMap(([label, a, b], index) => [
        run(label, 50, 100 + 18 * index),
        runTo(a, 300, 100 + 18 * index),
        runTo(b, 400, 100 + 18 * index),
      ]),
      [],
    );
  const first = aligned(1, [
    ['工资福利支出', '12.50', '1.00'],
    ['基本工资', '10.00', '0.50'],
    ['津贴补贴', '2.50', '0.50'],
  ]);

  test('columns that end at the same places go on', () => {
    const [grid, ...others] = gridsOf(
      first,
      aligned(2, [
        ['奖金', '1,002.50', '0.50'],
        ['社会保障缴费支出', '2.50', '0.00'],
        ['合计', '3.00', '1.50'],
      ]),
    );
    expect(others).toEqual([]);
    expect(rowsOf(grid)).toEqual([
      '工资福利支出|12.50|1.00',
      '基本工资|10.00|0.50',
      '津贴补贴|2.50|0.50',
      '奖金|1,002.50|0.50',
      '社会保障缴费支出|2.50|0.00',
      '合计|3.00|1.50',
    ]);
  });

  test('another number of columns, that end elsewhere, is another table', () => {
    const rows = [0, 18, 36].flatMap((y) => [
      run('奖金', 50, 100 + y),
      runTo('1.00', 240, 100 + y),
      runTo('2.00', 340, 100 + y),
      runTo('3.00', 440, 100 + y),
    ]);
    expect(gridsOf(first, layOutPage(2, rows, []))).toHaveLength(2);
  });
});

test('lines keep their page and their order among the tables', () => {
  const items = joinAcrossPages([
    tablePage(1, [HEAD, '201|支出|1.00'], { with: [run('表一', 50, 50)] }),
    layOutPage(2, [run('说明', 50, 50)], []),
  ]);
  expect(items.map((item) => (isLayoutGrid(item) ? 'grid' : `${item.page}:${item.text}`))).toEqual([
    '1:表一',
    'grid',
    '2:说明',
  ]);
});

test('a header of its own begins another table, even with the same columns', () => {
  const other = tablePage(2, ['序号|单位名称|人数', '1|档案馆|14']);
  expect(gridsOf(FIRST, other).map(({ pages }) => pages)).toEqual([[1], [2]]);
});

describe('parts that were read from pictures', () => {
  /** A page whose words were read by an engine. */
  const scanned = (number: number, rows: readonly string[]): PageLayout => {
    const page = tablePage(number, rows);
    const read = (grid: LayoutGrid): LayoutGrid => ({
      ...grid,
      cells: grid.cells.map((cell) =>
        cell.text === '' ? cell : { ...cell, readings: [{ engine: 'first', text: cell.text, confidence: 0.9 }] },
      ),
    });
    return { ...page, items: page.items.map((item) => (isLayoutGrid(item) ? read(item) : item)) };
  };
  const DATA = '210|卫生健康支出|3.00';
  const before = [HEAD, '201|一般公共服务支出|12.50', '208|社会保障支出|7.00'];

  test.each([
    { name: 'a character read otherwise', head: '科目编码|科自名称|金额' },
    { name: 'a character lost', head: '科目编码|科目名|金额' },
    { name: 'a character too many', head: '科目编码|科目名称|金额。' },
    { name: 'blanks, and a character read otherwise', head: '科目 编码|科目名称|金颜' },
  ])('the repeated header goes with $name', ({ head }) => {
    const grids = gridsOf(scanned(1, before), scanned(2, [head, DATA]));
    expect(grids.map(rowsOf)).toEqual([[...before, DATA]]);
  });

  test.each([
    { name: 'too many characters that are others', head: '科自编吗|科日名称|金颜' },
    { name: 'a word that is another', head: '科目编码|单位名称|金额' },
    { name: 'a word that is not there', head: '科目编码||金额' },
    { name: 'a digit that is another', head: '科目编码|科目名称1|金额' },
    { name: 'a numeral that is another', head: '科目编码|科目名称一|金额' },
  ])('a row with $name is none', ({ head }) => {
    const grids = gridsOf(scanned(1, before), scanned(2, [head, DATA]));
    expect(grids.flatMap(rowsOf)).toContain(head);
  });

  test('rows that differ by their numerals alone are rows of data', () => {
    const grids = gridsOf(
      scanned(1, ['一、基本支出|某市某局|备注', '201|行政运行|7.00']),
      scanned(2, ['二、基本支出|某市某局|备注', DATA]),
    );
    expect(grids.flatMap(rowsOf)).toContain('二、基本支出|某市某局|备注');
  });

  test('a header of which every word is read otherwise still begins no table of its own', () => {
    const grids = gridsOf(scanned(1, before), scanned(2, ['科自编码|科日名称|金颜', DATA]));
    expect(grids).toHaveLength(1);
  });

  test('a header of its own begins another table', () => {
    expect(gridsOf(scanned(1, before), scanned(2, ['序号|单位名称|人数', '1|档案馆|14']))).toHaveLength(2);
  });

  test('in a text layer a header with another character is a row', () => {
    const grids = gridsOf(FIRST, tablePage(2, ['科目编码|科自名称|金额', DATA]));
    expect(grids.map(rowsOf)).toEqual([[...before, '科目编码|科自名称|金额', DATA]]);
  });

  test.each([
    { name: 'one character of its title read otherwise', title: '一般公共预算财政拨款支出决筭表', tables: 1 },
    { name: 'another title of the same length', title: '政府性基金预算财政拨款支出决表', tables: 2 },
    { name: 'a title with two characters more', title: '一般公共预算财政拨款基本支出决算表', tables: 2 },
    { name: 'a title with a character less', title: '一般公共预算财政拨款支决算表', tables: 2 },
  ])('a table with $name: $tables', ({ title, tables }) => {
    const titled = (number: number, text: string): PageLayout => {
      const page = scanned(number, [text, HEAD, DATA]);
      const items = page.items.map((item) => {
        if (!isLayoutGrid(item)) return item;
        const cells = item.cells.filter(({ row, column }) => row > 0 || column === 0);
        return { ...item, cells: cells.map((cell) => (cell.row === 0 ? { ...cell, columnSpan: 3 } : cell)) };
      });
      return { ...page, items };
    };
    expect(gridsOf(titled(1, '一般公共预算财政拨款支出决算表'), titled(2, title))).toHaveLength(tables);
  });
});
