import { describe, expect, test } from 'vitest';
import { type PictureOfPage, type ReadCell, scoreCells, type TrueCell } from './scan-cells.js';

/** A page 800 CSS pixels wide, at 200 dpi, that is 600 points wide: a CSS pixel is 3/4 of a point. */
const SCALE = 200 / 96;
const straight: PictureOfPage = { scale: SCALE, M: null, w: 800 * SCALE, h: 1100 * SCALE };
const cell = (kind: string, text: string): TrueCell => ({ kind, text, box: [100, 200, 80, 20] });
const read = (text: string, left = 75, top = 150, right = 135, bottom = 165): ReadCell => ({
  text,
  box: { left, top, right, bottom },
});

describe('scoreCells', () => {
  test.each([
    ['the same number', cell('num', '-1,234.50'), [read('-1,234.50')], 'number', 1],
    ['a lost minus', cell('num', '-6.14'), [read('6.14')], 'number', 0],
    ['another form of minus, and blanks', cell('num', '-6.14'), [read('− 6.14')], 'number', 1],
    ['a lost separator', cell('num', '1,234.50'), [read('1234.50')], 'number', 0],
    ['a full-width digit in a code', cell('code', '20805'), [read('２0805')], 'code', 1],
    ['one digit of a code', cell('code', '20805'), [read('20806')], 'code', 0],
    ['quotes and brackets of a name', cell('name', '“三公”经费(万)'), [read('"三公"经费（万）')], 'name', 1],
    ['a character of a name', cell('name', '教育支出'), [read('救育支出')], 'name', 0],
    ['nothing in an empty cell', cell('blank', ''), [read('')], 'empty', 1],
    ['no such cell where nothing is printed', cell('num', ''), [], 'empty', 1],
    ['something in an empty cell', cell('num', ''), [read('.')], 'empty', 0],
    ['no cell in the place of a number', cell('num', '0.00'), [], 'number', 0],
    ['the text alone, not the whole cell', cell('num', '0.00'), [read('0.00', 110, 153, 130, 161)], 'number', 1],
    ['a number that runs into the next cell', cell('num', '0.00'), [read('0.001.50', 110, 150, 200)], 'number', 0],
    ['a number cut in two', cell('num', '10.25'), [read('10.', 80, 150, 100), read('25', 100, 150, 130)], 'number', 0],
    ['the number one row further down', cell('num', '0.00'), [read('0.00', 75, 160, 135, 175)], 'number', 0],
    ['an empty cell beside the text', cell('num', '1.00'), [read('1.00'), read('', 75, 150, 80)], 'number', 1],
  ] as const)('%s', (_, printed, cells, sort, right) => {
    const { counts, wrong } = scoreCells([printed], straight, 600, cells);
    expect(counts[sort]).toEqual({ right, all: 1 });
    expect(wrong).toHaveLength(1 - right);
  });

  test('a wrong cell says what was printed and what was read', () => {
    const { wrong } = scoreCells([cell('num', '0.01'), cell('code', '208')], straight, 600, [read('0.07')]);
    expect(wrong).toEqual([
      { sort: 'number', printed: '0.01', read: '0.07' },
      { sort: 'code', printed: '208', read: '0.07' },
    ]);
    expect(scoreCells([cell('num', '0.01')], straight, 600, []).wrong[0]?.read).toBeNull();
  });

  test('heads, titles, numbers of lines, labels and notes do not count', () => {
    const kinds = ['head', 'title', 'lineno', 'label', 'note'].map((kind) => cell(kind, '1'));
    const { counts, wrong } = scoreCells(kinds, straight, 600, []);
    expect(Object.values(counts).every(({ all }) => all === 0)).toBe(true);
    expect(wrong).toEqual([]);
  });

  test('follows the picture: a turned and shifted page has its cells elsewhere', () => {
    const [cos, sin] = [Math.cos(0.02), Math.sin(0.02)];
    const skewed: PictureOfPage = {
      ...straight,
      M: [
        [cos, -sin, 60],
        [sin, cos, 30],
      ],
    };
    const middle = {
      x: (140 * SCALE * cos - 210 * SCALE * sin + 60) * 0.36,
      y: (140 * SCALE * sin + 210 * SCALE * cos + 30) * 0.36,
    };
    const there = read('5.00', middle.x - 30, middle.y - 7.5, middle.x + 30, middle.y + 7.5);
    expect(scoreCells([cell('num', '5.00')], skewed, 600, [there]).counts.number.right).toBe(1);
    expect(scoreCells([cell('num', '5.00')], straight, 600, [there]).counts.number.right).toBe(0);
  });
});
