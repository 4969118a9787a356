import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../src/normalize/statements/grid-view.js';
import { gridOf } from '../../support/grid-factory.js';

describe('viewOf', () => {
  const view = viewOf(
    gridOf(`
      项目 | 预算 | <
      ^    | 基本 | 项目
    `),
  );

  it('finds a spanning cell at each place that it covers', () => {
    expect([0, 1, 2].map((column) => view.at(0, column).text)).toEqual(['项目', '预算', '预算']);
    expect([0, 1, 2].map((column) => view.at(1, column).text)).toEqual(['项目', '基本', '项目']);
  });

  it('gives a cell only in the row that it begins in', () => {
    expect(view.startingIn(0).map((cell) => cell.text)).toEqual(['项目', '预算']);
    expect(view.startingIn(1).map((cell) => cell.text)).toEqual(['基本', '项目']);
    expect(view.startingIn(2)).toEqual([]);
  });

  it.each([
    [2, 0],
    [0, 3],
  ])('knows no cell at row %i, column %i', (row, column) => {
    expect(() => view.at(row, column)).toThrow(/no cell at row \d, column \d of a grid of 2 × 3/);
  });
});
