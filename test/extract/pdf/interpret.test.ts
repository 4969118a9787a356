import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { interpret } from '../../../src/extract/pdf/interpret.js';
import {
  type Operation,
  operatorList,
  PAGE,
  paint,
  path,
  rectangle,
  shown,
  textAt,
  textOf,
  VIEWPORT,
} from './painted.js';

const RULE = rectangle(100, 699.75, 300, 700.25);
const RULE_SEEN = { direction: 'horizontal', at: 100, from: 100, to: 300 };
const WHITE = '#ffffff';

describe('text', () => {
  test('lines by TD, TL and T* stand below each other', () => {
    const { glyphs } = paint([
      ['beginText'],
      ['setFont', 'F', 10],
      ['setLeadingMoveText', 100, 700],
      ['setLeading', 14],
      ['showText', shown('一')],
      ['nextLine'],
      ['showText', shown('二')],
      ['moveText', 20, -30],
      ['showText', shown('三')],
      ['setLeadingMoveText', 0, -16],
      ['showText', shown('四')],
      ['nextLine'],
      ['showText', shown('五')],
      ['endText'],
    ]);
    expect(glyphs.map(({ text, box }) => [text, Math.round(box.left), Math.round(box.bottom - 1.4)])).toEqual([
      ['一', 100, 100],
      ['二', 100, 114],
      ['三', 120, 144],
      ['四', 120, 160],
      ['五', 120, 176],
    ]);
  });

  test('spacing, scale, rise and mode come from their operators', () => {
    const { glyphs } = paint([
      ['beginText'],
      ['setFont', 'F', 10],
      ['setTextMatrix', Float32Array.of(1, 0, 0, 1, 100, 700)],
      ['setCharSpacing', 2],
      ['setWordSpacing', 6],
      ['setHScale', 50],
      ['setTextRise', 3],
      ['showText', shown('1 2')],
      ['setTextRenderingMode', 3],
      ['showText', shown('9')],
      ['endText'],
    ]);
    // (5 + 2) / 2 for the digit, (5 + 2 + 6) / 2 for the blank.
    expect(glyphs.map(({ text, box }) => [text, box.left, Math.round(box.bottom * 10) / 10])).toEqual([
      ['1', 100, 98.4],
      ['2', 110, 98.4],
    ]);
  });

  test('a text matrix may come as six numbers', () => {
    const { glyphs } = paint([
      ['setFont', 'F', 10],
      ['setTextMatrix', 1, 0, 0, 1, 50, 700],
      ['showText', shown('1')],
    ]);
    expect(glyphs[0]?.box.left).toBe(50);
  });

  test('beginText forgets the matrix of the text before', () => {
    const { glyphs } = paint([...textAt(400, 700, '1'), ...textAt(30, 700, '2')]);
    expect(glyphs.map(({ box }) => box.left)).toEqual([400, 30]);
  });

  test('what stands outside of the page is not read', () => {
    expect(textOf(paint([...textAt(-50, 700, '1'), ...textAt(50, 900, '2'), ...textAt(50, 700, '3')]))).toBe('3');
  });

  test('the font may come from the graphics state, and is looked up by its name', () => {
    const names: string[] = [];
    const list = operatorList([
      ['setGState', [['Font', ['g_f7', 20]]]],
      ['showText', shown('款')],
    ]);
    const { glyphs } = interpret(PAGE, list, [1, 0, 0, -1, 20, 400], (name) => {
      names.push(name);
      return { fontMatrix: [0.002, 0, 0, 0.002, 0, 0] };
    });
    expect(names).toEqual(['g_f7']);
    expect(glyphs[0]).toMatchObject({ size: 20, box: { left: 20, right: 60 } });
  });
});

describe('save and restore', () => {
  test('bring back the matrix, the font and the clip', () => {
    const page = paint([
      ['setFont', 'F', 10],
      ['save'],
      ['transform', 2, 0, 0, 2, 0, 0],
      ['setFont', 'F', 20],
      ['clip'],
      path('endPath', rectangle(0, 0, 10, 10)),
      ['restore'],
      ['beginText'],
      ['moveText', 100, 700],
      ['showText', shown('1')],
    ]);
    expect(page.glyphs).toMatchObject([{ size: 10, box: { left: 100 } }]);
  });

  test('a restore too many changes nothing', () => {
    expect(textOf(paint([['restore'], ['restore'], ...textAt(100, 700, '1')]))).toBe('1');
  });
});

describe('form objects', () => {
  const form = (
    matrix: readonly number[] | null,
    box: readonly number[] | null,
    ...inside: Operation[]
  ): Operation[] => [
    ['paintFormXObjectBegin', matrix && Float32Array.from(matrix), box && Float32Array.from(box)],
    ...inside,
    ['paintFormXObjectEnd', []],
  ];

  test('have a matrix of their own, and only inside', () => {
    const page = paint([...form([1, 0, 0, 1, 200, 600], null, ...textAt(10, 20, '1')), ...textAt(10, 20, '2')]);
    expect(page.glyphs.map(({ text, box }) => [text, box.left])).toEqual([
      ['1', 210],
      ['2', 10],
    ]);
  });

  test('show what is inside of their box, in the reader coordinates of a turned form too', () => {
    const inside = [...textAt(10, 20, '1'), ...textAt(10, 200, '2')];
    expect(textOf(paint(form([1, 0, 0, 1, 200, 300], [0, 0, 100, 100], ...inside)))).toBe('1');
    expect(textOf(paint(form([0, 1, -1, 0, 400, 300], [0, 0, 100, 100], ...inside)))).toBe('1');
  });

  test('of a transparency group are clipped by the box of the group', () => {
    const matrix = Float32Array.of(1, 0, 0, 1, 200, 300);
    const page = paint([
      ['beginGroup', { matrix, bbox: Float32Array.of(0, 0, 100, 100) }],
      ...form([...matrix], null, ...textAt(10, 20, '1'), ...textAt(10, 200, '2')),
      ['endGroup', {}],
      ...textAt(10, 700, '3'),
    ]);
    expect(page.glyphs.map(({ text, box }) => [text, box.left])).toEqual([
      ['1', 210],
      ['3', 10],
    ]);
  });
});

describe('clips', () => {
  test.each(['clip', 'eoClip'] as const)('by %s hide text and rules outside', (name) => {
    const page = paint([
      [name],
      path('endPath', rectangle(90, 690, 200, 710)),
      ...textAt(100, 697, '1'),
      ...textAt(100, 500, '2'),
      path('fill', RULE),
      path('fill', rectangle(100, 499.75, 300, 500.25)),
    ]);
    expect(textOf(page)).toBe('1');
    expect(page.strokes).toEqual([{ ...RULE_SEEN, to: 201 }]);
  });

  test('need their path: a painted path alone clips nothing', () => {
    expect(textOf(paint([path('fill', rectangle(0, 0, 5, 5)), ...textAt(100, 700, '1')]))).toBe('1');
  });
});

describe('rules', () => {
  test.each<{ name: string; before: Operation[]; by: keyof typeof OPS; seen: boolean }>([
    { name: 'filled black', before: [], by: 'fill', seen: true },
    { name: 'filled by the even-odd rule', before: [], by: 'eoFill', seen: true },
    { name: 'filled grey', before: [['setFillRGBColor', '#808080']], by: 'fill', seen: true },
    { name: 'filled white', before: [['setFillRGBColor', WHITE]], by: 'fill', seen: false },
    { name: 'filled nearly white', before: [['setFillRGBColor', '#f8f8f8']], by: 'fill', seen: false },
    {
      name: 'filled white, then by a pattern',
      before: [
        ['setFillRGBColor', WHITE],
        ['setFillColorN', 'p'],
      ],
      by: 'fill',
      seen: true,
    },
    { name: 'filled transparently', before: [['setGState', [['ca', 0]]]], by: 'fill', seen: false },
    { name: 'filled while strokes are white', before: [['setStrokeRGBColor', WHITE]], by: 'fill', seen: true },
    { name: 'not painted', before: [], by: 'endPath', seen: false },
  ])('$name: $seen', ({ before, by, seen }) => {
    expect(paint([...before, path(by, RULE)]).strokes).toEqual(seen ? [RULE_SEEN] : []);
  });

  test.each<{ name: string; before: Operation[]; by: keyof typeof OPS; seen: boolean }>([
    { name: 'stroked', before: [], by: 'stroke', seen: true },
    { name: 'closed and stroked', before: [], by: 'closeStroke', seen: true },
    { name: 'stroked white', before: [['setStrokeRGBColor', WHITE]], by: 'stroke', seen: false },
    {
      name: 'stroked white, then by a pattern',
      before: [
        ['setStrokeRGBColor', WHITE],
        ['setStrokeColorN', 'p'],
      ],
      by: 'stroke',
      seen: true,
    },
    { name: 'stroked transparently', before: [['setGState', [['CA', 0]]]], by: 'stroke', seen: false },
    { name: 'stroked while fills are white', before: [['setFillRGBColor', WHITE]], by: 'stroke', seen: true },
  ])('$name: $seen', ({ before, by, seen }) => {
    const { strokes } = paint([...before, path(by, [0, 100, 700, 1, 300, 700])]);
    expect(strokes.length > 0).toBe(seen);
    if (seen) expect(strokes[0]).toEqual(RULE_SEEN);
  });
});

describe('images', () => {
  const image = (...matrix: number[]): Operation[] => [
    ['save'],
    ['transform', ...matrix],
    ['paintImageXObject', 'img', 100, 100],
    ['restore'],
  ];
  test.each([
    { name: 'none', operations: [], cover: 0 },
    { name: 'a seal', operations: image(60, 0, 0, 80, 0, 0), cover: 0.01 },
    { name: 'a scan', operations: image(600, 0, 0, 800, 0, 0), cover: 1 },
    { name: 'a scan that reaches out of the page', operations: image(900, 0, 0, 1600, -100, -400), cover: 1 },
    {
      name: 'a scan cut into stripes',
      operations: [0, 200, 400, 600].flatMap((y) => image(600, 0, 0, 200, 0, y)),
      cover: 1,
    },
    {
      name: 'an inline image',
      operations: [
        ['transform', 300, 0, 0, 800, 0, 0],
        ['paintInlineImageXObject', {}],
      ] as Operation[],
      cover: 0.5,
    },
  ])('$name cover $cover of the page', ({ operations, cover }) => {
    expect(interpret(PAGE, operatorList(operations), VIEWPORT, () => null).imageCover).toBeCloseTo(cover);
  });

  test('stand where they are seen: on the page, within the clip', () => {
    const operations = [...image(300, 0, 0, 200, -100, 700), ...image(60, 0, 0, 80, 900, 0)];
    expect(interpret(PAGE, operatorList(operations), VIEWPORT, () => null).images).toEqual([
      { left: 0, top: 0, right: 200, bottom: 100 },
    ]);
  });
});

test('an operator that is not known changes nothing', () => {
  const list = { fnArray: [9999, OPS.setFont, OPS.showText], argsArray: [null, ['F', 10], [shown('1')]] };
  expect(textOf(interpret(PAGE, list, [1, 0, 0, -1, 10, 400], () => null))).toBe('1');
});
