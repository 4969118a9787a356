import { type Box, type Turn, turnedBack, turnedBox } from '../place.js';
import type { Glyph, PageContent } from './page-content.js';

/**
 * The page turned so that most of its text stands upright, for the layout only. Some reports hold pages whose text lies
 * on its side as a reader sees the page (landscape tables on portrait pages); the boxes that are kept stay the reader's.
 */
export function uprightContent(content: PageContent): { readonly content: PageContent; readonly turn: Turn } {
  const turn = dominantTurn(content.glyphs);
  if (turn === 0) return { content, turn };
  const swapped = turn % 2 === 1;
  const turned: PageContent = {
    ...content,
    width: swapped ? content.height : content.width,
    height: swapped ? content.width : content.height,
    glyphs: content.glyphs.map((glyph) => ({
      ...glyph,
      box: turnedBox(glyph.box, turn, content),
      turn: ((glyph.turn - turn + 4) % 4) as Turn,
    })),
    strokes: content.strokes.map((stroke) => {
      const along = stroke.direction === 'horizontal';
      const box: Box = along
        ? { left: stroke.from, right: stroke.to, top: stroke.at, bottom: stroke.at }
        : { left: stroke.at, right: stroke.at, top: stroke.from, bottom: stroke.to };
      const moved = turnedBox(box, turn, content);
      return along !== swapped
        ? { direction: 'horizontal', at: moved.top, from: moved.left, to: moved.right }
        : { direction: 'vertical', at: moved.left, from: moved.top, to: moved.bottom };
    }),
  };
  return { content: turned, turn };
}

/** Takes a box of the upright page back to the page as a reader sees it (`page`: the reader's width and height). */
export function readerBox(box: Box, turn: Turn, page: { readonly width: number; readonly height: number }): Box {
  const turned = turnedBack(box, turn, page);
  return {
    left: hundredth(turned.left),
    top: hundredth(turned.top),
    right: hundredth(turned.right),
    bottom: hundredth(turned.bottom),
  };
}

/** Places are given to a hundredth of a point: finer than any printer, and readable in a query. */
function hundredth(points: number): number {
  return Math.round(points * 100) / 100;
}

function dominantTurn(glyphs: readonly Glyph[]): Turn {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const glyph of glyphs) counts[glyph.turn]++;
  const most = Math.max(...counts);
  // A tie, or a page without text, is taken as upright.
  return counts[0] === most ? 0 : (counts.indexOf(most) as Turn);
}
