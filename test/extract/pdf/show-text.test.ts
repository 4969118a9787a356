import { describe, expect, test } from 'vitest';
import { type FontFacts, GraphicsState } from '../../../src/extract/pdf/graphics-state.js';
import type { Matrix } from '../../../src/extract/pdf/matrix.js';
import type { Glyph } from '../../../src/extract/pdf/page-content.js';
import { type ShownGlyph, showText } from '../../../src/extract/pdf/show-text.js';
import { shown, VIEWPORT } from './painted.js';

/** A state that stands at (100, 700) of the user space, 100 points below the reader's top, in 10 points. */
function at100(change: (state: GraphicsState) => void = () => undefined): GraphicsState {
  const state = new GraphicsState(VIEWPORT);
  state.setFont(null, 10);
  state.moveText(100, 700);
  change(state);
  return state;
}

function show(state: GraphicsState, glyphs: readonly (ShownGlyph | number)[]): Glyph[] {
  const out: Glyph[] = [];
  showText(state, glyphs, 7, out);
  return out;
}

function lefts(glyphs: readonly Glyph[]): number[] {
  return glyphs.map(({ box }) => Math.round(box.left * 100) / 100);
}

function rounded(glyph: Glyph | undefined): number[] {
  const { left, top, right, bottom } = glyph?.box ?? { left: NaN, top: NaN, right: NaN, bottom: NaN };
  return [left, top, right, bottom].map((value) => Math.round(value * 100) / 100);
}

describe('where glyphs stand', () => {
  test('on the baseline, as wide as the font says, the box as high as the size', () => {
    const [glyph] = show(at100(), shown('款'));
    expect(rounded(glyph)).toEqual([100, 91.4, 110, 101.4]);
    expect(glyph).toMatchObject({ text: '款', size: 10, turn: 0, operator: 7, unmapped: false });
  });

  test.each<{ name: string; change: (state: GraphicsState) => void; shows: (ShownGlyph | number)[]; at: number[] }>([
    { name: 'one behind the other', change: () => undefined, shows: shown('12款3'), at: [100, 105, 110, 120] },
    {
      name: 'kerning, in thousandths of the size, goes back when positive',
      change: () => undefined,
      shows: [...shown('1'), 100, ...shown('2'), -500, ...shown('3')],
      at: [100, 104, 114],
    },
    {
      name: 'character spacing',
      change: (s) => Object.assign(s, { charSpacing: 2 }),
      shows: shown('123'),
      at: [100, 107, 114],
    },
    {
      name: 'word spacing at blanks only',
      change: (s) => Object.assign(s, { wordSpacing: 4 }),
      shows: shown('1 23'),
      at: [100, 114, 119],
    },
    {
      name: 'horizontal scale stretches glyphs and spacing',
      change: (s) => Object.assign(s, { horizontalScale: 0.5, charSpacing: 2 }),
      shows: shown('123'),
      at: [100, 103.5, 107],
    },
    {
      name: 'a text matrix that doubles',
      change: (s) => s.setTextMatrix([2, 0, 0, 2, 50, 700]),
      shows: shown('123'),
      at: [50, 60, 70],
    },
  ])('$name', ({ change, shows, at }) => {
    expect(lefts(show(at100(change), shows))).toEqual(at);
  });

  test('the next operator goes on where the last one ended', () => {
    const state = at100();
    show(state, [...shown('12'), -1000]);
    expect(lefts(show(state, shown('3')))).toEqual([120]);
  });

  test('rise lifts, for the time being', () => {
    const state = at100((s) => Object.assign(s, { rise: 4 }));
    expect(rounded(show(state, shown('2'))[0])).toEqual([100, 87.4, 105, 97.4]);
    state.rise = 0;
    expect(rounded(show(state, shown('3'))[0])).toEqual([105, 91.4, 110, 101.4]);
  });

  test('the size is that on the page, of the font size and every matrix', () => {
    const state = at100((s) => s.setTextMatrix([12, 0, 0, 12, 0, 0]));
    state.setFont(null, 1);
    expect(show(state, shown('1'))[0]?.size).toBeCloseTo(12);
  });
});

describe('vertical writing', () => {
  const vertical: FontFacts = { vertical: true };

  test('goes down the page, glyphs centred on the line', () => {
    const state = at100();
    state.setFont(vertical, 10);
    const glyphs = show(state, shown('决算'));
    expect(lefts(glyphs)).toEqual([95, 95]);
    const [first, second] = glyphs.map(({ box }) => box.top);
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo(10);
    show(state, [-500]);
    expect(state.y).toBeCloseTo(700 - 20 + 5);
  });

  test('takes the metrics of a glyph, then those of the font', () => {
    const state = at100();
    state.setFont({ vertical: true, defaultVMetrics: [-500, 500, 880] }, 10);
    const glyphs = show(state, [
      { unicode: '决', width: 1000, isSpace: false, vmetric: [-2000, 300, 880] },
      ...shown('算表'),
    ]);
    expect(lefts(glyphs)).toEqual([97, 95, 95]);
    const tops = glyphs.map(({ box }) => box.top);
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeCloseTo(20);
    expect((tops[2] ?? 0) - (tops[1] ?? 0)).toBeCloseTo(5);
  });
});

test('Type 3 fonts count in their own units', () => {
  const state = at100();
  state.setFont({ isType3Font: true, fontMatrix: [0.01, 0, 0, 0.01, 0, 0] }, 10);
  const glyphs = show(state, [
    { unicode: '1', width: 60, isSpace: false },
    { unicode: '2', width: 60, isSpace: false },
  ]);
  expect(lefts(glyphs)).toEqual([100, 106]);
});

describe('which way a glyph stands for the reader', () => {
  test.each<{ turn: number; matrix: Matrix }>([
    { turn: 0, matrix: [1, 0, 0, 1, 100, 100] },
    { turn: 1, matrix: [0, -1, 1, 0, 100, 100] },
    { turn: 2, matrix: [-1, 0, 0, -1, 100, 100] },
    { turn: 3, matrix: [0, 1, -1, 0, 100, 100] },
  ])('turned by $turn quarters clockwise', ({ turn, matrix }) => {
    const glyphs = show(
      at100((s) => s.setTextMatrix(matrix)),
      shown('12'),
    );
    expect(glyphs.map((glyph) => glyph.turn)).toEqual([turn, turn]);
    const [first, second] = glyphs;
    const moved = [
      Math.sign(Math.round((second?.box.left ?? 0) - (first?.box.left ?? 0))) + 0,
      Math.sign(Math.round((second?.box.top ?? 0) - (first?.box.top ?? 0))) + 0,
    ];
    expect(moved).toEqual(
      [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ][turn],
    );
  });

  test('a mirrored size with a mirrored matrix is upright again', () => {
    const state = at100((s) => s.setTextMatrix([-1, 0, 0, -1, 100, 700]));
    state.setFont(null, -10);
    const glyphs = show(state, shown('12'));
    expect(glyphs.map((glyph) => glyph.turn)).toEqual([0, 0]);
    expect(lefts(glyphs)).toEqual([100, 105]);
  });
});

describe('what is not painted is not given, and still takes its room', () => {
  test.each([
    { mode: 0, seen: true },
    { mode: 1, seen: true },
    { mode: 2, seen: true },
    { mode: 3, seen: false },
    { mode: 4, seen: true },
    { mode: 5, seen: true },
    { mode: 6, seen: true },
    { mode: 7, seen: false },
  ])('rendering mode $mode: $seen', ({ mode, seen }) => {
    const state = at100((s) => Object.assign(s, { renderingMode: mode }));
    expect(show(state, shown('12'))).toHaveLength(seen ? 2 : 0);
    expect(state.x).toBe(110);
  });

  test('a wholly transparent fill, but not its outline', () => {
    expect(
      show(
        at100((s) => Object.assign(s, { fillAlpha: 0 })),
        shown('1'),
      ),
    ).toEqual([]);
    expect(
      show(
        at100((s) => Object.assign(s, { fillAlpha: 0, renderingMode: 1 })),
        shown('1'),
      ),
    ).toHaveLength(1);
    expect(
      show(
        at100((s) => Object.assign(s, { fillAlpha: 0.5 })),
        shown('1'),
      ),
    ).toHaveLength(1);
  });

  test('glyphs whose centre is outside of the clip', () => {
    const state = at100((s) => s.clipTo({ left: 100, top: 0, right: 112, bottom: 800 }));
    expect(show(state, shown('1234')).map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  test('blanks of every kind, and text of no size', () => {
    const blanks = shown(' \u00A0\u30001').map((glyph) => ({ ...glyph, isSpace: glyph.unicode === ' ' }));
    expect(show(at100(), blanks).map(({ text }) => text)).toEqual(['1']);
    expect(
      show(
        at100((s) => s.setFont(null, 0)),
        shown('1'),
      ),
    ).toEqual([]);
  });
});

test.each([
  { name: 'a private-use character', glyph: { unicode: '\uE123' }, unmapped: true },
  { name: 'the replacement character', glyph: { unicode: '\uFFFD' }, unmapped: true },
  { name: 'a control character', glyph: { unicode: '\u0003' }, unmapped: true },
  { name: 'a glyph that the font lacks', glyph: { unicode: '款', isInFont: false }, unmapped: true },
  { name: 'a Chinese character', glyph: { unicode: '款', isInFont: true }, unmapped: false },
])('$name is unmapped: $unmapped', ({ glyph, unmapped }) => {
  expect(show(at100(), [{ width: 1000, isSpace: false, ...glyph }])[0]?.unmapped).toBe(unmapped);
});
