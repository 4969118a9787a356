import { describe, expect, it } from 'vitest';
import { gridOf } from './grid-factory.js';

describe('gridOf', () => {
  it('draws cells with their spans', () => {
    const grid = gridOf(`
      项目 | 预算 | <    | a¦b
      ^    | 基本 | 项目 | ^
    `);
    expect([grid.rows, grid.columns]).toEqual([2, 4]);
    expect(
      grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
    ).toEqual([
      [0, 0, 2, 1, '项目'],
      [0, 1, 1, 2, '预算'],
      [0, 3, 2, 1, 'a|b'],
      [1, 1, 1, 1, '基本'],
      [1, 2, 1, 1, '项目'],
    ]);
  });

  it.each([
    ['a | b\nc', /row 1 of the drawing has 1 cells, the first has 2/],
    ['a | <\n^ | b', /do not make rectangles/],
    ['< | a', /do not make rectangles/],
  ])('refuses %j', (drawing, message) => {
    expect(() => gridOf(drawing)).toThrow(message);
  });
});
