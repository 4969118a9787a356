import { readFileSync } from 'node:fs';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { pageTexts, paintedPaths, textPieces, withPdf } from './pdf-text.js';
import {
  HIDDEN_TEXT,
  repeated,
  rotated,
  textDoubled,
  withFullWidthDigits,
  withHiddenText,
  withoutRules,
  withoutToUnicode,
  withPinyin,
} from './pdf-variants.js';

const report = readFileSync('samples/quanzhou-bigdata-2023-final-rebuilt.pdf');
const synthetic = readFileSync('samples/shenjiang-data-2024-final.pdf');
/** The first statement in each of the two. */
const PAGE = { report: 10, synthetic: 5 };
const BOTH = [
  { name: 'Chromium (filled rules)', bytes: report, page: PAGE.report, title: '收入支出决算总表', count: 36 },
  { name: 'pdf-lib (stroked rules)', bytes: synthetic, page: PAGE.synthetic, title: '收入支出决算总表', count: 23 },
];

/** Text of one page without blanks. */
async function textOf(bytes: Uint8Array, page: number): Promise<string> {
  return (await pageTexts(bytes, [page])).join('');
}

describe.each(BOTH)('variants of a PDF by $name', ({ bytes, page, title, count }) => {
  test('the page to be changed has a statement with rules', async () => {
    expect(await textOf(bytes, page)).toContain(title);
    expect(await withPdf(bytes, async (pdf) => paintedPaths(await pdf.getPage(page)))).toBeGreaterThan(50);
  });

  test('withoutRules keeps the text and paints no path', async () => {
    const variant = await withoutRules(bytes);
    expect(await withPdf(variant, async (pdf) => paintedPaths(await pdf.getPage(page)))).toBe(0);
    expect(await textOf(variant, page)).toBe(await textOf(bytes, page));
  });

  test('withFullWidthDigits changes digits, commas, points and nothing else', async () => {
    const before = await textOf(bytes, page);
    const after = await textOf(await withFullWidthDigits(bytes), page);
    expect(after).not.toMatch(/[0-9.,]/);
    expect(after).toMatch(/[０-９]+．[０-９]{2}/);
    expect(after.normalize('NFKC')).toBe(before.normalize('NFKC'));
  });

  test('withoutToUnicode leaves no readable text', async () => {
    const after = await textOf(await withoutToUnicode(bytes), page);
    expect(after).not.toContain('收入');
    expect(after).not.toContain('决算');
  });

  test('withPinyin puts sounds behind Han characters', async () => {
    const after = await textOf(await withPinyin(bytes), page);
    expect(after).toContain('决(jué)算(suàn)');
    expect(after.replace(/\(\p{Script=Latin}+\)/gu, '')).toBe(await textOf(bytes, page));
  });

  test('textDoubled draws every piece once filled and once stroked', async () => {
    const variant = await textDoubled(bytes);
    const shown = (data: Uint8Array): Promise<{ shows: number; modes: unknown[] }> =>
      withPdf(data, async (pdf) => {
        const { fnArray, argsArray } = await (await pdf.getPage(page)).getOperatorList();
        return {
          shows: fnArray.filter((fn) => fn === OPS.showText).length,
          modes: fnArray.flatMap((fn, index) => (fn === OPS.setTextRenderingMode ? [argsArray[index]?.[0]] : [])),
        };
      });
    const [before, after] = [await shown(bytes), await shown(variant)];
    expect(after.shows).toBe(2 * before.shows);
    expect(new Set(after.modes)).toEqual(new Set([1]));
  });

  test('withHiddenText adds two numbers to the text layer of every page', async () => {
    const variant = await withHiddenText(bytes);
    for (const text of await pageTexts(variant, [1, page, count])) {
      expect(text).toContain(HIDDEN_TEXT.invisible);
      expect(text).toContain(HIDDEN_TEXT.clipped);
    }
    expect(await textOf(variant, page)).toContain(await textOf(bytes, page));
  });

  test.each([90, 270] as const)('rotated by %i, upright: a reader sees the page as before', async (angle) => {
    const seen = (data: Uint8Array): Promise<unknown> =>
      withPdf(data, async (pdf) => {
        const proxy = await pdf.getPage(page);
        const { width, height } = proxy.getViewport({ scale: 1 });
        const pieces = await textPieces(proxy);
        const rounded = pieces.map(({ text, matrix }) => ({
          text,
          matrix: matrix.map((value) => Math.round(value) + 0),
        }));
        return { size: [width, height].map(Math.round), rounded };
      });
    const variant = await rotated(bytes, angle, 'upright');
    expect(await withPdf(variant, async (pdf) => (await pdf.getPage(page)).rotate)).toBe(angle);
    expect(await seen(variant)).toEqual(await seen(bytes));
  });

  test.each([
    { angle: 90, down: true },
    { angle: 270, down: false },
  ] as const)('rotated by $angle, sideways: a reader sees lines that run down ($down)', async ({ angle, down }) => {
    const variant = await rotated(bytes, angle, 'sideways');
    const pieces = await withPdf(variant, async (pdf) => textPieces(await pdf.getPage(page)));
    expect(pieces.length).toBeGreaterThan(20);
    for (const { matrix } of pieces) {
      expect(Math.abs(matrix[0] ?? 1)).toBeLessThan(0.001);
      expect((matrix[1] ?? 0) > 0).toBe(down);
    }
  });

  test('repeated makes a long PDF that stays small', async () => {
    const variant = await repeated(bytes, 1000);
    expect(variant.length).toBeLessThan(bytes.length + 200_000);
    expect(await withPdf(variant, async (pdf) => pdf.numPages)).toBe(1000);
    const [last] = await pageTexts(variant, [1000]);
    expect(last).toBe((await pageTexts(bytes, [((1000 - 1) % count) + 1]))[0]);
  });
});
