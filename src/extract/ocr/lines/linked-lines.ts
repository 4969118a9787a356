import type { PixelBox } from '../image.js';
import type { Component } from './components.js';
import { around, type InkLine, isCore, isDirt } from './line-boxes.js';

/** Characters that stand further apart than this, in type sizes, belong to words of their own: columns that nothing rules. */
const WORD_GAP = 1.1;
/** Two spots stand on one line when their heights overlap by this share of the lower one. */
const SAME_LINE = 0.4;
/** A title may be set so many times larger than the rest. What is larger is a stamp or a picture. */
const LARGEST_TITLE = 4.5;
/**
 * Points, dashes and loose strokes join the line whose box is this near, in type sizes. A stroke may stand further off than a speck:
 * 、 fills the left third of its square, and the next character has a margin too. Nearer bounds lost the 一、 of headings.
 */
const NEAR = { across: 0.75, strokeAcross: 1, along: 0.3 };
/** A spot at least so long, in type sizes, is a stroke (、 一), not a point or a speck. */
const STROKE = 0.2;
/** So many points at one height, each no further than `gap` type sizes from the next, lead the eye to a page number: they are no text. */
const LEADERS = { least: 8, gap: 1.2, height: 0.15 };

/**
 * The lines of text outside all cells: characters linked to their right-hand neighbours. Lines of neighbouring columns need not
 * stand at one height, and a wide gap ends a line, so that the words of an unruled table stay apart.
 * @param size type size in pixels
 */
export function linkedLines(spots: readonly Component[], size: number): InkLine[] {
  const core = spots.filter((spot) => isCore(spot, size, LARGEST_TITLE)).sort((a, b) => a.left - b.left);
  const parent = core.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  core.forEach((spot, index) => {
    for (let next = index + 1; next < core.length; next++) {
      const other = core[next];
      if (other === undefined || other.left - spot.right > size * LARGEST_TITLE * WORD_GAP) break;
      const own = Math.max(size, Math.min(heightOf(spot), heightOf(other)));
      if (other.left - spot.right <= own * WORD_GAP && overlap(spot, other) >= SAME_LINE)
        parent[root(next)] = root(index);
    }
  });
  const groups = new Map<number, Component[]>();
  core.forEach((spot, index) => {
    const group = groups.get(root(index));
    if (group) group.push(spot);
    else groups.set(root(index), [spot]);
  });
  const small = spots.filter((spot) => !isCore(spot, size, LARGEST_TITLE) && !isDirt(spot, size));
  return joined(withSmall([...groups.values()], withoutLeaders(small, size), size), size)
    .map((line) => ({ box: around(line), spots: line }))
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

/**
 * Joins lines that small print between them had kept apart (单位：万元), and parts of characters that stand within a line (the 公 of “三公”).
 * What joins two makes a line that may hold a third: the roof of 个 stands beside no stroke at its height before the line is whole.
 */
function joined(lines: readonly Component[][], size: number): Component[][] {
  const once = joinedOnce(lines, size);
  return once.length === lines.length ? once : joined(once, size);
}

function joinedOnce(lines: readonly Component[][], size: number): Component[][] {
  const sorted = [...lines].sort((a, b) => around(a).left - around(b).left);
  const result: Component[][] = [];
  for (const line of sorted) {
    const box = around(line);
    const before = result.find((other) => {
      const left = around(other);
      const own = Math.max(size, Math.min(heightOf(left), heightOf(box)));
      return box.left - left.right <= own * WORD_GAP && overlap(left, box) >= SAME_LINE;
    });
    if (before) before.push(...line);
    else result.push([...line]);
  }
  return result;
}

/** Spots without the rows of points of a list of contents, which engines read as anything but points. An ellipsis has six. */
function withoutLeaders(spots: readonly Component[], size: number): Component[] {
  const points = spots.filter((spot) => longest(spot) <= size * STROKE).sort((a, b) => a.left - b.left);
  const rows: { readonly spots: Component[]; middle: number; right: number }[] = [];
  for (const spot of points) {
    const middle = (spot.top + spot.bottom) / 2;
    const row = rows.find(
      (one) => Math.abs(one.middle - middle) <= size * LEADERS.height && spot.left - one.right <= size * LEADERS.gap,
    );
    if (row === undefined) rows.push({ spots: [spot], middle, right: spot.right });
    else {
      row.spots.push(spot);
      // A row follows what is left of the skew.
      [row.middle, row.right] = [middle, spot.right];
    }
  }
  const leaders = new Set(rows.filter((row) => row.spots.length >= LEADERS.least).flatMap((row) => row.spots));
  return spots.filter((spot) => !leaders.has(spot));
}

function longest({ left, top, right, bottom }: PixelBox): number {
  return Math.max(right - left, bottom - top);
}

function heightOf({ top, bottom }: PixelBox): number {
  return bottom - top;
}

/** Gives each small spot to the line next to it; a line grows while it takes them (一、 stands before its first character). */
function withSmall(lines: readonly Component[][], small: readonly Component[], size: number): Component[][] {
  const boxes = lines.map(around).map((box) => ({ ...box }));
  let left = [...small];
  for (let changed = true; changed && left.length > 0; ) {
    changed = false;
    const next: Component[] = [];
    for (const spot of left) {
      const at = nearestBox(boxes, spot, size);
      const [box, line] = [boxes[at], lines[at]];
      if (box === undefined || line === undefined) {
        next.push(spot);
        continue;
      }
      line.push(spot);
      box.left = Math.min(box.left, spot.left);
      box.right = Math.max(box.right, spot.right);
      changed = true;
    }
    left = next;
  }
  return [...lines];
}

function nearestBox(boxes: readonly PixelBox[], spot: Component, size: number): number {
  const middle = (spot.top + spot.bottom) / 2;
  const reach = longest(spot) >= size * STROKE ? NEAR.strokeAcross : NEAR.across;
  let [best, least] = [-1, Infinity];
  boxes.forEach((box, index) => {
    const along = Math.max(0, box.top - middle, middle - box.bottom);
    const across = Math.max(0, box.left - spot.right, spot.left - box.right);
    if (along > size * NEAR.along || across > size * reach || along + across >= least) return;
    [best, least] = [index, along + across];
  });
  return best;
}

function overlap(a: PixelBox, b: PixelBox): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.max(1, Math.min(a.bottom - a.top, b.bottom - b.top));
}
