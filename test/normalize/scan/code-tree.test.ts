import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/extract/document.js';
import { catalogue } from '../../../src/normalize/classify/catalogue.js';
import { codesOfTree } from '../../../src/normalize/scan/code-tree.js';
import { gridOf } from '../../support/grid-factory.js';

/** A grid of which every cell was read with this confidence. */
function read(text: string, confidence = 0.8): Grid {
  const grid = gridOf(text);
  const readings = (one: string) => [{ engine: 'made-up', text: one, confidence }];
  return { ...grid, cells: grid.cells.map((cell) => ({ ...cell, confidence, readings: readings(cell.text) })) };
}

/** What becomes of each code that is changed. */
function changes(grid: Grid): Record<string, string> {
  return Object.fromEntries([...codesOfTree(grid, new Set([0]))].map(([cell, code]) => [cell.text, code]));
}

const TABLE = `
  208 | 社会保障和就业支出
  20805 | 行政事业单位养老支出
  2080505 | 机关事业单位基本养老保险缴费支出
  210 | 卫生健康支出
  21011 | 行政事业单位医疗
  2101102 | 事业单位医疗
  215 | 资源勘探工业信息等支出
  21505 | 工业和信息产业监管
  2150599 | 其他工业和信息产业监管支出`;

describe('codesOfTree', () => {
  it.each([
    ['all was read right', {}, {}],
    [
      'another section of the same class was read, and the name is that of the right one',
      { '20805': '20803' },
      { '20803': '20805' },
    ],
    ['another class was read', { '210': '219' }, { '219': '210' }],
    ['digits are lost', { '21011': '101', '2150599': '210599' }, { '101': '21011', '210599': '2150599' }],
    ['code and name are both damaged', { '20805 | 行政': '29805 | 行攻' }, { '29805': '20805' }],
    ['an item that the catalogue does not have, below its section', { '2150599 | 其他': '2150517 | 智慧' }, {}],
  ] as const)('%s', (_, misread, expected) => {
    const text = Object.entries(misread).reduce((table, [from, to]) => table.replace(from, to), TABLE);
    expect(changes(read(text))).toEqual(expected);
  });

  it('leaves a known code that was surely read, whatever its name', () => {
    expect(changes(read(TABLE.replace('20805', '20811'), 0.99))).toEqual({});
    expect(changes(read(TABLE.replace('20805', '20811'), 0.8))).toEqual({ '20811': '20805' });
  });

  it('leaves the code of another name where the codes around fit both: the report may print it so', () => {
    expect(changes(read('208 | 社会保障和就业支出\n 213 | 卫生健康支出\n 215 | 资源勘探工业信息等支出'))).toEqual({});
  });

  it('looks at no other column, and at no grid of a text layer', () => {
    const damaged = TABLE.replace('20805', '29805');
    expect(codesOfTree(read(damaged), new Set([1])).size).toBe(0);
    expect(codesOfTree(gridOf(damaged), new Set([0])).size).toBe(0);
  });

  it('makes no code of another row, whatever digits of a table were misread', () => {
    const items = catalogue('functional').filter(({ code, validTo }) => code.length === 7 && validTo === null);
    const nameOf = new Map(catalogue('functional').map(({ code, name }) => [code, name]));
    const table = fc.uniqueArray(fc.nat(items.length - 1), { minLength: 3, maxLength: 12 }).map((chosen) => {
      const codes = chosen.map((index) => items[index]?.code ?? '');
      const all = new Set(codes.flatMap((code) => [code.slice(0, 3), code.slice(0, 5), code]));
      return [...all].sort();
    });
    const slip = fc.record({ row: fc.nat(40), at: fc.nat(6), digit: fc.nat(9) });
    let mended = 0;
    fc.assert(
      fc.property(table, fc.array(slip, { minLength: 1, maxLength: 3 }), (codes, slips) => {
        fc.pre(codes.every((code) => nameOf.has(code)));
        const misread = [...codes];
        for (const { row, at, digit } of slips) {
          const code = misread[row % codes.length] ?? '';
          misread[row % codes.length] = code.slice(0, at % code.length) + digit + code.slice((at % code.length) + 1);
        }
        const grid = read(codes.map((code, row) => `${misread[row]} | ${nameOf.get(code)}`).join('\n'));
        for (const [cell, code] of codesOfTree(grid, new Set([0]))) {
          expect(code).toBe(codes[cell.row]);
          mended++;
        }
      }),
      { numRuns: 200, seed: 20_261_127 },
    );
    expect(mended).toBeGreaterThan(150);
  });
});
