import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requiredWord } from '../../../src/normalize/text/required-word.js';

describe('requiredWord', () => {
  it.each([
    ['货物采购授予中小企业的?合同', '货物采购授予中小企业'],
    ['(面向|专门面向)中小企业预留的?(政府采购)?(项目)?', '中小企业预留'],
    ['公务用车购置[及和]运行(维护)?费?', '公务用车购置'],
    ['收入|支出', ''],
    ['(收入|支出)总计', '总计'],
    ['(?:(?:甲|乙)丙)丁戊', '丁戊'],
    ['总{0,1}计数', '计数'],
    ['总*计', '计'],
    ['\\d+个团组', '个团组'],
    ['[一二三]、[(（]', ''],
    ['^[^,;\\]。]+$', ''],
    ['', ''],
  ])('%s: %s', (source, word) => {
    expect(requiredWord(source)).toBe(word);
  });

  it('stands in every text that the pattern matches', () => {
    const piece = fc.oneof(
      fc.constantFrom('收', '支', '总计', '购置费'),
      fc.constantFrom('的?', '(收|支)', '[收支]', '(合计)?', '合{1,2}', '\\d'),
    );
    const text = fc.stringMatching(/^[收支总计购置费的合1]{0,12}$/);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), text, (pieces, printed) => {
        const source = pieces.join('');
        if (new RegExp(source, 'u').test(printed)) expect(printed).toContain(requiredWord(source));
      }),
      { numRuns: 3000 },
    );
  });
});
