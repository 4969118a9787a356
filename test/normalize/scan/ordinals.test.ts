import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/extract/document.js';
import { withOrdinals } from '../../../src/normalize/scan/ordinals.js';
import { gridOf } from '../../support/grid-factory.js';

/** The labels as they are corrected; `read`: whether they were read from a picture. */
function corrected(labels: readonly string[], read = true): string[] {
  const plain = gridOf(labels.map((label) => `${label} | 1.00`).join('\n'));
  const grid: Grid = read
    ? { ...plain, cells: plain.cells.map((cell) => ({ ...cell, confidence: 0.5, readings: [] })) }
    : plain;
  const texts = withOrdinals(grid, (cell) => cell.text);
  return grid.cells.filter(({ column }) => column === 0).map((cell) => texts.get(cell) ?? cell.text);
}

describe('numbers of entries', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['the first, of which a mark is left', ['、甲款', '二、乙款', '三、丙款'], ['一、甲款', '二、乙款', '三、丙款']],
    ['one in the middle that was not seen', ['一、甲款', '乙款', '三、丙款'], ['一、甲款', '二、乙款', '三、丙款']],
    ['one that was misread', ['八、甲款', '十九、乙款', '十、丙款'], ['八、甲款', '九、乙款', '十、丙款']],
    ['one that is no number', ['四、甲款', '一五、乙款', '六、丙款'], ['四、甲款', '五、乙款', '六、丙款']],
    ['with dirt before it', ['十九、甲款', '“.乙款', '二十一、丙款'], ['十九、甲款', '二十、乙款', '二十一、丙款']],
    ['not the first without any mark', ['甲款', '二、乙款', '三、丙款'], ['甲款', '二、乙款', '三、丙款']],
    ['not two in a row', ['一、甲款', '乙款', '丙款', '四、丁款'], ['一、甲款', '乙款', '丙款', '四、丁款']],
    ['not the last', ['一、甲款', '二、乙款', '合计'], ['一、甲款', '二、乙款', '合计']],
    [
      'not between entries that do not count up',
      ['一、甲款', '其中：乙款', '二、丙款'],
      ['一、甲款', '其中：乙款', '二、丙款'],
    ],
    ['not a part of the one before', ['三、甲款', '其中：乙款', '五、丙款'], ['三、甲款', '其中：乙款', '五、丙款']],
    ['not between two lists', ['三、甲款', '乙款', '二、丙款'], ['三、甲款', '乙款', '二、丙款']],
  ])('%s', (_, labels, expected) => {
    expect(corrected(labels)).toEqual(expected);
  });

  it('are never touched on a digital page', () => {
    expect(corrected(['一、甲款', '乙款', '三、丙款'], false)).toEqual(['一、甲款', '乙款', '三、丙款']);
  });
});
