import { describe, expect, test } from 'vitest';
import { alignedColumns } from '../../../src/extract/layout/aligned-columns.js';
import { alignedGrids } from '../../../src/extract/layout/aligned-grid.js';
import { alignedRegions } from '../../../src/extract/layout/aligned-region.js';
import { alignedRows } from '../../../src/extract/layout/aligned-rows.js';
import { lineText } from '../../../src/extract/layout/lines.js';
import type { LayoutRun } from '../../../src/extract/layout/run.js';
import { isCovered, lines, rowsOf, run, runTo } from './printed.js';

/** The rows of the first grid that the words of these runs make. */
function gridRows(...runs: readonly LayoutRun[]): string[] {
  const [grid] = alignedGrids(lines(...runs), 1).grids;
  if (grid) expect(isCovered(grid)).toBe(true);
  return rowsOf(grid);
}

/** Code at 50, label at 100, numbers that end at 300, 360, …; '' is nothing. */
function coded(top: number, code: string, label: string, ...numbers: readonly string[]): LayoutRun[] {
  return [
    ...(code ? [run(code, 50, top)] : []),
    ...(label ? [run(label, 100, top)] : []),
    ...numbers.flatMap((text, index) => (text ? [runTo(text, 300 + 60 * index, top)] : [])),
  ];
}

const HEAD = [
  run('单位：万元', 300, 60),
  run('编码', 50, 80),
  run('名称', 130, 80),
  run('合计', 280, 80),
  run('基本', 340, 80),
];
const BODY = [
  ...coded(100, '301', '工资福利支出', '12.50', '1.00'),
  ...coded(115, '30101', '基本工资', '10.00', '1.00'),
  ...coded(130, '30102', '津贴补贴', '2.50', '0.00'),
];

describe('columns', () => {
  test('a table with a header', () => {
    expect(gridRows(...HEAD, ...BODY)).toEqual([
      '编码|名称|合计|基本',
      '301|工资福利支出|12.50|1.00',
      '30101|基本工资|10.00|1.00',
      '30102|津贴补贴|2.50|0.00',
    ]);
  });

  test('numbers 2.5 points apart are two columns', () => {
    const rows = [100, 115, 130].flatMap((y) => [
      run('工资', 50, y),
      runTo('1,234.50', 240, y),
      run('2,345.60', 242.5, y),
    ]);
    expect(gridRows(...rows)).toEqual(Array.from({ length: 3 }, () => '工资|1,234.50|2,345.60'));
  });

  test('a column whose cells are all blank is there by its head', () => {
    const head = [...HEAD, run('项目', 400, 80)];
    expect(gridRows(...head, ...BODY)[1]).toBe('301|工资福利支出|12.50|1.00|');
  });

  test('a head beside the numbers of its column makes no column of its own', () => {
    const head = [run('单位：万元', 300, 60), run('名称', 60, 80), run('金额', 180, 80)];
    const body = [100, 115, 130].flatMap((y) => [run('工资', 50, y), runTo('12.50', 300, y)]);
    expect(gridRows(...head, ...body)).toEqual(['名称|金额', '工资|12.50', '工资|12.50', '工资|12.50']);
  });

  test('column numbers centred over amounts of different lengths are in their column', () => {
    const head = [run('单位：万元', 400, 50), run('名称', 60, 70), run('合计', 280, 70), run('基本', 380, 70)];
    const numbers = [run('栏次', 60, 85), run('1', 279, 85), run('2', 386, 85)];
    const amounts = ['1066.00', ...Array.from({ length: 19 }, () => '0.00')];
    const body = amounts.flatMap((amount, row) => [
      run('工资', 50, 100 + 15 * row),
      runTo(amount, 312, 100 + 15 * row),
      runTo('0.00', 412, 100 + 15 * row),
    ]);
    const rest = Array.from({ length: 19 }, () => '工资|0.00|0.00');
    expect(gridRows(...head, ...numbers, ...body)).toEqual([
      '名称|合计|基本',
      '栏次|1|2',
      '工资|1066.00|0.00',
      ...rest,
    ]);
  });

  test('a head of two lines is one cell', () => {
    const head = [run('单位：万元', 300, 50), run('名称', 60, 74), run('财政', 275, 68), run('拨款', 275, 80)];
    const body = [100, 115, 130].flatMap((y) => [run('工资', 50, y), runTo('12.50', 300, y)]);
    expect(gridRows(...head, ...body)[0]).toBe('名称|财政拨款');
  });

  test('of words or of numbers, each known for what it is', () => {
    const [region] = alignedRegions(lines(...HEAD, ...BODY));
    const columns = region ? alignedColumns(region) : [];
    expect(columns.map(({ numeric }) => numeric)).toEqual([true, false, true, true]);
    for (const [index, column] of columns.entries())
      expect(column.left).toBeGreaterThan(columns[index - 1]?.right ?? 0);
  });
});

describe('rows', () => {
  test('a wrapped label centred on its number is one row', () => {
    const rows = [
      ...coded(100, '301', '工资福利支出', '12.50', '1.00'),
      run('机关事业单位基本', 100, 118),
      ...coded(124, '30108', '', '10.00', '1.00'),
      run('养老保险缴费', 100, 130),
      ...coded(148, '30109', '职业年金缴费', '2.50', '0.00'),
    ];
    expect(gridRows(...rows)).toEqual([
      '301|工资福利支出|12.50|1.00',
      '30108|机关事业单位基本养老保险缴费|10.00|1.00',
      '30109|职业年金缴费|2.50|0.00',
    ]);
  });

  test('a wrapped label with a beginning (一、) goes to the number beside it, not to the one above', () => {
    const rows = [
      run('一、一般公共服务', 50, 100),
      runTo('1.00', 300, 100),
      run('二、社会保障和就', 50, 114),
      runTo('2.00', 300, 120),
      run('业支出', 50, 126),
      ...[140, 155, 170].flatMap((y) => [run('三、卫生健康支出', 50, y), runTo('3.00', 300, y)]),
    ];
    expect(gridRows(...rows).slice(0, 3)).toEqual([
      '一、一般公共服务|1.00',
      '二、社会保障和就业支出|2.00',
      '三、卫生健康支出|3.00',
    ]);
  });

  test('a label of three lines, its second line beside the number', () => {
    const rows = [
      ...[100, 115, 130].flatMap((y) => [run('一、支出', 50, y), runTo('1.00', 300, y)]),
      run('二、社会保障', 50, 150),
      run('和就业支出', 50, 162),
      runTo('2.00', 300, 162),
      run('（类）', 50, 174),
      run('三、卫生', 50, 194),
      runTo('3.00', 300, 194),
    ];
    expect(gridRows(...rows).slice(3)).toEqual(['二、社会保障和就业支出（类）|2.00', '三、卫生|3.00']);
  });

  test('an entry without any value is a row of its own', () => {
    const rows = [
      ...coded(100, '301', '工资福利支出', '12.50', '1.00'),
      ...coded(115, '30107', '绩效工资'),
      ...coded(130, '30199', '其他', '2.50', '0.00'),
      ...coded(145, '302', '商品服务', '7.00', '0.00'),
    ];
    expect(gridRows(...rows)[1]).toBe('30107|绩效工资||');
  });

  test('the label of a joined cell reaches over the empty columns beside it', () => {
    const body = [100, 115, 130, 145, 160].flatMap((y, at) => [
      run(`3010${at}`, 50, y),
      run('工资', 100, y),
      runTo('1.00', 300, y),
      run(`3020${at}`, 330, y),
      run('办公费', 380, y),
      runTo('2.00', 500, y),
    ]);
    const total = [run('公用经费合计', 255, 180), runTo('9.00', 500, 180)];
    const rows = gridRows(...body, ...total);
    expect(rows.at(-1)).toBe('公用经费合计>5|9.00');
  });

  test('numbers that stand a little higher than their labels are in the same row', () => {
    const rows = [100, 120, 140].flatMap((y) => [run('工资', 50, y), runTo('12.50', 300, y - 4)]);
    expect(gridRows(...rows)).toEqual(['工资|12.50', '工资|12.50', '工资|12.50']);
  });

  test('rows come from top to bottom with their heights', () => {
    const [region] = alignedRegions(lines(...BODY));
    const rows = region ? alignedRows(region.body, alignedColumns(region)) : [];
    expect(rows.map(({ middle }) => middle)).toEqual([105, 120, 135]);
  });
});

describe('what is no table stays lines', () => {
  test('title, unit line and note are left over', () => {
    const note = run('注：本表反映支出情况，单位为万元。', 50, 150);
    const { grids, rest } = alignedGrids(lines(run('支出决算表', 200, 40), ...HEAD, ...BODY, note), 3);
    expect(grids.map(({ pages, method }) => ({ pages, method }))).toEqual([{ pages: [3], method: 'aligned' }]);
    expect(rest.map(lineText)).toEqual(['支出决算表', '单位：万元', note.text]);
  });

  test('a list of words has no column of numbers', () => {
    const list = lines(...[100, 115, 130].flatMap((y) => [run('名称', 50, y), run('说明', 200, y)]));
    expect(alignedGrids(list, 1)).toEqual({ grids: [], rest: list });
  });
});

test('a cell knows the place of its text', () => {
  const [grid] = alignedGrids(lines(...BODY), 1).grids;
  expect(grid?.cells.find(({ text }) => text === '2.50')?.places).toEqual([
    { page: 1, box: { left: 280, top: 130, right: 300, bottom: 140 } },
  ]);
  expect(grid?.stretches).toHaveLength(4);
});
