import { describe, expect, test } from 'vitest';
import type { PageImage } from '../../../src/extract/ocr/image.js';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import { keptMemory } from '../kept-memory.js';
import { madeUse, type Read } from '../made-service.js';
import { ocrPage, run } from '../ocr/made-pages.js';
import { greyImage, rowsOf, unlike } from './image-pages.js';
import { onePage, pdfOf, streamOf } from './pdf-objects.js';

const SCAN = unlike(30, 40);
const { entries, bytes } = greyImage(SCAN);

/** Page 1 has a text layer, page 2 is a picture of 300 by 400 points, page 3 prints nothing, page 4 is page 2 again. */
const MIXED = pdfOf(
  '<< /Type /Pages /Count 4 /Kids [3 0 R 4 0 R 5 0 R 10 0 R] >>',
  page(6, '0 0 600 800'),
  page(7, '0 0 300 400'),
  page(8, '0 0 600 800'),
  streamOf('', 'BT /F 10 Tf 110 686 Td (Digital301) Tj ET'),
  streamOf('', 'q 300 0 0 400 0 0 cm /I Do Q'),
  streamOf('', ''),
  streamOf(`/Type /XObject /Subtype /Image ${entries}`, Buffer.from(bytes).toString('latin1')),
  page(7, '0 0 300 400'),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
);

function page(content: number, box: string): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents ${content} 0 R /Resources << /Font << /F 11 0 R >> /XObject << /I 9 0 R >> >> >>`;
}

/** Reads every picture as one line of text that names its key. */
const readsKey: Read = async (key) => ocrPage([run(`scan ${key}`)]);

function pdf(mode: 'auto' | 'never' | 'always', read: Read = readsKey, file: Uint8Array = MIXED) {
  const used = madeUse(mode, read);
  return { ...used, extraction: readPdf(file.slice(), 'report.pdf', 'hash', used.use) };
}

/** Below a line of text: page 2 has a picture of 60 % of it, page 3 one of 30 %, page 4 one that the line stands on. */
const PASTED = pdfOf(
  '<< /Type /Pages /Count 4 /Kids [3 0 R 4 0 R 5 0 R 10 0 R] >>',
  page(6, '0 0 600 800'),
  page(7, '0 0 600 800'),
  page(8, '0 0 600 800'),
  streamOf('', 'BT /F 10 Tf 110 686 Td (Table 2023 in yuan) Tj ET'),
  streamOf('', 'BT /F 10 Tf 110 600 Td (Table 2023 in yuan) Tj ET q 600 0 0 480 0 0 cm /I Do Q'),
  streamOf('', 'BT /F 10 Tf 110 600 Td (Table 2023 in yuan) Tj ET q 600 0 0 240 0 100 cm /I Do Q'),
  streamOf(`/Type /XObject /Subtype /Image ${entries}`, Buffer.from(bytes).toString('latin1')),
  page(12, '0 0 600 800'),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  streamOf('', 'q 600 0 0 480 0 0 cm /I Do Q BT /F 10 Tf 110 400 Td (Table 2023 in yuan) Tj ET'),
);

test('a pasted picture: the page that is little else is read from it, one beside text is told', async () => {
  const { pages } = (await pdf('auto', readsKey, PASTED).extraction).document;
  expect(pages.map(({ runs }) => runs.map(({ text }) => text).join(' '))).toEqual([
    'Table 2023 in yuan',
    'scan hash-2',
    'Table 2023 in yuan',
    'Table 2023 in yuan',
  ]);
  expect(pages.map(({ unreadPictures }) => unreadPictures)).toEqual([
    undefined,
    undefined,
    [{ left: 0, top: 460, right: 600, bottom: 700 }],
    undefined,
  ]);
});

describe('a report of which some pages are scans', () => {
  test('is read page by page, in the order of its pages', async () => {
    const { extraction, told } = pdf('auto');
    const { pages, blocks } = (await extraction).document;
    expect(pages.map(({ condition, width }) => [condition, width])).toEqual([
      ['read', 600],
      ['read', 300],
      ['blank', 600],
      ['read', 300],
    ]);
    expect(blocks.map((block) => (block.kind === 'line' ? [block.page, block.text] : []))).toEqual([
      [1, 'Digital301'],
      [2, 'scan hash-2'],
      [4, 'scan hash-4'],
    ]);
    expect(pages.map(({ runs }) => runs[0]?.origin)).toEqual(['text-layer', 'ocr', undefined, 'ocr']);
    expect(pages.map(({ ocr }) => ocr?.engine)).toEqual([undefined, 'first', undefined, 'first']);
    expect(told.map(({ done, of }) => [done, of])).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  test('gives the engines the pictures of its pages, pixel by pixel', async () => {
    const pictures: PageImage[] = [];
    await pdf('auto', async (_, image) => {
      pictures.push(await image());
      return ocrPage([]);
    }).extraction;
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      expect(picture).toMatchObject({ source: 'embedded', dpi: 7.2 });
      expect(rowsOf(picture)).toEqual(rowsOf(SCAN));
    }
  });

  test('with --ocr never stays as it is, and nothing is started', async () => {
    const { extraction, made, told } = pdf('never');
    const { document, readAgain } = await extraction;
    expect(document.pages.map(({ condition }) => condition)).toEqual(['read', 'needs-ocr', 'blank', 'needs-ocr']);
    expect(document.pages[1]?.reason).not.toBeNull();
    expect([made(), told]).toEqual([0, []]);
    expect(await readAgain([{ page: 2, box: { left: 0, top: 0, right: 300, bottom: 400 } }])).toBe(document);
  });

  test('with --ocr always is read from its pictures, but for what prints nothing', async () => {
    const { pages } = (await pdf('always').extraction).document;
    expect(pages.map(({ runs }) => runs.map(({ text }) => text))).toEqual([
      ['scan hash-1'],
      ['scan hash-2'],
      [],
      ['scan hash-4'],
    ]);
    expect(pages[2]).toMatchObject({ condition: 'blank' });
  });

  test('with --ocr always a page whose picture fails keeps its text layer', async () => {
    const { pages } = (
      await pdf('always', async (key, image) => {
        if (key === 'hash-1') throw new Error('gave up');
        return readsKey(key, image);
      }).extraction
    ).document;
    expect(pages[0]).toMatchObject({
      condition: 'read',
      reason:
        'all pages were to be read from their pictures; reading its picture failed: gave up; its text layer was kept',
    });
    expect(pages[0]?.runs[0]).toMatchObject({ text: 'Digital301', origin: 'text-layer' });
    expect(pages[0]?.ocr).toBeUndefined();
    expect(pages[1]?.runs[0]?.text).toBe('scan hash-2');
  });

  test('with --ocr always a page on whose picture nothing is seen keeps its text layer, and says so', async () => {
    const { pages, blocks } = (
      await pdf('always', async (key, image) => (key === 'hash-1' ? ocrPage([]) : readsKey(key, image))).extraction
    ).document;
    expect(pages[0]).toMatchObject({
      condition: 'read',
      reason: 'all pages were to be read from their pictures; no text was seen in its picture; its text layer was kept',
    });
    expect(pages[0]?.runs[0]).toMatchObject({ text: 'Digital301', origin: 'text-layer' });
    expect(pages[0]?.ocr).toBeUndefined();
    expect(blocks[0]).toMatchObject({ kind: 'line', text: 'Digital301' });
  });

  test('a text layer that cannot be trusted, over a picture on which nothing is seen, is no blank page', async () => {
    const garbled = onePage('BT /F 10 Tf 100 700 Td (qwertzuiop asdfghjkl yxcvbnm) Tj ET');
    const { pages, blocks } = (await pdf('auto', async () => ocrPage([]), garbled).extraction).document;
    expect(pages[0]).toMatchObject({
      condition: 'needs-ocr',
      reason: expect.stringMatching(/hardly any Chinese characters .*; no text was seen in its picture$/),
      runs: [],
    });
    expect(blocks).toEqual([]);
  });

  test('a page read from its picture says why', async () => {
    const { pages } = (await pdf('auto').extraction).document;
    expect(pages.map(({ reason }) => reason)).toEqual([
      null,
      'the page is an image without a text layer',
      'nothing is printed on the page',
      'the page is an image without a text layer',
    ]);
  });

  test('a page that fails stays unread for both reasons, and nothing of it is a line', async () => {
    const reason = (await pdf('never').extraction).document.pages[1]?.reason;
    const { pages, blocks } = (
      await pdf('auto', async (key, image) => {
        if (key === 'hash-2') throw new Error('gave up');
        return readsKey(key, image);
      }).extraction
    ).document;
    expect(pages[1]).toMatchObject({
      condition: 'needs-ocr',
      reason: `${reason}; reading its picture failed: gave up`,
      runs: [],
    });
    expect(blocks.map((block) => (block.kind === 'line' ? block.text : ''))).toEqual(['Digital301', 'scan hash-4']);
  });

  test('a scan on which nothing is printed is blank', async () => {
    const { pages } = (await pdf('auto', async () => ocrPage([])).extraction).document;
    expect(pages[1]).toMatchObject({ condition: 'blank', reason: 'no text was seen in the picture of the page' });
  });

  test('can be read again when the file is long closed, at the places asked for alone', async () => {
    const pictures: number[] = [];
    const used = madeUse('auto', readsKey);
    const service = await used.use.service();
    const { document, readAgain } = await readPdf(MIXED.slice(), 'report.pdf', 'hash', {
      mode: 'auto',
      service: async () => ({
        ...service,
        read: async (request) => {
          const read = await service.read(request);
          // As a page out of the cache does: its picture is taken only now.
          const again: typeof read.readAgain = async (runs) => {
            pictures.push((await request.image()).width);
            return read.readAgain(runs);
          };
          return { ...read, readAgain: again };
        },
      }),
    });
    const box = document.pages[1]?.runs[0]?.box ?? null;
    const again = await readAgain([
      { page: 1, box: document.pages[0]?.runs[0]?.box ?? null },
      { page: 2, box },
    ]);
    expect(used.asked).toEqual([[0]]);
    expect(pictures).toEqual([30]);
    expect(again).toEqual(document);
  });
});

test('a digital report starts nothing, and cannot be read again', async () => {
  const digital = onePage('BT /F 10 Tf 110 686 Td (301) Tj ET');
  const { extraction, made, told } = pdf('auto', readsKey, digital);
  const { document, readAgain } = await extraction;
  expect([made(), told]).toEqual([0, []]);
  expect(await readAgain([{ page: 1, box: { left: 0, top: 0, right: 600, bottom: 800 } }])).toBe(document);
});

/** A table of one row and two columns, 100 by 20 points each, its top left corner at (50, 60). */
const RULES = [
  ...[60, 80].map((at) => ({ direction: 'horizontal', at, from: 50, to: 250 }) as const),
  ...[50, 150, 250].map((at) => ({ direction: 'vertical', at, from: 60, to: 80 }) as const),
];

describe('a cell of a scan', () => {
  const table: Read = async () => ocrPage([run('12.50', { left: 60, top: 65 })], { rules: RULES });
  const cellsOf = ({ blocks }: { readonly blocks: readonly unknown[] }) =>
    blocks.flatMap((block) => (block as { readonly cells?: readonly object[] }).cells ?? []).slice(0, 2);

  test('has its readings, and one in which no ink was seen has none of them', async () => {
    const { document } = await pdf('auto', table).extraction;
    expect(cellsOf(document)).toMatchObject([
      { text: '12.50', confidence: 0.9, readings: [{ engine: 'first', text: '12.50', confidence: 0.9 }] },
      { text: '', readings: [] },
    ]);
  });

  test('gets its second reading, its text stays', async () => {
    const { extraction } = pdf('auto', table);
    const again = await (await extraction).readAgain([{ page: 2, box: { left: 50, top: 60, right: 150, bottom: 80 } }]);
    expect(cellsOf(again)).toMatchObject([
      { text: '12.50', readings: [{ engine: 'first' }, { engine: 'second', text: 'again 12.50' }] },
      { text: '', readings: [] },
    ]);
  });
});

describe('what an earlier run knows of picture pages', () => {
  const KEY = 'picture-pages hash';
  const run = async (kept: ReturnType<typeof keptMemory>, mode: 'auto' | 'always' | 'never' = 'auto') =>
    (await readPdf(MIXED.slice(), 'report.pdf', 'hash', madeUse(mode, readsKey, kept).use)).document;

  test('is asked for at the first picture, and those behind it are not looked at again', async () => {
    const kept = keptMemory();
    const first = await run(kept);
    const reason = 'the page is an image without a text layer';
    const of = (number: number) => ({ number, width: 300, height: 400, reason });
    expect(kept.entries.get(KEY)).toEqual([of(2), of(4)]);
    expect(await run(kept)).toEqual(first);
    kept.entries.set(KEY, [of(2), { ...of(4), reason: 'as the earlier run said' }]);
    expect((await run(kept)).pages.map(({ reason }) => reason)).toEqual([
      null,
      reason,
      'nothing is printed on the page',
      'as the earlier run said',
    ]);
  });

  test('lacks a page: it is looked at, and known from then on', async () => {
    const kept = keptMemory();
    await run(kept);
    const all = kept.entries.get(KEY);
    kept.entries.set(KEY, [{ number: 2, width: 300, height: 400, reason: 'before' }]);
    await run(kept);
    expect(kept.entries.get(KEY)).toEqual(all);
  });

  test.each([
    ['of another shape', [{ number: 4 }]],
    ['no list', 'pages'],
  ])('that is %s is nothing', async (_, damaged) => {
    const kept = keptMemory();
    const first = await run(kept);
    kept.entries.set(KEY, damaged);
    expect(await run(kept)).toEqual(first);
  });

  test('is neither asked for nor kept with --ocr never', async () => {
    const kept = keptMemory();
    await run(kept, 'never');
    expect([...kept.entries]).toEqual([]);
  });
});
