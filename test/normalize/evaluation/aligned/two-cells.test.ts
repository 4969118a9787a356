import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../../src/extract/layout/text-grid-segments.js';
import type { AlignedLine } from '../../../../src/normalize/evaluation/aligned/line.js';
import { splitAt } from '../../../../src/normalize/evaluation/aligned/two-cells.js';

const linesOf = (texts: readonly string[]): AlignedLine[] =>
  texts.map((text) => ({ kind: 'line', page: 1, text: text.trim(), box: null, words: wordsOf(text, 1) }));
const ALL = { left: 0, right: Infinity };

describe('two texts side by side in aligned lines', () => {
  it.each<[string, string[], [string, string] | null]>([
    [
      'a strip that is blank in all lines',
      ['清淤河道八公里，改', '造管网。          当年全部完成。'],
      ['清淤河道八公里，改造管网。', '当年全部完成。'],
    ],
    [
      'blanks within a text are no border',
      ['门户 网站改造和网站群           完成改造 工作', '密码应用                  全部'],
      ['门户 网站改造和网站群密码应用', '完成改造 工作全部'],
    ],
    // The dump shifts the rest of a full line by a column.
    [
      'right lines that begin below each other',
      [
        '对县域内七条主要河道开展日常保洁，清理河 对县域内七条主要河道开展日常保洁',
        '面漂浮物，维护岸线标识，处置乱倒垃圾问 面漂浮物，维护岸线标识，处置乱倒',
        '题。                   垃圾问题。',
      ],
      [
        '对县域内七条主要河道开展日常保洁，清理河面漂浮物，维护岸线标识，处置乱倒垃圾问题。',
        '对县域内七条主要河道开展日常保洁面漂浮物，维护岸线标识，处置乱倒垃圾问题。',
      ],
    ],
    ['two strips', ['清淤      改造      完成'], null],
    ['one line without a strip', ['清淤 改造 完成'], null],
    // What looks like the end of a text is followed by more of it.
    ['a line that is not full', ['清淤            完成', '改造老旧小区管网          全部竣工'], null],
    ['a character that was moved to the other text', ['清淤河道八公里        长 度达到目标'], null],
    [
      'a part of one text in the line of the other',
      [
        '清淤河道八公里，改造老         当年清淤八公里，',
        '旧小区管网一百 公里的工',
        '程，全部按期完成         全部竣工。',
      ],
      null,
    ],
  ])('%s', (_, texts, expected) => {
    expect(splitAt(linesOf(texts), ALL, null)).toEqual(expected);
  });

  it('asks the heads above the two', () => {
    const lines = linesOf(['清淤      完成']);
    expect(
      splitAt(lines, ALL, [
        { left: 0, right: 4 },
        { left: 8, right: 12 },
      ]),
    ).toEqual(['清淤', '完成']);
    expect(
      splitAt(lines, ALL, [
        { left: 8, right: 12 },
        { left: 20, right: 24 },
      ]),
    ).toBeNull();
  });
});
