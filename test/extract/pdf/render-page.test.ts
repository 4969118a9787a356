import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mergeRules } from '../../../src/extract/layout/merge-rules.js';
import type { PageImage } from '../../../src/extract/ocr/image.js';
import type { FontFacts } from '../../../src/extract/pdf/graphics-state.js';
import { interpret } from '../../../src/extract/pdf/interpret.js';
import type { Matrix } from '../../../src/extract/pdf/matrix.js';
import { openPage, openPdf } from '../../../src/extract/pdf/open.js';
import type { PageContent } from '../../../src/extract/pdf/page-content.js';
import { pageImage } from '../../../src/extract/pdf/page-image.js';
import { renderPage, UnpaintedError } from '../../../src/extract/pdf/render-page.js';
import type { Box } from '../../../src/extract/place.js';
import { rotated } from '../../support/pdf-variants.js';

const SAMPLES = path.join(import.meta.dirname, '../../../samples');
const DARK = 128;

/** Number of dark pixels in a box of the page. */
function inkIn(image: PageImage, box: Box): number {
  const scale = image.dpi / 72;
  const [left, right] = [
    Math.max(0, Math.floor(box.left * scale)),
    Math.min(image.width, Math.ceil(box.right * scale)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(box.top * scale)),
    Math.min(image.height, Math.ceil(box.bottom * scale)),
  ];
  let ink = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if ((image.data[y * image.width + x] ?? 255) < DARK) ink++;
  return ink;
}

/** Paints over a box of the page. */
function erase(image: PageImage, box: Box): void {
  const scale = image.dpi / 72;
  for (let y = Math.max(0, Math.floor(box.top * scale)); y < Math.min(image.height, box.bottom * scale); y++) {
    const from = y * image.width + Math.max(0, Math.floor(box.left * scale));
    image.data.fill(255, from, y * image.width + Math.min(image.width, Math.ceil(box.right * scale)));
  }
}

async function pageOf(bytes: Uint8Array, number: number): Promise<{ image: PageImage; content: PageContent }> {
  const document = await openPdf(bytes, 'report.pdf');
  try {
    const { page, operators } = await openPage(document, number, 'report.pdf');
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const content = interpret({ number, width, height }, operators, transform as unknown as Matrix, (name) =>
      page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontFacts) : null,
    );
    const { image, reason } = await pageImage(document, page);
    if (!image) throw new Error(reason);
    return { image, content };
  } finally {
    await document.destroy();
  }
}

test.each([
  ['shenjiang-data-2024-final.pdf', 3, 0],
  ['shenjiang-data-2024-final.pdf', 8, 0],
  ['shenjiang-data-2024-final.pdf', 8, 90],
  ['quanzhou-bigdata-2023-final-rebuilt.pdf', 10, 0],
] as const)(
  '%s, page %i, turned by %i: ink stands where the text layer and the rules are, and nowhere else',
  async (name, number, angle) => {
    const file = await readFile(path.join(SAMPLES, name));
    const bytes = angle === 0 ? file : await rotated(file, angle, 'sideways');
    const { image, content } = await pageOf(bytes, number);
    expect(image).toMatchObject({ source: 'rendered', width: Math.round((content.width * 300) / 72) });
    const printed = content.glyphs.filter(({ text }) => text.trim() !== '');
    expect(printed.length).toBeGreaterThan(100);
    for (const { text, box } of printed) {
      expect(inkIn(image, box), `${text} has no ink`).toBeGreaterThan(0);
    }
    const all = inkIn(image, { left: 0, top: 0, right: content.width, bottom: content.height });
    for (const { box } of printed) erase(image, box);
    for (const { direction, at, from, to } of mergeRules(content.strokes))
      erase(
        image,
        direction === 'horizontal'
          ? { left: from - 1.5, right: to + 1.5, top: at - 1.5, bottom: at + 1.5 }
          : { left: at - 1.5, right: at + 1.5, top: from - 1.5, bottom: to + 1.5 },
      );
    expect(inkIn(image, { left: 0, top: 0, right: content.width, bottom: content.height })).toBeLessThan(all * 0.01);
  },
);

test('where the canvas does not load, that is what is said', async () => {
  const document = await openPdf(await readFile(path.join(SAMPLES, 'shenjiang-data-2024-final.pdf')), 'report.pdf');
  try {
    const page = await document.getPage(1);
    const without = {
      canvasFactory: {
        create: () => {
          throw new Error("Cannot find module '@napi-rs/canvas'\nRequire stack: …");
        },
      },
    };
    const bare = without as unknown as typeof document;
    await expect(renderPage(bare, page, 1)).rejects.toThrow(UnpaintedError);
    expect(await pageImage(bare, page)).toEqual({
      image: null,
      reason:
        "the page is no scan and cannot be painted: @napi-rs/canvas does not load here: Cannot find module '@napi-rs/canvas'",
    });
  } finally {
    await document.destroy();
  }
});

test('where pdf.js cannot paint a page, the page has a reason and the file goes on', async () => {
  const document = await openPdf(await readFile(path.join(SAMPLES, 'shenjiang-data-2024-final.pdf')), 'report.pdf');
  try {
    const page = await document.getPage(1);
    page.render = () => {
      throw new Error('no glyph');
    };
    expect(await pageImage(document, page)).toEqual({
      image: null,
      reason: 'the page is no scan and cannot be painted: pdf.js failed: no glyph',
    });
  } finally {
    await document.destroy();
  }
});
