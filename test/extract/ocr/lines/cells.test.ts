import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellBoxes, spotsByCell } from '../../../../src/extract/ocr/lines/cells.js';
import { DPI, ruled } from './drawn-page.js';
import { boxOf, inOrder, spot } from './spots.js';

describe('the cells that rules draw', () => {
  test('none without rules', () => {
    expect(cellBoxes([], DPI)).toEqual([]);
  });

  test('are their insides in pixels, without the thickness of the rules', () => {
    const cells = inOrder(cellBoxes(ruled([10, 60, 110], [20, 40, 60]), DPI));
    expect(cells.map(boxOf)).toEqual([
      [22, 42, 118, 78],
      [122, 42, 218, 78],
      [22, 82, 118, 118],
      [122, 82, 218, 118],
    ]);
  });

  test('a merged cell is one', () => {
    const rules = ruled([10, 60, 110], [20, 40, 60]).map((rule) =>
      rule.direction === 'vertical' && rule.at === 60 ? { ...rule, from: 40 } : rule,
    );
    expect(inOrder(cellBoxes(rules, DPI)).map(boxOf)).toEqual([
      [22, 42, 218, 78],
      [22, 82, 118, 118],
      [122, 82, 218, 118],
    ]);
  });

  test('two tables of a page are both there', () => {
    const rules = [...ruled([10, 60, 110], [20, 40, 60]), ...ruled([10, 60, 110], [220, 240, 260])];
    expect(cellBoxes(rules, DPI)).toHaveLength(8);
  });

  test('a small table within a cell of a table gives no cells of its own', () => {
    const outer = ruled([10, 150, 400], [20, 90, 300]);
    expect(cellBoxes([...ruled([200, 240, 280], [120, 160]), ...outer], DPI)).toEqual(cellBoxes(outer, DPI));
  });

  test('a frame around a table takes what is in no cell of the table', () => {
    const cells = cellBoxes([...ruled([5, 200], [5, 150, 200]), ...ruled([10, 60, 110], [20, 40, 60])], DPI);
    expect(cells).toHaveLength(6);
    const [word, note] = [spot(30, 50, 10, 10), spot(30, 200, 10, 10)];
    const { inside } = spotsByCell([word, note], cells);
    const cellOf = (one: typeof word) => cells[inside.findIndex((members) => members.includes(one))];
    expect([cellOf(word)?.bottom, cellOf(note)?.bottom]).toEqual([78, 298]);
  });
});

test('a spot is in the cell where its middle is, or outside', () => {
  const cells = cellBoxes(ruled([10, 60, 110], [20, 40, 60]), DPI);
  const spots = [
    spot(30, 50, 10, 10), // the first cell
    spot(110, 50, 12, 10), // over the rule, its middle still in the first
    spot(116, 50, 8, 10), // in the middle of the rule
    spot(130, 90, 10, 10), // the last cell
    spot(300, 50, 10, 10), // beside the table
    spot(30, 10, 10, 10), // above it
  ];
  const { inside, outside } = spotsByCell(spots, cells);
  const at = (left: number, top: number) => inside[cells.findIndex((cell) => cell.left === left && cell.top === top)];
  expect(at(22, 42)).toEqual([spots[0], spots[1]]);
  expect(at(122, 82)).toEqual([spots[3]]);
  expect(outside).toEqual([spots[2], spots[4], spots[5]]);
});

test('no spot is lost, and none in two cells', () => {
  const cells = cellBoxes(ruled([10, 60, 110, 300], [20, 40, 60, 90]), DPI);
  const anySpot = fc
    .tuple(fc.nat(640), fc.nat(220), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
    .map((values) => spot(...values));
  fc.assert(
    fc.property(fc.array(anySpot, { maxLength: 30 }), (spots) => {
      const { inside, outside } = spotsByCell(spots, cells);
      expect(inOrder([...inside.flat(), ...outside])).toEqual(inOrder(spots));
      inside.forEach((members, index) => {
        const cell = cells[index];
        for (const { left, right, top, bottom } of members)
          expect(
            cell &&
              left + right >= 2 * cell.left &&
              left + right < 2 * cell.right &&
              top + bottom >= 2 * cell.top &&
              top + bottom < 2 * cell.bottom,
          ).toBe(true);
      });
    }),
  );
});
