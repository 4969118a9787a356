import { describe, expect, it } from 'vitest';
import { commonFolder, nextSteps, storedHashes, summaryTable } from '../../../src/cli/import/summary.js';

describe('commonFolder', () => {
  it.each([
    [[], ''],
    [['a.pdf'], ''],
    [['/x/a.pdf', '/x/b.pdf'], '/x/'],
    [['/x/y/a.pdf', '/x/yz/b.pdf'], '/x/'],
    [['/x/a.pdf', '/y/b.pdf'], '/'],
    [['x/a.pdf', 'y/b.pdf'], ''],
    [['x/a.pdf', 'x'], ''],
    [['/x/y/a.pdf', 'b.pdf'], ''],
    [['b.pdf', '/a.pdf'], ''],
  ])('of %j is "%s"', (files, folder) => {
    expect(commonFolder(files)).toBe(folder);
  });
});

describe('summaryTable', () => {
  it('names a shared folder once', () => {
    const failed = (file: string) => ({
      result: { outcome: 'failed', file, reason: 'r', remedy: 'r', triedAgain: true, seconds: 0 } as const,
      summary: null,
    });
    const lines = summaryTable([failed('2023/a.pdf'), failed('2023/b.pdf')], 0).split('\n');
    expect(lines[0]).toBe('Folder: 2023/');
    expect(lines.slice(3, 5).map((line) => line.split(' ')[0])).toEqual(['a.pdf', 'b.pdf']);
  });
});

describe('storedHashes', () => {
  it('are the contents that are in the store, each once; of what failed nothing is asked', () => {
    const stored = (file: string, sha256: string) => ({ outcome: 'stored', file, sha256, seconds: 0 }) as const;
    const failed = { outcome: 'failed', file: 'c', reason: 'r', remedy: 'r', triedAgain: true, seconds: 0 } as const;
    expect(storedHashes([stored('a', 'x'), stored('b', 'y'), failed, stored('d', 'x')])).toEqual(['x', 'y']);
  });
});

describe('nextSteps', () => {
  it('says nothing where nothing was done', () => {
    expect(nextSteps([], '')).toBe('');
  });
});
