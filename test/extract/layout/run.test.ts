import { describe, expect, test } from 'vitest';
import { isWide, joinRuns } from '../../../src/extract/layout/run.js';
import { run } from './printed.js';

test.each([
  { character: '款', wide: true },
  { character: '：', wide: true },
  { character: '”', wide: true },
  { character: '５', wide: true },
  { character: '5', wide: false },
  { character: 'A', wide: false },
  { character: '.', wide: false },
  { character: '', wide: false },
])('$character is wide: $wide', ({ character, wide }) => {
  expect(isWide(character)).toBe(wide);
});

describe('joinRuns', () => {
  test.each([
    {
      name: 'letter-spacing goes inside a cell',
      runs: [run('合', 0, 0), run('计', 30, 0)],
      keepGaps: false,
      text: '合计',
    },
    {
      name: 'a gap between numbers is a blank',
      runs: [run('12.50', 0, 0), run('7.00', 30, 0)],
      keepGaps: false,
      text: '12.50 7.00',
    },
    {
      name: 'parts of a number that touch are one',
      runs: [run('12.', 0, 0), run('50', 15, 0)],
      keepGaps: false,
      text: '12.50',
    },
    {
      name: 'Chinese beside a number needs no blank',
      runs: [run('共', 0, 0), run('12', 20, 0)],
      keepGaps: false,
      text: '共12',
    },
    {
      name: 'outside of tables wide gaps stay',
      runs: [run('部门：局', 0, 0), run('单位：万元', 70, 0)],
      keepGaps: true,
      text: '部门：局      单位：万元',
    },
    {
      name: 'outside of tables letter-spacing is one blank',
      runs: [run('合', 0, 0), run('计', 15, 0)],
      keepGaps: true,
      text: '合 计',
    },
    {
      name: 'a gap over the whole page is cut to 40 blanks',
      runs: [run('左', 0, 0), run('右', 700, 0)],
      keepGaps: true,
      text: `左${' '.repeat(40)}右`,
    },
    { name: 'nothing', runs: [], keepGaps: true, text: '' },
  ])('$name', ({ runs, keepGaps, text }) => {
    expect(joinRuns(runs, keepGaps)).toBe(text);
  });
});
