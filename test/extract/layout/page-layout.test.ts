import { expect, test } from 'vitest';
import { layOutPage } from '../../../src/extract/layout/page-layout.js';
import { itemsOf, ruled, run, runTo } from './printed.js';

test('lines and tables come from top to bottom, each run once', () => {
  const table = ruled([50, 150, 250], [100, 120, 140]);
  const runs = [
    run('备注：无', 50, 150),
    run('301', 60, 105),
    runTo('12.50', 240, 105),
    run('302', 60, 125),
    run('单位：万元', 190, 80),
    run('表一', 50, 80),
  ];
  expect(itemsOf(layOutPage(1, runs, table))).toEqual([
    '表一                        单位：万元',
    ['301|12.50', '302|'],
    '备注：无',
  ]);
});

test('a table inside of a cell belongs to the text of the outer one', () => {
  const outer = ruled([0, 100, 200, 300, 400], [0, 30, 60, 90, 120]);
  const inner = ruled([110, 140, 190], [35, 45, 55]);
  const items = itemsOf(layOutPage(1, [run('外', 10, 5), run('内', 115, 36)], [...outer, ...inner]));
  expect(items[0]).toEqual(['外|||', '|内||', '|||', '|||']);
});

test('tables side by side are both there', () => {
  const items = itemsOf(
    layOutPage(
      1,
      [run('左', 10, 5), run('右', 210, 5)],
      [...ruled([0, 100, 150], [0, 20, 40]), ...ruled([200, 250, 300], [0, 20, 40])],
    ),
  );
  expect(items).toEqual([
    ['左|', '|'],
    ['右|', '|'],
  ]);
});

test('a frame around text leaves the text as lines', () => {
  expect(itemsOf(layOutPage(1, [run('说明文字', 20, 20)], ruled([0, 300], [0, 60])))).toEqual(['说明文字']);
});

test('a table without rules is found by its words', () => {
  const runs = [1, 2, 3].flatMap((at) => [
    run(`30${at}`, 50, 100 + 15 * at),
    runTo(`${at}2.50`, 200, 100 + 15 * at),
    runTo('0.00', 300, 100 + 15 * at),
  ]);
  expect(itemsOf(layOutPage(1, runs, []))).toEqual([['301|12.50|0.00', '302|22.50|0.00', '303|32.50|0.00']]);
});

test('an empty page has nothing', () => {
  expect(layOutPage(4, [], [])).toMatchObject({ page: 4, items: [] });
});

test.each([
  { name: 'rules between rows only', xs: [0, 400], ys: [0, 20, 40, 60, 80, 100] },
  { name: 'rules between columns only', xs: [0, 120, 220, 320, 400], ys: [0, 100] },
])('$name: the missing borders are found by alignment', ({ xs, ys }) => {
  const row = (top: number, label: string, ...amounts: string[]) => [
    run(label, 10, top),
    ...amounts.map((amount, index) => runTo(amount, 210 + index * 90, top)),
  ];
  const runs = [
    ...row(5, '项目', '合计', '基本', '项目'),
    ...row(25, '一、教育支出', '9.00', '8.00', '1.00'),
    ...row(45, '二、卫生支出', '7.50', '', '7.50').filter(({ text }) => text !== ''),
    ...row(65, '三、住房支出', '3.25', '3.25', '0.00'),
    ...row(85, '合计', '19.75', '11.25', '8.50'),
  ];
  expect(itemsOf(layOutPage(1, runs, ruled(xs, ys)))).toEqual([
    [
      '项目|合计|基本|项目',
      '一、教育支出|9.00|8.00|1.00',
      '二、卫生支出|7.50||7.50',
      '三、住房支出|3.25|3.25|0.00',
      '合计|19.75|11.25|8.50',
    ],
  ]);
});
