import { describe, expect, test } from 'vitest';
import { cellText } from '../../../src/extract/layout/cell-text.js';
import { run } from './printed.js';

/** A cell 60 points wide. */
const CELL = { left: 0, top: 0, right: 60, bottom: 60 };

describe('the lines of a cell', () => {
  test.each([
    {
      name: 'a wrapped label joins',
      runs: [run('社会保障和', 2, 2), run('就业支出', 2, 14)],
      text: '社会保障和就业支出',
    },
    {
      name: 'a number broken by a narrow column joins',
      runs: [run('1,234,567.', 2, 2), run('89', 2, 14)],
      text: '1,234,567.89',
    },
    {
      name: 'two numbers below each other stay apart',
      runs: [run('12.50', 2, 2), run('7.00', 2, 14)],
      text: '12.50 7.00',
    },
    { name: 'full-width numbers stay apart too', runs: [run('１２', 2, 2), run('７', 2, 14)], text: '１２ ７' },
    { name: 'a code over its name joins', runs: [run('30101', 2, 2), run('基本工资', 2, 14)], text: '30101基本工资' },
    {
      name: 'the words of a line are read from the left',
      runs: [run('出国', 30, 2), run('因公', 2, 2)],
      text: '因公出国',
    },
    { name: 'a line that stands higher is read first', runs: [run('费', 2, 16), run('接待', 2, 2)], text: '接待费' },
  ])('$name', ({ runs, text }) => {
    expect(cellText(runs, CELL).text).toBe(text);
  });

  test.each([
    { name: 'two whole numbers that fill a narrow cell are not one', upper: '123456', lower: '78', text: '123456 78' },
    { name: 'a code broken by a narrow column is one', upper: '208050', lower: '5', text: '2080505' },
    { name: 'an amount broken by a narrow column is one', upper: '1,234,', lower: '567', text: '1,234,567' },
  ])('$name', ({ upper, lower, text }) => {
    const narrow = { ...CELL, right: 36 };
    expect(cellText([run(upper, 2, 2), run(lower, 2, 14)], narrow).text).toBe(text);
  });

  test('a number set to the right below a full line is that line going on, not above a line with room', () => {
    expect(cellText([run('123,456,789', 2, 2), run('.01', 42, 14)], CELL).text).toBe('123,456,789.01');
    expect(cellText([run('123,456', 20, 2), run('.01', 42, 14)], CELL).text).toBe('123,456 .01');
  });
});

test('nothing printed', () => {
  expect(cellText([], CELL)).toEqual({ text: '', box: null, confidence: null, filled: false });
});

test.each([
  { name: 'a last line up to the border', text: '机关事业单', filled: true },
  { name: 'a short last line', text: '机关', filled: false },
])('$name fills the cell: $filled', ({ text, filled }) => {
  expect(cellText([run(text, 2, 2)], CELL).filled).toBe(filled);
});

test('the lowest confidence of the words is that of the cell; text that was not recognised has none', () => {
  const words = [0.9, 0.4, null].map((confidence, at) => ({ ...run('款', at * 20, 0), confidence }));
  expect(cellText(words, CELL).confidence).toBe(0.4);
  expect(cellText([run('款', 0, 0)], CELL).confidence).toBeNull();
});
