import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineKind } from '../../../../src/extract/ocr/engine.js';
import { type ChosenEngines, chooseEngines } from '../../../../src/extract/ocr/engines/choose.js';
import { drawLine, drawLines } from '../../../support/line-picture.js';

/*
 * The only test with the real engines, and therefore a slow one: a few lines drawn in the typeface of the samples. What engines read
 * on scans is measured by `npm run accuracy`, not here.
 */

const NUMBERS = ['-1,234,567.89', '0.00', '2080505', '98.5%', '-6.14'];
const TEXTS = ['一、一般公共预算财政拨款收入', '公开01表'];
const SIZE = 40;

let engines: ChosenEngines;
beforeAll(async () => {
  engines = await chooseEngines();
});
afterAll(async () => {
  await engines.first.close();
  await engines.second?.close();
});

const drawn = (texts: readonly string[], kind: LineKind) =>
  Promise.all(texts.map(async (text) => ({ image: await drawLine(text, SIZE), kind })));

describe('the engines of this installation', () => {
  test('both load, and the choice names their weights', () => {
    expect(engines.first.id.name).toBe('pp-ocrv4');
    expect(engines.second?.id.name).toBe('tesseract');
    expect(engines.reason).toContain(engines.first.id.model);
    expect(engines.first.id.model).toMatch(/^@gutenye\/ocr-models@\d+\.\d+\.\d+ ch_PP-OCRv4_rec$/);
    expect(engines.second?.id.model).toMatch(/^tesseract\.js@\d+\.\d+\.\d+ chi_sim\+eng 4\.0\.0_best_int$/);
  });

  test('both read numbers, with their minus signs and points', async () => {
    const lines = await drawn(NUMBERS, 'number');
    for (const engine of [engines.first, engines.second]) {
      const readings = await engine?.recognise(lines);
      expect(readings?.map(({ text }) => text)).toEqual(NUMBERS);
    }
  });

  test('words where a number was expected stay words', async () => {
    const lines = await drawn(TEXTS, 'number');
    expect((await engines.first.recognise(lines)).map(({ text }) => text)).toEqual(TEXTS);
  });

  test('PP-OCR says where characters stand', async () => {
    const [line] = await drawn(['12 34'], 'number');
    if (line === undefined) throw new Error('no line was drawn');
    const [reading] = await engines.first.recognise([line]);
    expect(reading?.characters.map(({ text }) => text)).toEqual(['1', '2', '3', '4']);
    const middles = reading?.characters.map(({ left, right }) => (left + right) / 2) ?? [];
    expect(middles[0]).toBeGreaterThan(0.7 * SIZE);
    expect(middles[3]).toBeLessThan(line.image.width - 0.3 * SIZE);
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
  });

  test('PP-OCR finds the lines of a page', async () => {
    const lines = [200, 300, 400].map((baseline) => ({ text: '关于单位收入支出的说明', left: 100, baseline }));
    const boxes = await engines.first.detect?.(await drawLines(lines, 30, 600, 500));
    const byTop = [...(boxes ?? [])].sort((a, b) => a.top - b.top);
    expect(byTop).toHaveLength(3);
    byTop.forEach((box, index) => {
      const baseline = 200 + 100 * index;
      expect(box.top).toBeGreaterThan(baseline - 60);
      expect(box.top).toBeLessThan(baseline - 20);
      expect(box.bottom).toBeGreaterThan(baseline);
      expect(box.bottom).toBeLessThan(baseline + 30);
      expect(box.left).toBeGreaterThan(70);
      expect(box.left).toBeLessThanOrEqual(104);
      expect(box.right).toBeGreaterThan(420);
      expect(box.right).toBeLessThan(470);
    });
  });

  test('a picture without ink, or without pixels, has no text', async () => {
    const blank = { width: 100, height: 40, data: new Uint8Array(4000).fill(255) };
    const none = { width: 0, height: 0, data: new Uint8Array(0) };
    for (const engine of [engines.first, engines.second]) {
      const readings = await engine?.recognise([blank, none].map((image) => ({ image, kind: 'number' as const })));
      expect(readings?.map(({ text, confidence }) => [text, confidence])).toEqual([
        ['', 0],
        ['', 0],
      ]);
    }
  });
});
