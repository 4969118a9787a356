import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPage, openPdf } from '../../../src/extract/pdf/open.js';

const SAMPLE = 'samples/quanzhou-bigdata-2023-final-rebuilt.pdf';

/** Names of what the first page shares with the others: fonts and outlines of glyphs. */
async function shared(use: 'read' | 'paint'): Promise<readonly string[]> {
  const document = await openPdf(readFileSync(SAMPLE), SAMPLE, use);
  const { page } = await openPage(document, 1, SAMPLE);
  const names = [...page.commonObjs].map((entry) => String(Reflect.get(Object(entry), 0)));
  await document.destroy();
  return names;
}

const isFont = (name: string): boolean => /_f\d+$/.test(name);
const isOutline = (name: string): boolean => name.includes('_path_');

it('a file opened to be read has its fonts, and no outlines of glyphs', async () => {
  const names = await shared('read');
  expect(names.some(isFont)).toBe(true);
  expect(names.filter(isOutline)).toEqual([]);
});

it('a file opened to be painted has both', async () => {
  const names = await shared('paint');
  expect(names.some(isFont)).toBe(true);
  expect(names.some(isOutline)).toBe(true);
});
