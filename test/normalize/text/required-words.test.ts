import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayMatch } from '../../../src/normalize/text/required-words.js';

describe('mayMatch', () => {
  it.each([
    ['货物采购授予中小企业的?合同', '货物采购授予中小企业', false],
    ['货物采购授予中小企业的?合同', '授予中小企业合同; 货物采购授予中小企业', true],
    ['(面向|专门面向)中小企业预留的?(政府采购)?(项目)?', '中小企业预留', false],
    ['(面向|专门面向)中小企业预留的?(政府采购)?(项目)?', '面向中小企业预留', true],
    ['收入|支出', '总计', false],
    ['收入|支出', '支出', true],
    ['(收入|支出)(预算|决算)?合计', '支出', false],
    ['(收入|支出)(预算|决算)?合计', '支出合计', true],
    ['(?:(?:甲|乙)丙)丁戊', '丙丁戊', false],
    ['(?:(?:甲|乙)丙)丁戊', '乙丙丁戊', true],
    ['(?<name>甲|)乙', '乙', true],
    ['(?<项>甲)乙', '甲乙', true],
    ['(?<=甲)乙(?=丙)', '甲乙', false],
    ['(?<!甲)乙(?!丙)', '乙', true],
    ['总{0,1}计数', '计数', true],
    ['总*计', '计', true],
    ['总+计', '计', false],
    ['总+计', '总总计', true],
    ['\\d+个团组', '3个团', false],
    ['\\(甲\\)', '乙', false],
    ['[一二三]、[(（]', '九', true],
    ['[\\]甲]乙', '乙', true],
    ['\\p{Script=Han}甲', '甲', true],
    ['^[^,;\\]。]+$', '', true],
    ['', '', true],
  ])('%s in %j: %s', (source, text, expected) => {
    expect(mayMatch(source)(text)).toBe(expected);
  });

  it('never denies a text that the pattern matches', () => {
    const word = fc.constantFrom('收', '支', '总计', '购置费', '的?', '[收支]', '合{1,2}', '\\d', '计+', '费*', '.');
    const pattern = fc.letrec<{ piece: string; choice: string }>((tie) => ({
      piece: fc.oneof(
        { depthSize: 'small' },
        word,
        fc
          .tuple(fc.constantFrom('(', '(?:', '(?:', '(?<=', '(?=', '(?!', '(?<!'), tie('choice'))
          .map(([open, inner]) => `${open}${inner})`),
        tie('choice').map((inner) => `(${inner})?`),
      ),
      choice: fc
        .array(
          fc.array(tie('piece'), { maxLength: 3 }).map((pieces) => pieces.join('')),
          { minLength: 1, maxLength: 2 },
        )
        .map((branches) => branches.join('|')),
    })).choice;
    const text = fc.stringMatching(/^[收支总计购置费的合1]{0,10}$/);
    let matched = 0;
    fc.assert(
      fc.property(pattern, text, (source, printed) => {
        if (!new RegExp(source, 'u').test(printed)) return;
        matched++;
        expect(mayMatch(source)(printed)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(matched).toBeGreaterThan(500);
  });
});
