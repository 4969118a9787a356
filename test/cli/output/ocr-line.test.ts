import { describe, expect, test } from 'vitest';
import { ocrLine, pagesLeft } from '../../../src/cli/output/ocr-line.js';

/** What is told of page `done` of 36 when the reading began `seconds` ago. */
function told(done: number, seconds: number, of = 36): string {
  let now = 5_000_000;
  const words = pagesLeft(() => now);
  words({ file: 'scan.pdf', done: 0, of });
  now += seconds * 1000;
  return words({ file: 'scan.pdf', done, of });
}

describe('how long the rest takes', () => {
  test.each([
    ['nobody knows before the first page', 0, 0, 'page 0/36'],
    ['nor while the first page is read', 0, 60, 'page 0/36'],
    ['seconds, for the pages that are left', 12, 12, 'page 12/36, 24 s left'],
    ['seconds, up to one and a half minutes', 1, 2.54, 'page 1/36, 89 s left'],
    ['minutes from there on', 1, 2.58, 'page 1/36, 2 min left'],
    ['many minutes', 6, 120, 'page 6/36, 10 min left'],
    ['not worth a word below two seconds', 35, 65, 'page 35/36'],
    ['nothing at the end', 36, 100, 'page 36/36'],
  ])('%s', (_, done, seconds, expected) => {
    expect(told(done, seconds)).toBe(expected);
  });

  test('is that of each document for itself', () => {
    let now = 0;
    const words = pagesLeft(() => now);
    words({ file: 'first.pdf', done: 0, of: 10 });
    now = 50_000;
    words({ file: 'second.pdf', done: 0, of: 10 });
    now = 60_000;
    expect(words({ file: 'first.pdf', done: 5, of: 10 })).toBe('page 5/10, 60 s left');
    expect(words({ file: 'second.pdf', done: 5, of: 10 })).toBe('page 5/10, 10 s left');
  });
});

describe('the line', () => {
  function line(isTerminal: boolean) {
    const written: string[] = [];
    return { written, line: ocrLine({ write: (text) => void written.push(text), isTerminal, columns: 80 }, () => 0) };
  }

  test('is written over on a terminal, and taken off at the end', () => {
    const { written, line: shown } = line(true);
    shown.progress({ file: 'scan.pdf', done: 0, of: 2 });
    shown.progress({ file: 'scan.pdf', done: 1, of: 2 });
    shown.close();
    expect(written).toEqual([
      '\r\u001b[Kreading pictures: page 0/2',
      '\r\u001b[Kreading pictures: page 1/2',
      '\r\u001b[K',
    ]);
  });

  test('leaves no trace of a report that has no pictures', () => {
    const { written, line: shown } = line(true);
    shown.close();
    expect(written).toEqual([]);
  });

  test('is nowhere on a pipe', () => {
    const { written, line: shown } = line(false);
    shown.progress({ file: 'scan.pdf', done: 1, of: 2 });
    shown.close();
    expect(written).toEqual([]);
  });
});
