import { describe, expect, test } from 'vitest';
import { pagePictures } from '../../../src/extract/pdf/page-pictures.js';
import { greyImage, imagePage, rowsOf, unlike } from './image-pages.js';

const SCAN = unlike(30, 40);
const file = imagePage([300, 400], 'q 300 0 0 400 0 0 cm /I0 Do Q', [greyImage(SCAN)]);

describe('pagePictures', () => {
  test('gives a picture, and gives it once more after the document was closed', async () => {
    const { of, close } = pagePictures(file, 'scan.pdf');
    expect(rowsOf(await of(1))).toEqual(rowsOf(SCAN));
    await close();
    expect(rowsOf(await of(1))).toEqual(rowsOf(SCAN));
    await close();
  });

  test('does not open a file of which no picture is wanted', async () => {
    const { of, close } = pagePictures(new TextEncoder().encode('no PDF'), 'scan.pdf');
    await expect(of(1)).rejects.toThrow('scan.pdf');
    await close();
    await pagePictures(new TextEncoder().encode('no PDF'), 'scan.pdf').close();
  });

  test('says why a page has none', async () => {
    const damaged = imagePage([300, 400], 'q 300 0 0 400 0 0 cm /I0 Do Q', [greyImage(SCAN, '/Filter /DCTDecode')]);
    const { of, close } = pagePictures(damaged, 'scan.pdf');
    await expect(of(1)).rejects.toThrow('an image of the page is damaged or cut off');
    await close();
  });
});
