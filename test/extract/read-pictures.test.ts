import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { DamagedImageError, EmptyFileError, UnreadableImageError } from '../../src/errors.js';
import { type PictureFile, readPictures } from '../../src/extract/read-pictures.js';
import { madeUse, type Read } from './made-service.js';
import { ocrPage, run } from './ocr/made-pages.js';

/** A picture of one grey, 827 by 1169 pixels of 100 dpi as A4 is. */
async function png(grey: number, file = `${grey}.png`): Promise<PictureFile> {
  const bytes = await sharp({
    create: { width: 827, height: 1169, channels: 3, background: { r: grey, g: grey, b: grey } },
  })
    .png()
    .withMetadata({ density: 100 })
    .toBuffer();
  return { file, bytes };
}

/** A TIFF of pages of 550 by 800 pixels of 100 dpi, one for each grey. */
async function tiff(...greys: readonly number[]): Promise<PictureFile> {
  const pixels = Buffer.concat(greys.map((grey) => Buffer.alloc(550 * 800, grey)));
  const raw = { width: 550, height: 800 * greys.length, channels: 1, pageHeight: 800 } as const;
  const bytes = await sharp(pixels, { raw })
    .toColourspace('b-w')
    .tiff({ compression: 'lzw' })
    .withMetadata({ density: 100 })
    .toBuffer();
  return { file: 'pages.tif', bytes };
}

/** Reads the grey of a picture, and its key. */
const readsGrey: Read = async (key, image) => ocrPage([run(`${(await image()).data[0]} ${key}`)]);

async function read(pictures: readonly PictureFile[], mode: 'auto' | 'never' | 'always' = 'auto', how = readsGrey) {
  const used = madeUse(mode, how);
  return { ...used, ...(await readPictures(pictures, 'report', 'hash', used.use)) };
}

test('one picture is a report of one page, its places in points of the paper', async () => {
  const { document, told } = await read([await png(40)]);
  expect(document).toMatchObject({ file: 'report', sha256: 'hash', format: 'image' });
  expect(document.pages).toMatchObject([
    { number: 1, condition: 'read', reason: 'the page is a picture', ocr: { engine: 'first' } },
  ]);
  expect(document.pages[0]?.width).toBeCloseTo((827 / 100) * 72, 1);
  expect(document.pages[0]?.height).toBeCloseTo((1169 / 100) * 72, 1);
  expect(document.pages[0]?.runs).toMatchObject([{ text: '40 hash-1', origin: 'ocr', confidence: 0.9 }]);
  expect(told).toEqual([0, 1].map((done) => ({ file: 'report', done, of: 1 })));
});

test('several are its pages, in the order given, those of a TIFF among them', async () => {
  const { document } = await read([await png(40), await tiff(90, 120), await png(200)]);
  expect(document.pages.map(({ number, runs }) => `${number}: ${runs[0]?.text}`)).toEqual([
    '1: 40 hash-1',
    '2: 90 hash-2',
    '3: 120 hash-3',
    '4: 200 hash-4',
  ]);
  expect(document.blocks.map((block) => block.kind === 'line' && block.page)).toEqual([1, 2, 3, 4]);
});

test('with --ocr never each page is there, unread, and nothing is started', async () => {
  const { document, readAgain, made } = await read([await tiff(90, 120)], 'never');
  expect(document.pages).toMatchObject(
    [1, 2].map((number) => ({ number, condition: 'needs-ocr', reason: 'the page is a picture', runs: [] })),
  );
  expect([made(), document.blocks]).toEqual([0, []]);
  expect(await readAgain([{ page: 1, box: null }])).toBe(document);
});

test('--ocr always reads as auto does', async () => {
  const pictures = [await png(40)];
  expect((await read(pictures, 'always')).document).toEqual((await read(pictures)).document);
});

test('a page that fails stays unread for both reasons, and the others are read', async () => {
  const { document } = await read([await png(40), await png(80)], 'auto', async (key, image) => {
    if (key === 'hash-1') throw new Error('gave up');
    return readsGrey(key, image);
  });
  expect(document.pages).toMatchObject([
    { condition: 'needs-ocr', reason: 'the page is a picture; reading its picture failed: gave up' },
    { condition: 'read', reason: 'the page is a picture' },
  ]);
});

test('places are read again on their page alone', async () => {
  const { document, readAgain, asked } = await read([await png(40), await png(80)]);
  const box = document.pages[1]?.runs[0]?.box ?? null;
  const again = await readAgain([{ page: 2, box }]);
  expect(asked).toEqual([[0]]);
  expect(again.pages.map(({ runs }) => runs[0]?.text)).toEqual(document.pages.map(({ runs }) => runs[0]?.text));
});

describe('a file that cannot be opened is an error that names it', () => {
  test.each([
    ['empty', '', EmptyFileError],
    ['text', 'no picture', UnreadableImageError],
    ['the begin of a PNG', '\x89PNG\r\n\x1a\n', DamagedImageError],
  ] as const)('%s', async (_, content, error) => {
    const broken = { file: 'folder/2.png', bytes: Buffer.from(content, 'latin1') };
    const failure = read([await png(40), broken]);
    await expect(failure).rejects.toThrow(error);
    await expect(failure).rejects.toThrow(/^folder\/2\.png: /);
  });
});
