import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import {
  pagesOf,
  type WrongMap,
  withExchangedHan,
  withHeadLine,
  withInvisibleText,
  withTextBelow,
  withWrongMap,
} from '../../support/pdf-text-layers.js';
import { withoutToUnicode } from '../../support/pdf-variants.js';
import { madeUse } from '../made-service.js';
import { ocrPage, run } from '../ocr/made-pages.js';
import { onePage } from './pdf-objects.js';

/** A statement, a table with little text, and a page of prose. */
const PAGES = [10, 19, 22];
let digital: Uint8Array;
let scan: Uint8Array;

beforeAll(async () => {
  digital = await pagesOf(readFileSync('samples/quanzhou-bigdata-2023-final-rebuilt.pdf'), PAGES);
  scan = await pagesOf(readFileSync('samples/quanzhou-bigdata-2023-final-scan.pdf'), [10]);
});

/** The pages of a PDF, its pictures read as one line each. */
async function pagesRead(bytes: Uint8Array) {
  const { use } = madeUse('auto', async (key) => ocrPage([run(`picture ${key}`)]));
  return (await readPdf(bytes, 'report.pdf', 'hash', use)).document.pages;
}

test('a right text layer is read, and no picture is', async () => {
  const pages = await pagesRead(digital);
  expect(pages.map(({ reason, ocr }) => [reason, ocr])).toEqual(PAGES.map(() => [null, undefined]));
});

describe('a text layer that says something else than what is printed: each page is read from its picture, and says why', () => {
  const wrong: readonly (readonly [string, (bytes: Uint8Array) => Promise<Uint8Array>, RegExp])[] = [
    ['no character map at all', withoutToUnicode, /scripts that such a report does not print/],
    mapped('private use', /have no meaning/),
    mapped('private use for digits', /have no meaning/),
    mapped('Han shifted', /wrong character map/),
    mapped('UTF-8 taken for GBK', /wrong character map/),
    mapped('GBK taken for Latin-1', /scripts that such a report does not print/),
    mapped('every character one further', /wrong character map/),
    mapped('digits one further', /years that cannot be/),
    mapped('blanks', /are blanks in the text layer/),
    mapped('nothing', /without a usable character map/),
    ['characters exchanged among each other', withExchangedHan, /make no words of such a report/],
  ];
  test.each(wrong)('%s', async (_, change, reason) => {
    const pages = await pagesRead(await change(digital));
    expect(pages).toHaveLength(PAGES.length);
    for (const page of pages) {
      expect(page).toMatchObject({ condition: 'read', reason: expect.stringMatching(reason) });
      expect(page.ocr?.engine).toBe('first');
      expect(page.runs.map(({ text }) => text)).toEqual([`picture hash-${page.number}`]);
    }
  });

  function mapped(kind: WrongMap, reason: RegExp) {
    return [kind, (bytes: Uint8Array) => withWrongMap(bytes, kind), reason] as const;
  }
});

describe('what an engine of old has laid under a scan is not believed', () => {
  const MISREAD = '2568.5O l234 Total revenue 2,771.12 1.00 3.00 400.00';
  test.each([
    ['invisible', withInvisibleText],
    ['painted before the picture', withTextBelow],
    ['a head line on top of it is not all that the page says', withHeadLine],
  ])('%s', async (_, change) => {
    const [page] = await pagesRead(await change(scan, MISREAD));
    expect(page).toMatchObject({ condition: 'read', reason: expect.stringContaining('the page is an image') });
    expect(page?.runs.map(({ text }) => text)).toEqual(['picture hash-1']);
  });
});

test('letters that are drawn instead of written are read from the picture', async () => {
  const letter = '10 0 m 20 30 l 30 0 l 25 10 l 15 10 l h f';
  const drawn = [0, 1, 2, 3].map((at) => `q 1 0 0 1 ${100 + at * 40} 600 cm ${letter} Q`).join('\n');
  const [page] = await pagesRead(onePage(drawn));
  expect(page).toMatchObject({ condition: 'read', reason: expect.stringContaining('drawn, letters and all') });
  const [ruled] = await pagesRead(onePage('100 700 m 300 700 l S 100 600 50 50 re f'));
  expect(ruled).toMatchObject({ condition: 'blank' });
  const [white] = await pagesRead(onePage(`1 1 1 rg ${drawn}`));
  expect(white).toMatchObject({ condition: 'blank' });
  const [clippedAway] = await pagesRead(onePage(`0 0 10 10 re W n ${drawn}`));
  expect(clippedAway).toMatchObject({ condition: 'blank' });
});
