/**
 * Where something is printed. The one coordinate system of the project: PDF points (1/72 inch)
 * from the top left corner of the page as a reader sees it, page rotation applied.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page (counted from 1) and a box on it. A plain-text dump knows its pages but has no boxes. */
export interface Place {
  readonly page: number;
  readonly box: Box | null;
}

/** Quarter turns clockwise: 0 upright, 1 its head to the right, 2 upside down, 3 its head to the left. */
export type Turn = 0 | 1 | 2 | 3;

/** Turns a box counter-clockwise by `turn` quarters, together with the page that it stands on (`page`: its size before). */
export function turnedBox(box: Box, turn: Turn, page: { readonly width: number; readonly height: number }): Box {
  const { left, top, right, bottom } = box;
  if (turn === 1) return { left: top, top: page.width - right, right: bottom, bottom: page.width - left };
  if (turn === 2)
    return { left: page.width - right, top: page.height - bottom, right: page.width - left, bottom: page.height - top };
  if (turn === 3) return { left: page.height - bottom, top: left, right: page.height - top, bottom: right };
  return box;
}

/** The same the other way round. @param page its size as it stands after it, which is before it was turned */
export function turnedBack(box: Box, turn: Turn, page: { readonly width: number; readonly height: number }): Box {
  const turned = turn % 2 === 1 ? { width: page.height, height: page.width } : page;
  return turnedBox(box, opposite(turn), turned);
}

/** The turn that undoes a turn. */
export function opposite(turn: Turn): Turn {
  return ((4 - turn) % 4) as Turn;
}

/** The smallest box around all the given ones; `null` for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return left === Infinity ? null : { left, top, right, bottom };
}
