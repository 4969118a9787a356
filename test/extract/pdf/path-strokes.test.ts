import { describe, expect, test } from 'vitest';
import { IDENTITY, type Matrix } from '../../../src/extract/pdf/matrix.js';
import type { Stroke } from '../../../src/extract/pdf/page-content.js';
import { clipped, strokesOfPath } from '../../../src/extract/pdf/path-strokes.js';
import { rectangle } from './painted.js';

const LYING: Stroke = { direction: 'horizontal', at: 50, from: 10, to: 90 };
const UPRIGHT: Stroke = { direction: 'vertical', at: 50, from: 10, to: 90 };

describe('the ways in which producers draw a rule', () => {
  test.each<{ name: string; data: readonly number[]; by: 'stroke' | 'fill'; strokes: readonly Stroke[] }>([
    { name: 'a stroke (OnlyOffice, WPS)', data: [0, 10, 50, 1, 90, 50], by: 'stroke', strokes: [LYING] },
    { name: 'a stroke drawn from right to left', data: [0, 90, 50, 1, 10, 50], by: 'stroke', strokes: [LYING] },
    { name: 'an upright stroke', data: [0, 50, 10, 1, 50, 90], by: 'stroke', strokes: [UPRIGHT] },
    { name: 'a stroke that leans by a rounding', data: [0, 10, 49.9, 1, 90, 50.1], by: 'stroke', strokes: [LYING] },
    {
      name: 'a thin filled rectangle (Word, Chromium)',
      data: rectangle(10, 49.75, 90, 50.25),
      by: 'fill',
      strokes: [LYING],
    },
    { name: 'a thin upright filled rectangle', data: rectangle(49.75, 10, 50.25, 90), by: 'fill', strokes: [UPRIGHT] },
    { name: 'a double rule of 2 points (Excel)', data: rectangle(10, 49, 90, 51), by: 'fill', strokes: [LYING] },
    {
      name: 'many segments in one path, one for each cell edge',
      data: [0, 10, 50, 1, 50, 50, 0, 50, 50, 1, 90, 50],
      by: 'stroke',
      strokes: [
        { ...LYING, to: 50 },
        { ...LYING, from: 50 },
      ],
    },
    {
      name: 'the sides of a stroked cell, the closing one too',
      data: rectangle(10, 20, 90, 60),
      by: 'stroke',
      strokes: [
        { direction: 'horizontal', at: 20, from: 10, to: 90 },
        { direction: 'vertical', at: 90, from: 20, to: 60 },
        { direction: 'horizontal', at: 60, from: 10, to: 90 },
        { direction: 'vertical', at: 10, from: 20, to: 60 },
      ],
    },
    {
      name: 'several rectangles filled at once',
      data: [...rectangle(10, 49.75, 90, 50.25), ...rectangle(49.75, 10, 50.25, 90)],
      by: 'fill',
      strokes: [LYING, UPRIGHT],
    },
  ])('$name', ({ data, by, strokes }) => {
    expect(strokesOfPath(data, IDENTITY, by === 'stroke', by === 'fill')).toEqual(strokes);
  });
});

describe('what is no rule', () => {
  test.each([
    { name: 'a corner square', data: rectangle(10, 10, 10.5, 10.5), stroked: false, filled: true },
    { name: 'a coloured area', data: rectangle(10, 10, 90, 60), stroked: false, filled: true },
    { name: 'a bar that is too thick', data: rectangle(10, 10, 90, 14), stroked: false, filled: true },
    { name: 'a slanting stroke', data: [0, 10, 10, 1, 90, 60], stroked: true, filled: false },
    { name: 'a dot', data: [0, 10, 10, 1, 10.4, 10], stroked: true, filled: false },
    {
      name: 'a thin filled lens of curves',
      data: [0, 10, 50, 2, 30, 51, 60, 51, 90, 50, 2, 60, 49, 30, 49, 10, 50, 4],
      stroked: false,
      filled: true,
    },
    {
      name: 'a path that is neither stroked nor filled',
      data: rectangle(10, 20, 90, 60),
      stroked: false,
      filled: false,
    },
  ])('$name', ({ data, stroked, filled }) => {
    expect(strokesOfPath(data, IDENTITY, stroked, filled)).toEqual([]);
  });
});

test('the sizes of curves are skipped right: the straight stroke behind them is found', () => {
  const data = [0, 0, 0, 2, 1, 9, 2, 9, 3, 30, 3, 5, 40, 6, 70, 0, 10, 50, 1, 90, 50];
  expect(strokesOfPath(data, IDENTITY, true, false)).toContainEqual(LYING);
});

test('a turned page turns the strokes, a stretched one their thickness', () => {
  const quarter: Matrix = [0, 1, -1, 0, 100, 0];
  expect(strokesOfPath([0, 10, 50, 1, 90, 50], quarter, true, false)).toEqual([UPRIGHT]);
  const thick: Matrix = [1, 0, 0, 10, 0, 0];
  expect(strokesOfPath(rectangle(10, 4.9, 90, 5.5), thick, false, true)).toEqual([]);
});

describe('clipped', () => {
  const clip = { left: 20, top: 20, right: 80, bottom: 80 };
  test.each([
    { name: 'without a clip all is seen', stroke: LYING, by: null, seen: LYING },
    { name: 'only what is inside is seen', stroke: LYING, by: clip, seen: { ...LYING, from: 19, to: 81 } },
    { name: 'upright strokes too', stroke: UPRIGHT, by: clip, seen: { ...UPRIGHT, from: 19, to: 81 } },
    {
      name: 'a border along the edge of its clip is seen',
      stroke: { ...LYING, at: 80.5, from: 30, to: 70 },
      by: clip,
      seen: { ...LYING, at: 80.5, from: 30, to: 70 },
    },
    { name: 'beside the clip nothing is seen', stroke: { ...UPRIGHT, at: 90 }, by: clip, seen: null },
    { name: 'before the clip nothing is seen', stroke: { ...LYING, from: 0, to: 15 }, by: clip, seen: null },
  ])('$name', ({ stroke, by, seen }) => {
    expect(clipped(stroke, by)).toEqual(seen);
  });
});
