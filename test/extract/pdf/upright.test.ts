import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerBox, uprightContent } from '../../../src/extract/pdf/upright.js';
import type { Turn } from '../../../src/extract/place.js';
import { content, glyphs } from './painted.js';

const TURNS: readonly Turn[] = [0, 1, 2, 3];
const page = { width: 600, height: 800 };

describe('the page is turned so that most of its text is upright', () => {
  /** A glyph near the reader's top left corner, and a stroke 20 points long beside it. */
  const near = (turn: Turn) =>
    content(
      [
        {
          text: '款',
          box: { left: 10, top: 20, right: 22, bottom: 30 },
          turn,
          size: 10,
          operator: 0,
          font: 'F',
          unmapped: false,
        },
      ],
      {
        strokes: [
          { direction: 'horizontal', at: 40, from: 10, to: 30 },
          { direction: 'vertical', at: 5, from: 50, to: 90 },
        ],
      },
    );

  test.each([
    { turn: 0, size: [600, 800], box: [10, 20, 22, 30], lying: [40, 10, 30], upright: [5, 50, 90] },
    { turn: 1, size: [800, 600], box: [20, 578, 30, 590], lying: [595, 50, 90], upright: [40, 570, 590] },
    { turn: 2, size: [600, 800], box: [578, 770, 590, 780], lying: [760, 570, 590], upright: [595, 710, 750] },
    { turn: 3, size: [800, 600], box: [770, 10, 780, 22], lying: [5, 710, 750], upright: [760, 10, 30] },
  ] as const)('turn $turn', ({ turn, size, box, lying, upright }) => {
    const turned = uprightContent(near(turn));
    expect(turned.turn).toBe(turn);
    const {
      width,
      height,
      glyphs: [glyph],
      strokes,
    } = turned.content;
    expect([width, height]).toEqual(size);
    expect(glyph?.turn).toBe(0);
    expect(glyph && [glyph.box.left, glyph.box.top, glyph.box.right, glyph.box.bottom]).toEqual(box);
    const of = (direction: string) =>
      strokes.flatMap((stroke) => (stroke.direction === direction ? [[stroke.at, stroke.from, stroke.to]] : []));
    expect(of('horizontal')).toEqual([lying]);
    expect(of('vertical')).toEqual([upright]);
  });

  test('glyphs that stand otherwise keep their turn against the others', () => {
    const mixed = content([...glyphs('决算表', 10, 20, { turn: 1 }), ...glyphs('3', 300, 780, { turn: 0 })]);
    expect(uprightContent(mixed).content.glyphs.map(({ turn }) => turn)).toEqual([0, 0, 0, 3]);
  });

  test('a tie, and a page without text, are upright', () => {
    expect(uprightContent(content([...glyphs('1', 0, 0), ...glyphs('2', 0, 0, { turn: 1 })])).turn).toBe(0);
    expect(uprightContent(content([])).turn).toBe(0);
  });
});

describe('readerBox takes back what uprightContent turned', () => {
  const coordinate = fc.integer({ min: 0, max: 560 });
  const box = fc
    .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
    .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));

  test.each(TURNS)('turn %i', (turn) => {
    fc.assert(
      fc.property(box, (seen) => {
        const glyph = { text: '1', box: seen, turn, size: 10, operator: 0, font: 'F', unmapped: false };
        const turned = uprightContent(content([glyph], page));
        const moved = turned.content.glyphs[0]?.box;
        expect(moved && readerBox(moved, turned.turn, page)).toEqual(seen);
        expect(moved && moved.right > moved.left && moved.bottom > moved.top).toBe(true);
        expect(moved && moved.left >= 0 && moved.right <= turned.content.width).toBe(true);
      }),
    );
  });
});
