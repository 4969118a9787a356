import { describe, expect, test } from 'vitest';
import type { RuledLine } from '../../../src/extract/document.js';
import { mergeRules } from '../../../src/extract/layout/merge-rules.js';
import { h, v } from './printed.js';

describe('strokes that draw one rule', () => {
  test.each<{ name: string; strokes: RuledLine[]; rules: RuledLine[] }>([
    { name: 'one stroke', strokes: [h(50, 10, 90)], rules: [h(50, 10, 90)] },
    { name: 'a stroke twice', strokes: [h(50, 10, 90), h(50, 10, 90)], rules: [h(50, 10, 90)] },
    { name: 'segments end to end', strokes: [h(50, 40, 90), h(50, 10, 40)], rules: [h(50, 10, 90)] },
    {
      name: 'segments with corner squares between',
      strokes: [h(50, 10, 39.5), h(50, 40.5, 90)],
      rules: [h(50, 10, 90)],
    },
    { name: 'overlapping segments', strokes: [v(50, 10, 60), v(50, 30, 90)], rules: [v(50, 10, 90)] },
    { name: 'one inside of the other', strokes: [v(50, 10, 90), v(50, 30, 40)], rules: [v(50, 10, 90)] },
    { name: 'a double edge', strokes: [h(50, 10, 90), h(51.5, 10, 90)], rules: [h(50.75, 10, 90)] },
    { name: 'the long part decides the height', strokes: [h(50, 0, 90), h(51, 90, 100)], rules: [h(50.1, 0, 100)] },
  ])('$name', ({ strokes, rules }) => {
    expect(mergeRules(strokes)).toEqual(rules.map((rule) => ({ ...rule, at: expect.closeTo(rule.at, 6) })));
  });
});

describe('strokes that draw several rules', () => {
  test.each<{ name: string; strokes: RuledLine[] }>([
    { name: 'other directions', strokes: [h(50, 10, 90), v(50, 10, 90)] },
    { name: 'a gap between two tables', strokes: [h(50, 10, 40), h(50, 43, 90)] },
    { name: 'rules of low rows', strokes: [h(50, 10, 90), h(56, 10, 90)] },
  ])('$name', ({ strokes }) => {
    expect(mergeRules(strokes)).toEqual(strokes);
  });

  test('a stair of strokes does not become one rule', () => {
    const stair = [50, 51.5, 53, 54.5, 56].map((at) => h(at, 10, 90));
    expect(mergeRules(stair).length).toBeGreaterThan(1);
  });
});

test('the order of the strokes does not matter', () => {
  const strokes = [h(50, 10, 40), h(50.4, 40, 70), h(80, 10, 90), v(10, 50, 80), h(50, 70, 90), v(90, 50, 80)];
  expect(mergeRules([...strokes].reverse())).toEqual(mergeRules(strokes));
  expect(mergeRules(strokes)).toHaveLength(4);
});
