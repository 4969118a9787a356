import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { TooLargeError } from '../../../src/errors.js';
import { boundedOperators } from '../../../src/extract/pdf/bounded-operators.js';
import { openPage, openPdf } from '../../../src/extract/pdf/open.js';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import { formsOfForms } from '../../support/hostile-pdfs/pages.js';
import { pagePdf } from '../../support/pdf-bytes.js';

const WORD = 'BT /F 12 Tf 72 700 Td (JUESUAN) Tj ET';

async function read(bytes: Uint8Array) {
  return (await readPdf(bytes, 'report.pdf', '')).document.pages;
}

test('a page that was read holds nothing of what it draws: a thousand of them would fill the memory', async () => {
  const document = await openPdf(pagePdf(WORD), 'report.pdf', 'read');
  try {
    const { page } = await openPage(document, 1, 'report.pdf');
    const receiver = page as unknown as { readonly _renderPageChunk: unknown };
    expect(receiver._renderPageChunk).toBe(Reflect.get(Reflect.getPrototypeOf(page) ?? {}, '_renderPageChunk'));
  } finally {
    await document.destroy();
  }
});

test('a pdf.js that hands its operators over in another way is refused: nothing would be bounded', () => {
  expect(() => boundedOperators({} as PDFPageProxy, 'report.pdf')).toThrow(/no _renderPageChunk/);
});

describe('what a page may draw', () => {
  test.each([
    { name: 'a form of forms of forms', bytes: formsOfForms(6, 10), reason: /page 1 draws more than 500000 things/ },
    { name: 'glyphs without end', bytes: pagePdf(`BT /F 1 Tf (${'A'.repeat(600_000)}) Tj ET`), reason: /draws more/ },
    { name: 'one path without end', bytes: pagePdf(`0 0 m ${'9 9 l 0 0 l '.repeat(300_000)} S`), reason: /draws more/ },
    { name: 'states in states', bytes: pagePdf('q 1 w '.repeat(3000)), reason: /page 1 nests more than 1000/ },
    {
      name: 'a page larger than paper',
      bytes: pagePdf(WORD, { box: '[0 0 595 20000]' }),
      reason: /595 by 20000 points/,
    },
  ])('$name is refused', async ({ bytes, reason }) => {
    const thrown: unknown = await read(bytes).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TooLargeError);
    expect(thrown).toHaveProperty('reason', expect.stringMatching(reason));
  });

  test('a page that is laid out no more, but read past', async () => {
    const [page] = await read(pagePdf(`BT /F 1 Tf ${'1 0 0 1 9 9 Tm (ABCDEFGHIJ) Tj '.repeat(12_000)} ET`));
    expect(page).toMatchObject({
      condition: 'needs-ocr',
      reason: 'more than 100000 characters stand on the page',
      runs: [],
    });
  });

  test('forms in forms, and states that are closed, may be as many as a report has', async () => {
    const [page] = await read(formsOfForms(20, 1));
    expect(page?.runs.map(({ text }) => text)).toEqual(['JUESUAN', '2023']);
    expect((await read(pagePdf(`${'q Q '.repeat(20_000)} ${WORD}`)))[0]?.runs).toHaveLength(1);
  });
});
