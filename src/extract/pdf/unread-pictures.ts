import { type Box, boxAround } from '../place.js';
import type { PageContent } from './page-content.js';
import { areaOf } from './page-image-geometry.js';

/** Pictures that cover less of the page than this are seals, marks and ornaments. */
const LARGE = 0.1;
/** Pictures that lie so near to each other, in points, are one: some programs cut one into stripes. */
const TOUCHING = 1;

/**
 * The large pictures of a page, in points, on which nothing is written: a table or a letter may have been pasted as a picture, and the text layer knows
 * nothing of it. A picture below the text of the page is paper.
 */
export function unreadPictures({ images, glyphs, width, height }: PageContent): Box[] {
  return joined(images).filter(
    (box) => areaOf(box) >= LARGE * width * height && !glyphs.some((glyph) => holdsMiddle(box, glyph.box)),
  );
}

/** Boxes that touch each other as one box around them. */
function joined(images: readonly Box[]): readonly Box[] {
  const boxes: Box[] = [];
  for (const image of images) {
    let box = image;
    for (let at = boxes.findIndex((other) => touch(other, box)); at >= 0; ) {
      const [other = box] = boxes.splice(at, 1);
      box = boxAround([other, box]) ?? box;
      const grown = box;
      at = boxes.findIndex((one) => touch(one, grown));
    }
    boxes.push(box);
  }
  return boxes;
}

function touch(a: Box, b: Box): boolean {
  return (
    a.left <= b.right + TOUCHING &&
    b.left <= a.right + TOUCHING &&
    a.top <= b.bottom + TOUCHING &&
    b.top <= a.bottom + TOUCHING
  );
}

function holdsMiddle(box: Box, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
