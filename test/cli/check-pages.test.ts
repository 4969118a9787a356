import { describe, expect, it } from 'vitest';
import { checkPages, parseCheckPage } from '../../src/cli/check-pages.js';
import { explainCheck } from '../../src/verify/explain.js';

describe('parseCheckPage', () => {
  it.each([
    [
      '# balance/carry-over\n\n> 年初 + 收入 = 支出\n\nText.',
      { id: 'balance/carry-over', summary: '年初 + 收入 = 支出' },
    ],
    ['# balance/carry-over\n\nText.', { id: 'balance/carry-over', summary: '' }],
    ['# a/b\n\nSeverity: note.\n\n## What it means\n\nIt was cut.\nSo.', { id: 'a/b', summary: 'It was cut.' }],
    ['# The checks\n\nSee balance/carry-over.', null],
  ])('reads %j', (markdown, expected) => {
    expect(parseCheckPage(markdown)).toEqual(expected);
  });
});

describe('checkPages', () => {
  it('lists pages that can be explained by their id', async () => {
    const pages = await checkPages();
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter(({ id }) => explainCheck(id) === null)).toEqual([]);
  });
});
