import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { sha256 } from '../../../samples/make/sample.js';
import { QUANZHOU_SCAN, quanzhouScan } from '../../../samples/make/scan/quanzhou.js';
import { pagePictures } from '../../support/pdf-pictures.js';
import { pageTexts } from '../../support/pdf-text.js';

const committed = readFileSync(`samples/${QUANZHOU_SCAN}`);
const ALL = Array.from({ length: 36 }, (_, index) => index + 1);
/** A page of each kind with little on it: black and white, grey and upside down. */
const PAGES = [9, 18];
/** Mean difference of grey values that other processors and versions may make. */
const ROUNDING = 2;

test('is in the register with its checksum, and small', () => {
  const register = readFileSync('samples/README.md', 'utf8');
  expect(register).toContain(QUANZHOU_SCAN);
  expect(register).toContain(sha256(committed));
  expect(committed.length).toBeLessThan(3_000_000);
});

test('has no text; pages 12, 16 and 30 lie sideways', async () => {
  expect((await pageTexts(committed, ALL)).join('')).toBe('');
  const pages = (await PDFDocument.load(committed)).getPages();
  expect(pages).toHaveLength(ALL.length);
  expect(ALL.filter((_, index) => (pages[index]?.getWidth() ?? 0) > (pages[index]?.getHeight() ?? 0))).toEqual([
    12, 16, 30,
  ]);
});

test('shows what the script makes, point by point', async () => {
  const { pdf } = await quanzhouScan(PAGES);
  const made = await pagePictures(pdf, [1, 2]);
  const kept = await pagePictures(committed, PAGES);
  for (const [index, { width, height, light }] of made.entries()) {
    const other = kept[index];
    expect(other).toMatchObject({ width, height });
    const difference = light.reduce((sum, value, at) => sum + Math.abs(value - (other?.light[at] ?? 0)), 0);
    expect(difference / light.length).toBeLessThan(ROUNDING);
  }
});
