import { describe, expect, test } from 'vitest';
import { runsOf } from '../../../src/extract/pdf/text-layer.js';
import { glyphs } from './painted.js';

function texts(...painted: readonly ReturnType<typeof glyphs>[]): string[] {
  return runsOf(painted.flat()).map(({ text }) => text);
}

describe('only the gap decides what is one run', () => {
  test.each([
    { name: 'a number split over two operators', second: { text: '6', gap: 0.01, operator: 1 }, runs: ['140.96'] },
    { name: 'glyphs that overlap a little', second: { text: '6', gap: -2, operator: 1 }, runs: ['140.96'] },
    {
      name: 'numbers of two columns, 2.5 points apart, by one operator',
      second: { text: '6', gap: 2.5, operator: 0 },
      runs: ['140.9', '6'],
    },
    { name: 'cells far apart by one operator', second: { text: '6', gap: 80, operator: 0 }, runs: ['140.9', '6'] },
    { name: 'a jump back to the left', second: { text: '6', gap: -60, operator: 0 }, runs: ['140.9', '6'] },
  ])('$name', ({ second, runs }) => {
    const first = glyphs('140.9', 100, 50);
    expect(texts(first, glyphs(second.text, 125 + second.gap, 50, { operator: second.operator }))).toEqual(runs);
  });

  test.each([
    { name: 'on another line', top: 62, size: 10 },
    { name: 'raised, as a footnote sign', top: 46, size: 10 },
    { name: 'in another size', top: 46, size: 14 },
  ])('glyphs that touch stay apart $name', ({ top, size }) => {
    expect(texts(glyphs('12', 100, 50), glyphs('3', 110, top, { size }))).toEqual(['12', '3']);
  });
});

test('a run knows its box, its size and the place of every character', () => {
  const [run] = runsOf(glyphs('款12', 100, 50));
  expect(run).toEqual({
    text: '款12',
    box: { left: 100, top: 50, right: 120, bottom: 60 },
    size: 10,
    confidence: null,
    parts: [
      { text: '款', box: { left: 100, top: 50, right: 110, bottom: 60 } },
      { text: '1', box: { left: 110, top: 50, right: 115, bottom: 60 } },
      { text: '2', box: { left: 115, top: 50, right: 120, bottom: 60 } },
    ],
  });
});

describe('what is painted twice is given once', () => {
  const doubled = (dx: number, dy: number) => [glyphs('决算11', 100, 50), glyphs('决算11', 100 + dx, 50 + dy)];

  test.each([
    { name: 'fill and stroke', runs: doubled(0, 0) },
    { name: 'a shadow', runs: doubled(0.6, 0.6) },
    { name: 'a wide shadow', runs: doubled(2.5, 2.5) },
    { name: 'four times, as bold', runs: [...doubled(0, 0), ...doubled(0.3, 0)] },
    {
      name: 'each glyph by itself',
      runs: [[...'决算11'].flatMap((_, at) => doubled(0.3, 0).flatMap((run) => run.slice(at, at + 1)))],
    },
  ])('$name', ({ runs }) => {
    expect(texts(...runs)).toEqual(['决算11']);
  });

  test.each([
    { name: 'equal digits of a number', runs: [glyphs('1111.11', 100, 50)], seen: ['1111.11'] },
    { name: 'equal narrow signs', runs: [glyphs('......', 100, 50, { size: 4 })], seen: ['......'] },
    {
      name: 'equal numbers in neighbouring cells',
      runs: [glyphs('0.00', 100, 50), glyphs('0.00', 123, 50)],
      seen: ['0.00', '0.00'],
    },
    {
      name: 'equal numbers below each other',
      runs: [glyphs('0.00', 100, 50), glyphs('0.00', 100, 61)],
      seen: ['0.00', '0.00'],
    },
    {
      name: 'different numbers at one place',
      runs: [glyphs('2345', 100, 50), glyphs('6789', 100, 50)],
      seen: ['2345', '6789'],
    },
  ])('$name are no doubles', ({ runs, seen }) => {
    expect(texts(...runs)).toEqual(seen);
  });
});

test('a page without glyphs has no runs', () => {
  expect(runsOf([])).toEqual([]);
});
