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
