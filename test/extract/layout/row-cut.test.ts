import { describe, expect, test } from 'vitest';
import type { LayoutCell, LayoutGrid } from '../../../src/extract/layout/layout-grid.js';
import { joinRowCut } from '../../../src/extract/layout/row-cut.js';

const BOX = { left: 0, top: 0, right: 100, bottom: 20 };

function cell(row: number, column: number, text: string, overrides: Partial<LayoutCell> = {}): LayoutCell {
  const places = [{ page: 1 + row, box: BOX }];
  return { row, column, rowSpan: 1, columnSpan: 1, text, places, confidence: null, filled: true, ...overrides };
}

/** A grid of one row, the last of its page. */
function upper(...cells: readonly LayoutCell[]): LayoutGrid {
  return {
    method: 'ruled',
    rows: 1,
    columnEdges: [0, 100, 200],
    stretches: null,
    cells,
    pages: [1],
    box: BOX,
    lastBox: BOX,
  };
}

function joined(above: readonly LayoutCell[], below: readonly string[]): string[] {
  const {
    upper: first,
    lower,
    rowsTaken,
  } = joinRowCut(
    upper(...above),
    below.map((text, column) => cell(0, column, text)),
  );
  return [first.map(({ text }) => text).join('|'), `${lower.length}/${rowsTaken}`];
}

describe('the end of a row that a page break cuts', () => {
  test('goes to the cell it belongs to, which keeps both places', () => {
    const result = joinRowCut(upper(cell(0, 0, '十七、国土海洋气象等支'), cell(0, 1, '12.50')), [
      cell(0, 0, '出', { places: [{ page: 2, box: BOX }] }),
      cell(0, 1, ''),
      cell(1, 0, '十八、住房保障支出'),
    ]);
    expect(result.rowsTaken).toBe(1);
    expect(result.upper[0]).toMatchObject({ text: '十七、国土海洋气象等支出', places: [{ page: 1 }, { page: 2 }] });
    expect(result.upper[1]).toMatchObject({ text: '12.50', places: [{ page: 1 }] });
    expect(result.lower.map(({ text }) => text)).toEqual(['十八、住房保障支出']);
  });

  test('may stand in several cells', () => {
    expect(joined([cell(0, 0, '机关事业单位'), cell(0, 1, '缴费支出说')], ['养老', '明'])).toEqual([
      '机关事业单位养老|缴费支出说明',
      '0/1',
    ]);
  });
});

describe('a row of its own stays one', () => {
  test.each([
    { name: 'with a number', above: '机关事业单位', below: ['养老', '3.00'] },
    { name: 'with a negative number', above: '机关事业单位', below: ['', '-3.00'] },
    { name: 'that begins an entry', above: '机关事业单位', below: ['二、外交支出', ''] },
    { name: 'that begins with a bracketed number', above: '机关事业单位', below: ['（二）项目支出', ''] },
    { name: 'that begins with 其中', above: '机关事业单位', below: ['其中：政府性基金', ''] },
    { name: 'of a total', above: '机关事业单位', below: ['合 计', ''] },
    { name: 'of the year', above: '机关事业单位', below: ['本年支出合计', ''] },
    { name: 'with nothing printed', above: '机关事业单位', below: ['', ''] },
    { name: 'below an empty cell', above: '', below: ['养老', ''] },
  ])('$name', ({ above, below }) => {
    const number = below[1] === '' ? '12.50' : '4.00';
    expect(joined([cell(0, 0, above), cell(0, 1, number)], below)).toEqual([`${above}|${number}`, '2/0']);
  });

  test('below a cell whose text leaves room', () => {
    const short = cell(0, 0, '接待费', { filled: false });
    expect(joined([short, cell(0, 1, '12.50')], ['养老', ''])).toEqual(['接待费|12.50', '2/0']);
  });

  test('when its cells are joined otherwise', () => {
    const wide = cell(0, 0, '机关事业单位', { columnSpan: 2 });
    expect(joined([wide], ['养老', ''])).toEqual(['机关事业单位', '2/0']);
  });
});
