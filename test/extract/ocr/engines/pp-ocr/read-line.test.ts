import { describe, expect, test } from 'vitest';
import type { Probabilities } from '../../../../../src/extract/ocr/engines/ctc/time-step.js';
import { lineDecoder } from '../../../../../src/extract/ocr/engines/pp-ocr/read-line.js';

const LABELS = ['', ...'0123456789.,-－一，预算收入GDP：≥'.split(''), ' '];
const decoder = lineDecoder(LABELS);

/** One step of a matrix: probabilities by label, the rest to the blank. */
type Shown = Readonly<Record<string, number>>;

/** What the recogniser gives for these characters: each at one step, a blank after it. */
function output(...shown: (string | Shown)[]): Probabilities {
  const rows = shown.flatMap((one) =>
    typeof one === 'string' ? [...one].map((label): Shown => ({ [label]: 0.99 })) : [one],
  );
  const data = new Float32Array(rows.length * 2 * LABELS.length);
  rows.forEach((row, index) => {
    const at = index * 2 * LABELS.length;
    const rest = 1 - Object.values(row).reduce((sum, probability) => sum + probability, 0);
    for (const [label, probability] of Object.entries(row)) data[at + LABELS.indexOf(label)] = probability;
    data[at] = (data[at] ?? 0) + Math.max(0, rest);
    data[at + LABELS.length] = 1;
  });
  return { steps: rows.length * 2, classes: LABELS.length, data };
}

const number = (...shown: (string | Shown)[]) => decoder.read(output(...shown), 'number', 100);
const text = (...shown: (string | Shown)[]) => decoder.read(output(...shown), 'text', 100);

describe('a line of a number', () => {
  test.each([
    ['-1,234.50', '-1,234.50'],
    ['－1，234.50', '-1,234.50'],
    ['一12.00', '-12.00'],
    ['一', '-'],
    ['2080505', '2080505'],
  ])('%s is read as %s', (shown, expected) => {
    const reading = number(shown);
    expect(reading.text).toBe(expected);
    expect(reading.confidence).toBeGreaterThan(0.9);
    expect(reading.characters.map((character) => character.text).join('')).toBe(expected);
  });

  test.each(['预算收入', '一，预算', '一预', '1预', 'GDP', '≥90'])('%s is words and stays so', (shown) => {
    expect(number(shown).text).toBe(shown);
  });

  test('a doubtful stroke of something else does not make it words, but lowers the confidence', () => {
    const reading = number({ 预: 0.2 }, '32.75');
    expect(reading.text).toBe('32.75');
    expect(reading.confidence).toBeLessThan(0.85);
  });

  test('a digit that may be another has it as alternative, with a score below its confidence', () => {
    const reading = number('1', { '8': 0.6, '3': 0.39 }, '.00');
    expect(reading.text).toBe('18.00');
    expect(reading.alternatives[0]?.text).toBe('13.00');
    expect(reading.alternatives[0]?.score).toBeGreaterThan(0.3);
    expect(reading.alternatives[0]?.score).toBeLessThan(reading.confidence);
    expect(reading.confidence).toBeLessThanOrEqual(0.61);
  });

  test('a digit that the likeliest text leaves out makes it doubtful', () => {
    const reading = number('1', { '8': 0.28, '3': 0.27, '': 0.45 }, '2');
    expect(reading.confidence).toBeLessThan(0.5);
    expect(reading.alternatives.map((other) => other.text)).toEqual(expect.arrayContaining(['182', '132']));
  });

  test('of two doubtful texts the one that is a number', () => {
    expect(number('4,969', { '.': 0.45, ',': 0.54 }, '33').text).toBe('4,969.33');
    const specks = number({ '.': 0.8 }, '25.33');
    expect(specks.text).toBe('25.33');
    expect(specks.confidence).toBeLessThan(0.7);
  });

  test('a misprint that is clear to see stands', () => {
    expect(number('4.969.33').text).toBe('4.969.33');
  });

  test('two numbers do not become one', () => {
    expect(number('472.92 30207').text).toBe('472.92 30207');
  });

  test('something that is no character of a number forces the confidence down', () => {
    const reading = number({ '：': 0.97 }, '731.90');
    expect(reading.text).toBe('731.90');
    expect(reading.confidence).toBeLessThan(0.1);
  });
});

describe('a line of text', () => {
  test('is read as it is, with the confidence of its worst character', () => {
    const reading = text('预', { 算: 0.7, 收: 0.3 }, '收入 一2');
    expect(reading.text).toBe('预算收入 一2');
    expect(reading.confidence).toBeCloseTo(0.7, 2);
    expect(reading.alternatives[0]).toEqual({ text: '预收收入 一2', score: expect.closeTo(0.3, 1) });
  });

  test('a character that could be several is not left out', () => {
    const reading = text('预', { 算: 0.3, 收: 0.25, '': 0.45 });
    expect(reading.text).toBe('预算');
    expect(reading.confidence).toBeCloseTo(0.3, 2);
  });

  test('nothing seen', () => {
    for (const read of [text(), number(), text({}), number({})]) {
      expect(read).toMatchObject({ text: '', confidence: 0, characters: [] });
    }
  });
});

test('a thin digit that is hardly seen is an alternative to nothing', () => {
  const reading = number({ '1': 0.2 });
  expect([reading.text, reading.confidence]).toEqual(['', 0]);
  expect(reading.alternatives).toEqual([{ text: '1', score: expect.closeTo(0.2, 1) }]);
});

test('characters stand in order inside the picture', () => {
  const { characters } = text('预算收入');
  expect(characters.map(({ left }) => left)).toEqual([0, 18.75, 43.75, 68.75].map((left) => expect.closeTo(left, 0)));
  characters.forEach(({ left, right }, index) => {
    expect(left).toBeGreaterThanOrEqual(characters[index - 1]?.right ?? 0);
    expect(right).toBeGreaterThan(left);
    expect(right).toBeLessThanOrEqual(100);
  });
});
