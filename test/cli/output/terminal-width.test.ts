import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { terminalWidth } from '../../../src/cli/output/terminal-width.js';

describe('terminalWidth', () => {
  it.each([
    ['', 0],
    ['2023.pdf', 8],
    ['决算', 4],
    ['（万元）', 8],
    ['…／—·', 5],
    ['“三公”经费', 10],
    ['cafe\u0301', 4],
    ['zero\u200Bwidth', 9],
    ['𠮷', 2],
  ])('%j takes %i cells', (text, cells) => {
    expect(terminalWidth(text)).toBe(cells);
  });

  it('agrees with string-width about what reports and file names are made of', () => {
    const character = fc.oneof(
      fc.constantFrom(...'决算公开ａ１（）。，、；：“”《》【】·—…①ⅠＡ￥¥％%①㎡〇々ー･'),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
    );
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = characters.join('');
        expect(terminalWidth(text)).toBe(stringWidth(text));
      }),
    );
  });
});
