import { describe, expect, test } from 'vitest';
import { alignedRegions, isNumberRun } from '../../../src/extract/layout/aligned-region.js';
import { lineText } from '../../../src/extract/layout/lines.js';
import type { LayoutRun } from '../../../src/extract/layout/run.js';
import { lines, run, runTo } from './printed.js';

/** A row of a table without rules: a label at 50, numbers that end at 300, 400, … */
function tableRow(top: number, label: string, ...numbers: readonly string[]): LayoutRun[] {
  return [run(label, 50, top), ...numbers.map((text, index) => runTo(text, 300 + 100 * index, top))];
}

/** The regions of these runs, each as the texts of its header and body lines without blanks. */
function regions(...runs: readonly LayoutRun[]): { header: string[]; body: string[] }[] {
  return alignedRegions(lines(...runs)).map(({ header, body }) => ({
    header: header.map((line) => lineText(line).replace(/\s+/g, ' ')),
    body: body.map((line) => lineText(line).replace(/\s+/g, ' ')),
  }));
}

const ROWS = [...tableRow(100, '工资', '1.00'), ...tableRow(115, '奖金', '2.00'), ...tableRow(130, '合计', '3.00')];
const BODY = ['工资 1.00', '奖金 2.00', '合计 3.00'];

test.each([
  { text: '12.50', number: true },
  { text: '-1,234.50', number: true },
  { text: '2080505', number: true },
  { text: '２．５０', number: true },
  { text: '12.5%', number: true },
  { text: '合计', number: false },
  { text: '—', number: false },
  { text: '2023年', number: false },
])('$text is a number: $number', ({ text, number }) => {
  expect(isNumberRun(run(text, 0, 0))).toBe(number);
});

describe('what is a table without rules', () => {
  test('three lines with a number each', () => {
    expect(regions(...ROWS)).toEqual([{ header: [], body: BODY }]);
  });

  test('two lines with two numbers each, or one with three', () => {
    expect(regions(...tableRow(100, '工资', '1.00', '2.00'), ...tableRow(115, '奖金', '1.00', '2.00'))).toHaveLength(1);
    expect(regions(...tableRow(100, '合计', '1.00', '2.00', '3.00'))).toHaveLength(1);
  });

  test.each([
    { name: 'two lines with one number each', runs: ROWS.slice(0, 4) },
    { name: 'lines of words', runs: [100, 115, 130].flatMap((y) => [run('名称', 50, y), run('说明', 200, y)]) },
    {
      name: 'prose with numbers in it',
      runs: [100, 115, 130].map((y) => run('本年支出 12.50 万元，比上年增加 3.00 万元。', 50, y)),
    },
    { name: 'numbered lines', runs: [100, 115, 130].flatMap((y, at) => [run(String(at), 50, y), run('项目', 80, y)]) },
    { name: 'nothing', runs: [] },
  ])('not $name', ({ runs }) => {
    expect(regions(...runs)).toEqual([]);
  });
});

describe('where the header begins', () => {
  const head = [run('科目', 50, 80), run('金额', 280, 80)];
  test('below the unit line', () => {
    expect(regions(run('支出决算表', 200, 50), run('单位：万元', 250, 65), ...head, ...ROWS)).toEqual([
      { header: ['科目 金额'], body: BODY },
    ]);
  });

  test('below a line of prose, a title, a wide gap', () => {
    expect(regions(run('说明如下，见表。', 50, 66), ...head, ...ROWS)[0]?.header).toEqual(['科目 金额']);
    expect(regions(run('支出决算表', 200, 66), ...head, ...ROWS)[0]?.header).toEqual(['科目 金额']);
    expect(regions(run('甲', 50, 20), run('乙', 280, 20), ...head, ...ROWS)[0]?.header).toEqual(['科目 金额']);
  });

  test('the beginning of a wrapped label is no header', () => {
    const first = [
      run('一、社会保障', 50, 88),
      run('和就业支出', 50, 100),
      runTo('1.00', 300, 100),
      runTo('1.00', 400, 100),
    ];
    const rest = [...tableRow(115, '二、卫生', '2.00', '2.00'), ...tableRow(130, '合计', '3.00', '3.00')];
    const [region] = regions(run('科目', 50, 70), run('金额', 280, 70), ...first, ...rest);
    expect(region).toMatchObject({ header: ['科目 金额'], body: { length: 4, 0: '一、社会保障' } });
  });
});

describe('where a table ends', () => {
  test.each([
    { name: 'at prose', after: [run('注：本表反映本年度支出，单位转换可能有尾差。', 50, 145)] },
    { name: 'at a heading below a gap', after: [run('二、情况说明', 50, 190)] },
    { name: 'at the unit line of the next', after: [run('单位：万元', 250, 145)] },
  ])('$name', ({ after }) => {
    expect(regions(...ROWS, ...after)).toEqual([{ header: [], body: BODY }]);
  });

  test('behind the wrapped end of its last label', () => {
    expect(regions(...ROWS, run('（不含', 50, 142))[0]?.body).toHaveLength(4);
  });

  test('two tables apart are two', () => {
    const below = [
      ...tableRow(500, '房屋', '1.00'),
      ...tableRow(515, '车辆', '2.00'),
      ...tableRow(530, '总计', '3.00'),
    ];
    expect(regions(...ROWS, ...below)).toHaveLength(2);
  });

  test('a total below empty rows still belongs to it', () => {
    expect(regions(...ROWS.slice(0, 4), ...tableRow(250, '合计', '3.00'))[0]?.body).toHaveLength(3);
  });
});
