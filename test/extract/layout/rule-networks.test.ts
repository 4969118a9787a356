import { describe, expect, test } from 'vitest';
import type { RuledLine } from '../../../src/extract/document.js';
import { ruleNetworks } from '../../../src/extract/layout/rule-networks.js';
import { h, ruled, v } from './printed.js';

test('two tables on a page are two networks, in whatever order their rules come', () => {
  const rules = [...ruled([10, 50, 90], [10, 30, 50]), ...ruled([10, 90], [100, 120])];
  const sizes = (networks: ReturnType<typeof ruleNetworks>): string[] =>
    networks.map(({ horizontal, vertical }) => `${horizontal.length}x${vertical.length}`).sort();
  expect(sizes(ruleNetworks(rules))).toEqual(['2x2', '3x3']);
  expect(sizes(ruleNetworks([...rules].reverse()))).toEqual(['2x2', '3x3']);
});

test('rules that touch through others only are one network', () => {
  const comb = [h(10, 10, 90), v(10, 10, 50), v(90, 10, 50), h(50, 60, 90), h(30, 10, 40)];
  expect(ruleNetworks(comb)).toMatchObject([{ horizontal: { length: 3 }, vertical: { length: 2 } }]);
});

describe('how near rules meet', () => {
  test.each([
    { short: 2, networks: 1 },
    { short: 4, networks: 0 },
  ])('$short points short of the border: $networks', ({ short, networks }) => {
    const rules = [h(10, 10 + short, 90 - short), h(50, 10 + short, 90 - short), v(10, 10, 50), v(90, 10, 50)];
    expect(ruleNetworks(rules)).toHaveLength(networks);
  });
});

test.each([
  { name: 'an underline', rules: [h(10, 10, 90)] },
  { name: 'underlines below each other', rules: [h(10, 10, 90), h(30, 10, 90), h(50, 10, 90)] },
  { name: 'a cross', rules: [h(10, 0, 90), v(50, 0, 50)] },
  { name: 'rules without a bottom', rules: [h(10, 10, 90), v(10, 10, 50), v(90, 10, 50)] },
  { name: 'no rules', rules: [] },
])('$name can hold no cells', ({ rules }) => {
  expect(ruleNetworks(rules)).toEqual([]);
});

test('hatching and charts hold no cells, however many their lines are', () => {
  const hatching = Array.from({ length: 3_000 }, (_, i): RuledLine[] => [
    { direction: 'horizontal', at: i * 0.1, from: 0, to: 300 },
    { direction: 'vertical', at: i * 0.1, from: 0, to: 300 },
  ]).flat();
  expect(ruleNetworks(hatching)).toEqual([]);
  const dashes = hatching.map((rule) => ({ ...rule, to: rule.from + 3 }));
  expect(ruleNetworks(dashes)).toEqual([]);
});
