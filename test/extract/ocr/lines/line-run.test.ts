import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CharacterReading, LineReading } from '../../../../src/extract/ocr/engine.js';
import { alternativeReadings, runOfLine, unreadRun } from '../../../../src/extract/ocr/lines/line-run.js';
import { spot } from './spots.js';

/** Characters of ten pixels each from the left edge of the picture on. */
function reading(text: string, more: Partial<LineReading> = {}): LineReading {
  const characters = [...text].map(
    (character, index): CharacterReading => ({
      text: character,
      confidence: 0.9,
      left: index * 10,
      right: index * 10 + 10,
    }),
  );
  return { text, confidence: 0.9, characters, alternatives: [], ...more };
}

/** The picture begins 15 pixels before the ink, which is 100 pixels wide and 18 high. At 144 dpi two pixels are a point. */
const INK = spot(200, 100, 100, 18);
const CUT = { image: { width: 130, height: 25, data: new Uint8Array(130 * 25) }, left: 185, top: 97 };

function run(line: LineReading) {
  return runOfLine(line, CUT, INK, 144, 'first');
}

test('the run stands where its ink is, in points', () => {
  expect(run(reading('  12.50'))?.box).toEqual({ left: 100, top: 50, right: 150, bottom: 59 });
});

test('characters stand where the engine saw them, within the ink, as high as the ink', () => {
  const parts = run(reading('决算12'))?.parts;
  expect(parts?.map(({ text, box }) => [text, box.left, box.right])).toEqual([
    // 185 + 10 = 195 would be before the ink.
    ['决', 100, 100],
    ['算', 100, 102.5],
    ['1', 102.5, 107.5],
    ['2', 107.5, 112.5],
  ]);
  for (const { box } of parts ?? []) expect([box.top, box.bottom]).toEqual([50, 59]);
});

test.each([
  ['  12.50 ', '12.50'],
  ['因 公', '因 公'],
  ['\u300012', '12'],
])('blanks around %j go, those within stay', (text, expected) => {
  const found = run(reading(text));
  expect([found?.text, found?.readings?.[0]?.text]).toEqual([expected, expected]);
  expect(found?.parts.map((part) => part.text).join('')).toBe(expected);
});

test.each(['', ' ', '   '])('a line in which nothing was seen (%j) gives no run', (text) => {
  expect(run(reading(text))).toBeNull();
});

test('every reading is kept, the best first, and confidences to a thousandth', () => {
  const alternatives = [
    { text: '12.80', score: 0.23456 },
    { text: ' 72.50 ', score: 0.1 },
  ];
  const found = run(reading('12.50', { confidence: 0.98765, alternatives }));
  expect(found).toMatchObject({ text: '12.50', confidence: 0.988 });
  expect(found?.readings).toEqual([
    { engine: 'first', text: '12.50', confidence: 0.988 },
    { engine: 'first', text: '12.80', confidence: 0.235 },
    { engine: 'first', text: '72.50', confidence: 0.1 },
  ]);
});

test('of a line in which a second engine saw nothing, that is kept too', () => {
  expect(alternativeReadings(reading('', { confidence: 0 }), 'second')).toEqual([
    { engine: 'second', text: '', confidence: 0 },
  ]);
});

test('ink that was not read stands where it is, as no text, with what it may be among its readings', () => {
  const alternatives = [{ text: '8', score: 0.31 }];
  expect(unreadRun(reading('', { confidence: 0, alternatives }), INK, 144, 'first')).toEqual({
    text: '□',
    box: { left: 100, top: 50, right: 150, bottom: 59 },
    parts: [{ text: '□', box: { left: 100, top: 50, right: 150, bottom: 59 } }],
    size: 9,
    confidence: 0,
    readings: [
      { engine: 'first', text: '□', confidence: 0 },
      { engine: 'first', text: '8', confidence: 0.31 },
    ],
  });
});

describe('the type size, in points', () => {
  test.each([
    ['is that of the height, for Chinese', '决算公开表', INK, 10],
    ['is larger than the height of digits', '1234567890', spot(200, 100, 100, 14), 10],
    ['is that of the width, where two lines were taken for one', '1234567890', spot(200, 100, 100, 60), 11],
    ['is never nothing', '1', spot(200, 100, 0, 0), 0.5],
  ] as const)('%s', (_, text, ink, expected) => {
    expect(runOfLine(reading(text), CUT, ink, 144, 'first')?.size).toBeCloseTo(expected, 1);
  });
});

test('a run spells its parts, in order and within its box', () => {
  const texts = fc
    .array(fc.constantFrom('决', '1', '.', ' ', '—', '\u{20BB7}'), { maxLength: 14 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(texts, fc.integer({ min: 72, max: 600 }), (text, dpi) => {
      const found = runOfLine(reading(text), CUT, INK, dpi, 'first');
      expect(found?.text ?? '').toBe(text.trim());
      if (found === null) return;
      expect(found.parts.map((part) => part.text).join('')).toBe(found.text);
      let before = found.box.left;
      for (const { box } of found.parts) {
        expect(box.left).toBeGreaterThanOrEqual(before);
        expect(box.right).toBeGreaterThanOrEqual(box.left);
        expect(box.right).toBeLessThanOrEqual(found.box.right);
        before = box.left;
      }
    }),
  );
});
