import type { RuledLine } from '../../document.js';
import { ruleNetworks } from '../../layout/rule-networks.js';
import { ruledGrid } from '../../layout/ruled-grid.js';
import type { PixelBox } from '../image.js';
import type { Component } from './components.js';

/** Paper next to a rule that is not copied: rules are thicker than the one pixel that stands for them. Points. */
const INSET = 0.9;

/** The cells that the rules of a page draw, by the very code that lays out digital pages. In pixels; rules in points. */
export function cellBoxes(rules: readonly RuledLine[], dpi: number): PixelBox[] {
  const networks = ruleNetworks(rules).sort(
    (a, b) => b.horizontal.length * b.vertical.length - a.horizontal.length * a.vertical.length,
  );
  const cells: PixelBox[] = [];
  const outlines: PixelBox[] = [];
  for (const network of networks) {
    const grid = ruledGrid(network, [], 1)?.grid;
    if (grid === undefined || outlines.some((outline) => within(outline, pixels(grid.box, dpi, 0)))) continue;
    outlines.push(pixels(grid.box, dpi, 0));
    for (const cell of grid.cells) for (const { box } of cell.places) if (box) cells.push(pixels(box, dpi, INSET));
  }
  return cells.filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

/** The spots of each cell, and those outside all cells. A spot belongs where its middle is. */
export function spotsByCell(
  spots: readonly Component[],
  cells: readonly PixelBox[],
): { readonly inside: readonly (readonly Component[])[]; readonly outside: readonly Component[] } {
  const inside: Component[][] = cells.map(() => []);
  const outside: Component[] = [];
  const index = byRows(cells);
  for (const spot of spots) {
    const [x, y] = [(spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2];
    const at = (index.get(Math.floor(y / BAND)) ?? []).find((cell) => contains(cells[cell], x, y));
    if (at === undefined) outside.push(spot);
    else inside[at]?.push(spot);
  }
  return { inside, outside };
}

/** Height in pixels of the bands by which cells are looked up. */
const BAND = 32;

function byRows(cells: readonly PixelBox[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  cells.forEach(({ top, bottom }, cell) => {
    for (let band = Math.floor(top / BAND); band <= Math.floor(bottom / BAND); band++)
      rows.set(band, [...(rows.get(band) ?? []), cell]);
  });
  return rows;
}

function contains(box: PixelBox | undefined, x: number, y: number): boolean {
  return box !== undefined && x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}

function within(outer: PixelBox, inner: PixelBox): boolean {
  return (
    inner.left >= outer.left - 2 &&
    inner.right <= outer.right + 2 &&
    inner.top >= outer.top - 2 &&
    inner.bottom <= outer.bottom + 2
  );
}

function pixels(box: PixelBox, dpi: number, inset: number): PixelBox {
  const scale = dpi / 72;
  return {
    left: Math.ceil((box.left + inset) * scale),
    top: Math.ceil((box.top + inset) * scale),
    right: Math.floor((box.right - inset) * scale),
    bottom: Math.floor((box.bottom - inset) * scale),
  };
}
