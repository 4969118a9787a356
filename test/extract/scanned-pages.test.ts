import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OcrPage } from '../../src/extract/ocr/ocr-page.js';
import type { Matrix } from '../../src/extract/pdf/matrix.js';
import type { Box } from '../../src/extract/place.js';
import { scannedPages, type Unread, unreadMaterial } from '../../src/extract/scanned-pages.js';
import { madeUse, type Read } from './made-service.js';
import { greyPage, ocrPage, run } from './ocr/made-pages.js';

/** Pages of 600 by 800 points; the key is the number. */
function unread(...numbers: readonly number[]): Unread[] {
  return numbers.map((number) => ({
    number,
    width: 600,
    height: 800,
    reason: 'there is no text layer',
    prints: false,
    request: { key: `${number}`, image: async () => greyPage(number) },
  }));
}

async function only(page: OcrPage) {
  const { materials } = await scannedPages('scan.pdf', unread(1), madeUse('auto', async () => page).use);
  const material = materials.get(1);
  if (!material) throw new Error('no page');
  return material;
}

describe('a page', () => {
  test('that was read has its runs, its rules merged, and how it was read', async () => {
    const stroke = { direction: 'horizontal', at: 100, from: 50, to: 200 } as const;
    const page = ocrPage([run('12.50')], { rules: [stroke, { ...stroke, from: 201, to: 400 }] });
    expect(await only(page)).toMatchObject({
      number: 1,
      width: 600,
      height: 800,
      condition: 'read',
      reason: 'there is no text layer',
      runs: page.runs,
      rules: [{ direction: 'horizontal', at: 100, from: 50, to: 400 }],
      ocr: page.ocr,
    });
  });

  test('on which nothing is printed is blank, and says that its picture was looked at', async () => {
    const material = await only(ocrPage([]));
    expect(material).toMatchObject({
      condition: 'blank',
      reason: 'no text was seen in the picture of the page',
      runs: [],
    });
    expect(material.ocr).toBeDefined();
  });

  test.each([
    { name: 'is known to print something', prints: true, unseen: 0 },
    { name: 'shows lines of ink', prints: false, unseen: 2 },
  ])('on which nothing was read, though it $name, is unread and not blank', async ({ prints, unseen }) => {
    const asked = unread(1).map((page) => ({ ...page, prints }));
    const { materials } = await scannedPages(
      'scan.pdf',
      asked,
      madeUse('auto', async () => ocrPage([], { unseen })).use,
    );
    expect(materials.get(1)).toMatchObject({
      condition: 'needs-ocr',
      reason: 'there is no text layer; no text was seen in its picture',
      runs: [],
    });
    expect(materials.get(1)?.ocr).toBeUndefined();
  });

  test('that fails stays unread for both reasons, and the others are read', async () => {
    const read: Read = async (key) => {
      if (key === '2') throw new Error('the process that reads pictures ended (SIGKILL)');
      return ocrPage([run(`page ${key}`)]);
    };
    const { materials } = await scannedPages('scan.pdf', unread(1, 2, 3), madeUse('auto', read).use);
    expect([1, 2, 3].map((number) => materials.get(number)?.condition)).toEqual(['read', 'needs-ocr', 'read']);
    expect(materials.get(2)).toMatchObject({
      reason: 'there is no text layer; reading its picture failed: the process that reads pictures ended (SIGKILL)',
      runs: [],
      rules: [],
    });
    expect(materials.get(2)?.ocr).toBeUndefined();
    expect(materials.get(3)?.runs[0]?.text).toBe('page 3');
  });

  test('that nobody tried to read keeps its own reason', () => {
    expect(unreadMaterial({ number: 4, width: 1, height: 1, reason: 'the page is a picture' }, null)).toMatchObject({
      number: 4,
      condition: 'needs-ocr',
      reason: 'the page is a picture',
    });
  });
});

describe('places are those of a reader', () => {
  const box: Box = { left: 100, top: 200, right: 150, bottom: 210 };
  test.each<readonly [string, Matrix, Box]>([
    ['of a page that stands upright', [1, 0, 0, 1, 0, 0], box],
    ['of a page that lay on its left side', [0, -1, 1, 0, 0, 800], { left: 200, top: 650, right: 210, bottom: 700 }],
    ['of a page that lay on its right side', [0, 1, -1, 0, 600, 0], { left: 390, top: 100, right: 400, bottom: 150 }],
    ['of a page upside down', [-1, 0, 0, -1, 600, 800], { left: 450, top: 590, right: 500, bottom: 600 }],
    [
      'of a page fed askew: the box around the inclined one',
      [1, 0.01, -0.01, 1, 3, 0],
      { left: 100.9, top: 201, right: 151, bottom: 211.5 },
    ],
    ['turned and askew', [0.01, 1, -1, 0.01, 600, 0], { left: 391, top: 102, right: 401.5, bottom: 152.1 }],
    ['of a page of more pixels than points', [0.5, 0, 0, 0.5, 0, 0], { left: 50, top: 100, right: 75, bottom: 105 }],
    ['never beyond the paper', [1, 0, 0, 1, 480, 595], { left: 580, top: 795, right: 600, bottom: 800 }],
  ])('%s', async (_, toReader, expected) => {
    const material = await only(ocrPage([run('12.50', box)], { toReader }));
    expect(material.toReader(box)).toEqual(expected);
  });

  test('whatever the angle, a box is right way round and on the page', async () => {
    const side = fc.integer({ min: 0, max: 800 });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(side, side, side, side),
        fc.integer({ min: 0, max: 359 }),
        async ([left, top, width, height], degrees) => {
          const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
          const { toReader } = await only(ocrPage([], { toReader: [cos, sin, -sin, cos, 300, 400] }));
          const seen = toReader({ left, top, right: left + width, bottom: top + height });
          expect(0 <= seen.left && seen.left <= seen.right && seen.right <= 600).toBe(true);
          expect(0 <= seen.top && seen.top <= seen.bottom && seen.bottom <= 800).toBe(true);
        },
      ),
    );
  });
});

describe('progress', () => {
  test('is told before the first page and after each, failed ones among them', async () => {
    const { use, told } = madeUse('auto', async (key) => {
      if (key === '2') throw new Error('no');
      return ocrPage([]);
    });
    await scannedPages('scan.pdf', unread(1, 2, 3), use);
    expect(told).toEqual([0, 1, 2, 3].map((done) => ({ file: 'scan.pdf', done, of: 3 })));
  });

  test('is not told where there is nothing to read, and nobody needs to listen', async () => {
    const { use, told } = madeUse('auto', async () => ocrPage([]));
    await scannedPages('scan.pdf', [], use);
    expect(told).toEqual([]);
    const { service, mode } = use;
    expect((await scannedPages('scan.pdf', unread(1), { service, mode })).materials.size).toBe(1);
  });
});

describe('a second reading', () => {
  /** Three numbers in a row, on a page that lay on its right side: seen at x = 590, y = 120, 220 and 320 in their middle. */
  const page = ocrPage(
    [run('1', { left: 95, top: 5 }), run('2', { left: 195, top: 5 }), run('3', { left: 295, top: 5 })],
    {
      toReader: [0, 1, -1, 0, 600, 0],
    },
  );
  const around = (y: number, more: Partial<Box> = {}): Box => ({
    left: 580,
    top: y - 10,
    right: 600,
    bottom: y + 10,
    ...more,
  });

  test.each<readonly [string, readonly Box[], readonly number[]]>([
    ['the one that stands in the box', [around(220)], [1]],
    ['those that stand in some box', [around(120), around(320)], [0, 2]],
    ['all that stand in one box', [around(120, { bottom: 300 })], [0, 1]],
    ['none where nothing is printed', [around(500)], []],
    ['none whose edge alone is in the box', [around(205)], []],
  ])('is asked for %s', async (_, boxes, expected) => {
    const { use, asked } = madeUse('auto', async () => page);
    const { readAgain } = await scannedPages('scan.pdf', unread(7), use);
    const again = await readAgain(boxes.map((box) => ({ page: 7, box })));
    expect(asked).toEqual([expected]);
    expect(again.get(7)?.runs.map(({ readings }) => readings?.length)).toEqual(
      [0, 1, 2].map((run) => (expected.includes(run) ? 2 : 1)),
    );
  });

  test('of places on other pages, or without a box, asks nobody', async () => {
    const { use, asked } = madeUse('auto', async () => page);
    const { readAgain, materials } = await scannedPages('scan.pdf', unread(7), use);
    expect(
      await readAgain([
        { page: 8, box: around(220) },
        { page: 7, box: null },
      ]),
    ).toEqual(materials);
    expect(asked).toEqual([]);
  });

  test('that fails leaves the page as it was', async () => {
    const { use } = madeUse('auto', async () => page);
    const service = await use.service();
    const failing = {
      ...service,
      read: async (request: Parameters<typeof service.read>[0]) => ({
        ...(await service.read(request)),
        readAgain: async () => {
          throw new Error('out of memory');
        },
      }),
    };
    const { readAgain, materials } = await scannedPages('scan.pdf', unread(7), {
      ...use,
      service: async () => failing,
    });
    expect((await readAgain([{ page: 7, box: around(220) }])).get(7)?.runs).toEqual(materials.get(7)?.runs);
  });

  test('of a page that could not be read asks nobody', async () => {
    const { use, asked } = madeUse('auto', async () => {
      throw new Error('no');
    });
    const { readAgain } = await scannedPages('scan.pdf', unread(7), use);
    expect((await readAgain([{ page: 7, box: around(220) }])).get(7)?.condition).toBe('needs-ocr');
    expect(asked).toEqual([]);
  });
});
