import { describe, expect, test } from 'vitest';
import { linesOf, lineText } from '../../../src/extract/layout/lines.js';
import { run } from './printed.js';

function textsOf(...runs: ReturnType<typeof run>[]): string[] {
  return linesOf(runs).map(lineText);
}

describe('runs on one line', () => {
  test.each([
    {
      name: 'whose baselines agree, from left to right',
      runs: [run('后', 40, 10), run('前', 10, 10)],
      texts: ['前    后'],
    },
    { name: 'of which one is a little lower', runs: [run('前', 10, 10), run('后', 20, 13)], texts: ['前后'] },
    { name: 'of which one is small print', runs: [run('前', 10, 10, 20), run('注', 30, 12, 6)], texts: ['前注'] },
  ])('$name', ({ runs, texts }) => {
    expect(textsOf(...runs)).toEqual(texts);
  });
});

describe('runs on several lines', () => {
  test('come from top to bottom, whatever their order in the file', () => {
    expect(textsOf(run('三', 10, 40), run('一', 10, 10), run('二', 10, 25))).toEqual(['一', '二', '三']);
  });

  test('are not drawn together by a run between them, nor by a tall one', () => {
    expect(textsOf(run('上', 10, 10), run('中', 30, 16), run('下', 10, 22))).toHaveLength(3);
    expect(textsOf(run('上', 10, 10), run('下', 10, 22), run('｛', 0, 4, 30)).length).toBeGreaterThan(1);
  });
});

test('the box of a line is that around its runs', () => {
  expect(linesOf([run('前', 10, 10), run('后', 40, 12)])[0]?.box).toEqual({ left: 10, top: 10, right: 50, bottom: 22 });
  expect(linesOf([])).toEqual([]);
});
