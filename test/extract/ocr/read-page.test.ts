import { describe, expect, test } from 'vitest';
import type { LineImage } from '../../../src/extract/ocr/engine.js';
import { turnPage } from '../../../src/extract/ocr/image/turn-page.js';
import type { PixelBox } from '../../../src/extract/ocr/image.js';
import { cutAgain, readPageImage } from '../../../src/extract/ocr/read-page.js';
import { xOf, yOf } from '../../../src/extract/pdf/matrix.js';
import type { Box } from '../../../src/extract/place.js';
import { drawnScan, madeEngine } from './drawn-scan.js';

const PROSE = '一二三四五六七八九十一二三四五六七八九十一二三四五六七';

/** Prose outside the table; in its cells what is given, from left to right and top to bottom, and words in the others. */
function reads(...cells: readonly string[]) {
  let cell = 0;
  return ({ kind }: LineImage) => (kind === 'text' ? PROSE : (cells[cell++] ?? '收入'));
}

/** The middles of boxes in tenths of an inch, which the drawing is made in: 20 pixels or 7.2 points. */
function middles(boxes: readonly Box[]): (readonly number[])[] {
  return boxes
    .map(
      ({ left, top, right, bottom }) => [Math.round((left + right) / 14.4), Math.round((top + bottom) / 14.4)] as const,
    )
    .sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

/** Three lines of prose and three filled cells, as drawn. */
const DRAWN: readonly (readonly [number, number])[] = [
  [29, 6],
  [29, 10],
  [29, 14],
  [12, 23],
  [37, 23],
  [11, 28],
];

describe('a page', () => {
  test('gives a run for each line, where it stands, and how it was read', async () => {
    const { page } = await readPageImage(drawnScan(), madeEngine(reads('收入', '12.50', '7.00')));
    expect(page.ocr).toEqual({ engine: 'pp-ocrv4', model: 'made', dpi: 200, turn: 0, skew: 0, lowQuality: false });
    expect(middles(page.runs.map(({ box }) => box))).toEqual(DRAWN);
    expect(page.runs.map(({ text }) => text).toSorted()).toEqual(
      ['12.50', '7.00', PROSE, PROSE, PROSE, '收入'].toSorted(),
    );
    for (const run of page.runs)
      expect(run.readings).toEqual([{ engine: 'pp-ocrv4', text: run.text, confidence: 0.9 }]);
  });

  test('ink of a cell that is flat as a dash is one, whatever it was read as', async () => {
    const { page } = await readPageImage(drawnScan(24, 4), madeEngine(reads('收入', '12.50', '7.00', '1')));
    const dash = page.runs.find(({ text }) => text === '—');
    expect(dash?.readings?.map(({ text }) => text)).toEqual(['—', '1']);
    expect(page.runs.some(({ text }) => text === '1')).toBe(false);
  });

  test('gives its rules in points', async () => {
    const { page } = await readPageImage(
      drawnScan(),
      madeEngine(() => '1'),
    );
    const at = (direction: string) =>
      page.rules.filter((rule) => rule.direction === direction).map((rule) => Math.round(rule.at / 7.2));
    expect(at('horizontal')).toEqual([20, 25, 30]);
    expect(at('vertical')).toEqual([5, 30, 55]);
  });

  test('keeps the pictures of its numbers, and of nothing else', async () => {
    const { page, images } = await readPageImage(drawnScan(), madeEngine(reads('收入', '12.50', '-7.0%')));
    expect([...images.keys()].map((index) => page.runs[index]?.text)).toEqual(['12.50', '-7.0%']);
    for (const { kind } of images.values()) expect(kind).toBe('number');
  });

  test.each([
    ['万元', '2023年', '—'],
    ['302办公费', '不适用', 'O.OO'],
  ])('%j, %j and %j are no numbers', async (...texts) => {
    expect((await readPageImage(drawnScan(), madeEngine(reads(...texts)))).images.size).toBe(0);
  });

  test.each([
    ['12.50', '1,234,567.89', '-3.00'],
    ['−3', '(7.5)', '（7.5）'],
    ['12.5%', '2080501', '1 234.00'],
    ['12，345．6', '0', '+7'],
  ])('%j, %j and %j are numbers', async (...texts) => {
    expect((await readPageImage(drawnScan(), madeEngine(reads(...texts)))).images.size).toBe(3);
  });

  test('ink of a cell in which nothing was seen is not an empty cell, and is read again', async () => {
    const { page, images } = await readPageImage(drawnScan(), madeEngine(reads('', '12.50', '7.00')));
    expect(page.runs).toHaveLength(6);
    expect([...images.keys()].map((index) => page.runs[index]?.text)).toEqual(['□', '12.50', '7.00']);
    expect(page.runs.find(({ text }) => text === '□')).toMatchObject({
      confidence: 0,
      readings: [{ engine: 'pp-ocrv4', text: '□', confidence: 0 }],
    });
  });

  test('prose in which nothing was seen is no run, and the numbers keep their pictures', async () => {
    // The first two lines tell which side is up; what was seen of them counts.
    const engine = madeEngine(({ kind }, _, call) => (kind === 'number' ? '7.00' : call === 0 ? PROSE : ''));
    const { page, images } = await readPageImage(drawnScan(), engine);
    expect(page.runs.map(({ text }) => text)).toEqual(['7.00', '7.00', '7.00', PROSE, PROSE]);
    expect([...images.keys()]).toEqual([0, 1, 2]);
  });

  test.each([
    ['a mark of which the engine is not sure is dirt', '.', 0.3, 3],
    ['nothing at all is dirt', '', 0, 3],
    ['a mark of which the engine is sure is printed', '-', 0.9, 4],
    ['a digit is printed, sure or not', '1', 0.3, 4],
  ])('a speck: %s', async (_, text, confidence, cells) => {
    const engine = madeEngine(({ kind }) => (kind === 'number' ? text : PROSE), 'pp-ocrv4', confidence);
    const { page } = await readPageImage(drawnScan(12, 4), engine);
    expect(page.runs.filter((run) => run.text !== PROSE)).toHaveLength(cells);
  });

  test('without any ink has no runs and no rules', async () => {
    const blank = { ...drawnScan(), data: new Uint8Array(1200 * 1000).fill(255) };
    const { page, images } = await readPageImage(
      blank,
      madeEngine(() => '1'),
    );
    expect([page.runs, page.rules, images.size]).toEqual([[], [], 0]);
  });
});

describe('the detector', () => {
  /** A title in white on a dark bar, as little shows of it as of any picture. */
  function withBar() {
    const image = drawnScan();
    for (let y = 710; y < 770; y++) image.data.fill(0, y * image.width + 200, y * image.width + 1000);
    return image;
  }
  function detecting(...boxes: readonly PixelBox[]) {
    const pages: number[] = [];
    const engine = madeEngine(reads('收入', '12.50', '7.00'));
    const detect = async ({ width }: { readonly width: number }) => {
      pages.push(width);
      return boxes;
    };
    return { engine: { ...engine, detect }, pages };
  }

  test('is not asked where all ink is characters', async () => {
    const { engine, pages } = detecting();
    await readPageImage(drawnScan(), engine);
    expect(pages).toEqual([]);
  });

  test('is asked where some ink is none, and its line is read', async () => {
    const { engine, pages } = detecting({ left: 300, top: 710, right: 900, bottom: 770 });
    const { page } = await readPageImage(withBar(), engine);
    expect(pages).toEqual([1200]);
    expect(middles(page.runs.map(({ box }) => box))).toEqual([...DRAWN, [30, 37]]);
  });
});

describe('Tesseract', () => {
  test('reads as numbers again what looks like one, and what it sees then counts', async () => {
    const engine = madeEngine(({ kind }, index, call) => {
      // Two lines of prose to see which side is up; then the other lines as text, those in cells first; then numbers.
      if (kind === 'number') return ['12.50', ''][index] ?? '';
      return engine.calls[call]?.length === 4 ? (['收入', '12.5O', '12.58', '7.00'][index] ?? PROSE) : PROSE;
    }, 'tesseract');
    const { page } = await readPageImage(drawnScan(), engine);
    const numbers = engine.calls.at(-1) ?? [];
    expect(numbers.map(({ kind }) => kind)).toEqual(numbers.map(() => 'number'));
    expect(engine.calls.at(-2)?.every(({ kind }) => kind === 'text')).toBe(true);
    // 12.58 is read as 12.50 now. 收入 and 12.5O were no numbers, and 7.00 is prose.
    expect(numbers).toHaveLength(1);
    expect(page.runs.map(({ text }) => text)).toEqual(['收入', '12.5O', '12.50', PROSE, PROSE, '7.00']);
  });

  test('that sees nothing at the second look keeps what it saw at the first', async () => {
    const { page } = await readPageImage(
      drawnScan(),
      madeEngine(({ kind }) => (kind === 'number' ? '' : '7.00'), 'tesseract'),
    );
    expect(page.runs.map(({ text }) => text)).toEqual(page.runs.map(() => '7.00'));
    expect(page.runs).toHaveLength(6);
  });
});

describe('places', () => {
  test.each([0, 1, 2, 3] as const)(
    'of a page that must be turned by %i quarters lead back to the file',
    async (turn) => {
      // As it lies in the file: turned back.
      const image = turnPage(drawnScan(), ((4 - turn) % 4) as 0 | 1 | 2 | 3);
      // Nothing Chinese is read at the first question, of the first side, unless that is the right one.
      const tried = [0, 0, 1, 1][turn] ?? 0;
      const engine = madeEngine(({ kind }, _, call) => (kind === 'number' ? '12.50' : call < tried ? 'abc' : PROSE));
      const { page } = await readPageImage(image, engine);
      expect(page.ocr.turn).toBe(turn);
      expect(middles(page.runs.map(({ box }) => box))).toEqual(DRAWN);
      // The same middles, turned back by hand: 60 by 50 tenths of an inch.
      const back = DRAWN.map(([x, y]) => {
        if (turn === 1) return [y, 60 - x] as const;
        if (turn === 2) return [60 - x, 50 - y] as const;
        return turn === 3 ? ([50 - y, x] as const) : ([x, y] as const);
      });
      const seen = page.runs.map(({ box }) => {
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        return [xOf(page.toReader, x, y) / 7.2, yOf(page.toReader, x, y) / 7.2];
      });
      for (const [x, y] of back)
        expect(seen.some(([left = 0, top = 0]) => Math.abs(left - x) < 0.8 && Math.abs(top - y) < 0.8)).toBe(true);
    },
  );
});

test('the pictures of numbers cut out again are those of the first time, without reading anything', async () => {
  for (const turn of [0, 1] as const) {
    const image = turnPage(drawnScan(), ((4 - turn) % 4) as 0 | 3);
    const { page, images } = await readPageImage(image, madeEngine(reads('收入', '12.50', '7.00')));
    expect(images.size).toBe(2);
    // The page went through the cache.
    const kept: typeof page = JSON.parse(JSON.stringify(page));
    expect(await cutAgain(image, kept, null)).toEqual(images);
  }
});
