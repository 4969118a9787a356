import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuledLine } from '../../../src/extract/document.js';
import type { LayoutGrid } from '../../../src/extract/layout/layout-grid.js';
import { mergeRules } from '../../../src/extract/layout/merge-rules.js';
import { ruleNetworks } from '../../../src/extract/layout/rule-networks.js';
import { ruledGrid } from '../../../src/extract/layout/ruled-grid.js';
import type { LayoutRun } from '../../../src/extract/layout/run.js';
import { h, isCovered, rowsOf, ruled, run, runTo, v } from './printed.js';

/** The grid of the one network that the rules make. */
function gridOf(rules: readonly RuledLine[], runs: readonly LayoutRun[] = []): LayoutGrid | null {
  const networks = ruleNetworks(mergeRules(rules));
  expect(networks).toHaveLength(1);
  return networks[0] ? (ruledGrid(networks[0], runs, 1)?.grid ?? null) : null;
}

/** Columns of 100 points from 0 to 300, rows of 20 points from 0 to 60. */
const XS = [0, 100, 200, 300];
const YS = [0, 20, 40, 60];
const WHOLE = ruled(XS, YS);
const without = (gone: RuledLine, ...parts: RuledLine[]): RuledLine[] => [
  ...WHOLE.filter((rule) => rule.direction !== gone.direction || rule.at !== gone.at),
  ...parts,
];

describe('cells are the faces between rules', () => {
  test('a plain table', () => {
    const runs = [
      run('科目', 10, 5),
      run('金额', 110, 5),
      run('301', 10, 25),
      runTo('12.50', 195, 25),
      runTo('7.00', 295, 45),
    ];
    const grid = gridOf(WHOLE, runs);
    expect(rowsOf(grid)).toEqual(['科目|金额|', '301|12.50|', '||7.00']);
    expect(grid).toMatchObject({ method: 'ruled', rows: 3, columnEdges: XS, pages: [1], stretches: null });
    expect(grid?.box).toEqual({ left: 0, top: 0, right: 300, bottom: 60 });
  });

  test.each<{ name: string; rules: RuledLine[]; rows: string[] }>([
    {
      name: 'a header over two columns',
      rules: without(v(200, 0, 0), v(200, 20, 60)),
      rows: ['a|b c>2', 'd|e|f', 'g|h|i'],
    },
    {
      name: 'a header beside, over two rows',
      rules: without(h(20, 0, 0), h(20, 100, 300)),
      rows: ['adv2|b|c', 'e|f', 'g|h|i'],
    },
    {
      name: 'a block of two by two',
      rules: [
        ...without(v(200, 0, 0), v(200, 40, 60)).filter((rule) => rule.at !== 20 || rule.direction === 'vertical'),
        h(20, 0, 100),
      ],
      rows: ['a|b ce f>2v2', 'd', 'g|h|i'],
    },
    {
      name: 'a row over the whole width',
      rules: [
        ...WHOLE.filter(({ direction, at }) => direction === 'horizontal' || at === 0 || at === 300),
        v(100, 0, 40),
        v(200, 0, 40),
      ],
      rows: ['a|b|c', 'd|e|f', 'g h i>3'],
    },
    {
      name: 'rules that stop short of the border',
      rules: [...XS.map((x) => v(x, 1.5, 58.5)), ...YS.map((y) => h(y, 1.5, 298.5))],
      rows: ['a|b|c', 'd|e|f', 'g|h|i'],
    },
    {
      name: 'rules of single cells, a little off',
      rules: [...XS.map((x) => v(x, 0, 60)), ...YS.flatMap((y) => [h(y, 0, 100), h(y + 2, 100, 200), h(y, 200, 300)])],
      rows: ['a|b|c', 'd|e|f', 'g|h|i'],
    },
  ])('$name', ({ rules, rows }) => {
    const runs = [...'abcdefghi'].map((text, at) => run(text, 45 + 100 * (at % 3), 6 + 20 * Math.floor(at / 3)));
    const grid = gridOf(rules, runs);
    expect(grid && isCovered(grid)).toBe(true);
    expect(rowsOf(grid)).toEqual(rows);
  });

  test('a stub of a rule does not part a cell', () => {
    expect(rowsOf(gridOf([...ruled([0, 300], [0, 20, 40]), v(100, 0, 9)]))).toHaveLength(2);
    const grid = gridOf([...ruled([0, 300], [0, 20, 40]), v(100, 0, 9)], [run('一格', 80, 5)]);
    expect(rowsOf(grid)).toEqual(['一格>2', '>2']);
  });

  test.each([
    {
      name: 'on the right',
      rules: [h(0, 0, 300), h(20, 0, 300), h(40, 0, 300), v(0, 0, 40), v(200, 0, 40)],
      edges: [0, 200, 300],
    },
    {
      name: 'on the left',
      rules: [h(0, 0, 300), h(20, 0, 300), h(40, 0, 300), v(100, 0, 40), v(300, 0, 40)],
      edges: [0, 100, 300],
    },
    {
      name: 'on both sides',
      rules: [h(0, 0, 300), h(20, 0, 300), h(40, 0, 300), v(100, 0, 40), v(200, 0, 40)],
      edges: [0, 100, 200, 300],
    },
  ])('a table open $name has cells there', ({ rules, edges }) => {
    const grid = gridOf(rules, [run('左', 20, 5), run('右', 270, 25)]);
    expect(grid?.columnEdges).toEqual(edges);
    expect(rowsOf(grid)[0]?.startsWith('左')).toBe(true);
    expect(rowsOf(grid)[1]?.endsWith('右')).toBe(true);
  });

  test('a frame is no table', () => {
    expect(gridOf(ruled([0, 300], [0, 60]), [run('注', 10, 10)])).toBeNull();
  });
});

describe('which cell a run belongs to', () => {
  test.each<{ name: string; runs: LayoutRun[]; first: string }>([
    {
      name: 'a label that reaches out of its cell stays whole',
      runs: [run('一般公共服务支出合计', 5, 5)],
      first: '一般公共服务支出合计||',
    },
    {
      name: 'a number that reaches out to the left stays whole',
      runs: [runTo('1,234,567,890,123.45', 197, 5)],
      first: '|1,234,567,890,123.45|',
    },
    {
      name: 'numbers 2.5 points apart over a border',
      runs: [runTo('12.50', 98.7, 5), run('7.00', 101.3, 5)],
      first: '12.50|7.00|',
    },
    { name: 'a number that touches the next label', runs: [glued('12.50', '培训费', 100)], first: '12.50|培训费|' },
    { name: 'a label that touches the next number', runs: [glued('培训费', '12.50', 100)], first: '培训费|12.50|' },
    {
      name: 'three cells set as one run',
      runs: [glued('培训费', '12.50', 100), run('会议费', 205, 5)],
      first: '培训费|12.50|会议费',
    },
    {
      name: 'a number that touches nothing but crosses the border is not cut',
      runs: [run('123456.78', 60, 5)],
      first: '123456.78||',
    },
  ])('$name', ({ runs, first }) => {
    expect(rowsOf(gridOf(WHOLE, runs))[0]).toBe(first);
  });

  test('a gap in a run that crosses a border parts it there', () => {
    const [left, right] = [runTo('12.50', 99.4, 5), run('7.00', 100.6, 5)];
    const one = {
      ...left,
      text: '12.507.00',
      parts: [...left.parts, ...right.parts],
      box: { ...left.box, right: right.box.right },
    };
    expect(rowsOf(gridOf(WHOLE, [one]))[0]).toBe('12.50|7.00|');
  });

  test('what stands outside of the rules is not taken', () => {
    const [network] = ruleNetworks(WHOLE);
    const [inside, outside, below] = [run('内', 10, 5), run('外', 310, 5), run('下', 10, 70)];
    const result = network && ruledGrid(network, [inside, outside, below], 3);
    expect([...(result?.taken ?? [])]).toEqual([inside]);
    expect(result?.grid.pages).toEqual([3]);
  });

  test('the place of a cell is that of its text, of an empty cell the cell itself', () => {
    const grid = gridOf(WHOLE, [run('科目', 10, 5)]);
    expect(grid?.cells[0]?.places).toEqual([{ page: 1, box: { left: 10, top: 5, right: 30, bottom: 15 } }]);
    expect(grid?.cells[1]?.places).toEqual([{ page: 1, box: { left: 100, top: 0, right: 200, bottom: 20 } }]);
  });
});

/** Two texts set without a gap, the seam at `at`, as one run. */
function glued(left: string, right: string, at: number): LayoutRun {
  const [a, b] = [runTo(left, at - 0.2, 5), run(right, at - 0.2, 5)];
  return { ...a, text: left + right, parts: [...a.parts, ...b.parts], box: { ...a.box, right: b.box.right } };
}

test('whatever inner rules are missing, every place is in exactly one cell', () => {
  const segments = [
    ...YS.slice(1, -1).flatMap((y) => XS.slice(0, -1).map((x) => h(y, x, x + 100))),
    ...XS.slice(1, -1).flatMap((x) => YS.slice(0, -1).map((y) => v(x, y, y + 20))),
  ];
  const frame = [h(0, 0, 300), h(60, 0, 300), v(0, 0, 60), v(300, 0, 60)];
  fc.assert(
    fc.property(fc.subarray(segments), (drawn) => {
      for (const network of ruleNetworks(mergeRules([...frame, ...drawn]))) {
        const result = ruledGrid(network, [run('内', 140, 25)], 1);
        if (!result) continue;
        expect(isCovered(result.grid)).toBe(true);
        expect(result.grid.cells.filter(({ text }) => text === '内')).toHaveLength(1);
      }
    }),
  );
});
