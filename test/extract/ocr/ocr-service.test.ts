import { describe, expect, test } from 'vitest';
import type { LineImage } from '../../../src/extract/ocr/engine.js';
import type { OcrPage } from '../../../src/extract/ocr/ocr-page.js';
import { ocrService, type PageRequest } from '../../../src/extract/ocr/ocr-service.js';
import type { PageReader } from '../../../src/extract/ocr/page-reader.js';
import { keptMemory } from '../kept-memory.js';
import { greyLine, greyPage, lineReading, ocrPage, run } from './made-pages.js';

const PAGE = ocrPage([run('收入'), run('12.50'), run('7.00')]);
/** The first engine reads PAGE everywhere; the lines of its two numbers have the greys 1 and 2. */
const IMAGES = new Map([
  [1, greyLine(1)],
  [2, greyLine(2)],
]);

/** A reader that tells what was asked of it. The second engine reads the grey of a line. */
function fakeReader(changes: Partial<PageReader> = {}) {
  const asked: string[] = [];
  const greyOf = ({ image }: LineImage): number => image.data[0] ?? 0;
  const reader: PageReader = {
    engines: async () => ({
      first: { name: 'pp-ocrv4', model: 'first' },
      second: { name: 'tesseract', model: 'second' },
      reason: 'two engines',
    }),
    read: async () => {
      asked.push('read');
      return { page: PAGE, images: IMAGES };
    },
    cutAgain: async (image) => {
      asked.push(`cut ${image.data[0]}`);
      return IMAGES;
    },
    readAgain: async (lines) => {
      asked.push(`again ${lines.map(greyOf).join(' ')}`);
      return lines.map((line) => lineReading(`${greyOf(line)}.00`, 0.7, [{ text: '9', score: 0.2 }]));
    },
    close: async () => void asked.push('close'),
    ...changes,
  };
  return { asked, reader };
}

function request(asked: string[], key = 'report-1'): PageRequest {
  return {
    key,
    image: async () => {
      asked.push('image');
      return greyPage(5);
    },
  };
}

function secondOf(page: OcrPage): (readonly string[])[] {
  return page.runs.map(({ readings = [] }) =>
    readings
      .filter(({ engine }) => engine !== 'first')
      .map(({ engine, text, confidence }) => `${engine} ${text} ${confidence}`),
  );
}

const SECOND_OF_1 = ['tesseract 1.00 0.7', 'tesseract 9 0.2'];
const SECOND_OF_2 = ['tesseract 2.00 0.7', 'tesseract 9 0.2'];

describe('a page', () => {
  test('is read once, and comes out of the cache afterwards, its picture untouched', async () => {
    const { asked, reader } = fakeReader();
    const service = ocrService(reader, keptMemory(), 1);
    const first = await service.read(request(asked));
    expect([first.cached, first.page]).toEqual([false, PAGE]);
    expect(asked).toEqual(['image', 'read']);
    const again = await service.read(request(asked));
    expect([again.cached, again.page]).toEqual([true, PAGE]);
    expect(asked).toEqual(['image', 'read']);
  });

  test('of another key is read for itself', async () => {
    const { asked, reader } = fakeReader();
    const service = ocrService(reader, keptMemory(), 1);
    await service.read(request(asked));
    expect((await service.read(request(asked, 'report-2'))).cached).toBe(false);
  });

  test('is read every time where nothing is kept', async () => {
    const { asked, reader } = fakeReader();
    const service = ocrService(reader, null, 1);
    for (const _ of [1, 2]) expect((await service.read(request(asked))).cached).toBe(false);
    expect(asked).toEqual(['image', 'read', 'image', 'read']);
  });
});

describe('a second reading', () => {
  test('joins the readings of the runs asked for; texts stay', async () => {
    const { asked, reader } = fakeReader();
    const { page, readAgain } = await ocrService(reader, null, 1).read(request(asked));
    const again = await readAgain([2]);
    expect(secondOf(again)).toEqual([[], [], SECOND_OF_2]);
    expect(again.runs.map(({ text, confidence }) => [text, confidence])).toEqual(
      page.runs.map(({ text, confidence }) => [text, confidence]),
    );
    expect(secondOf(page)).toEqual([[], [], []]);
    expect(asked).toEqual(['image', 'read', 'again 2']);
  });

  test('is made once for each run, and kept', async () => {
    const { asked, reader } = fakeReader();
    const kept = keptMemory();
    const { readAgain } = await ocrService(reader, kept, 1).read(request(asked));
    await readAgain([1]);
    expect(secondOf(await readAgain([1, 2]))).toEqual([[], SECOND_OF_1, SECOND_OF_2]);
    expect(secondOf(await readAgain([2, 1]))).toEqual([[], SECOND_OF_1, SECOND_OF_2]);
    expect(asked).toEqual(['image', 'read', 'again 1', 'again 2']);
    expect(kept.entries.get('reading report-1')).toEqual(await readAgain([]));
  });

  test('of a page out of the cache cuts its lines again, out of its picture, once', async () => {
    const { asked, reader } = fakeReader();
    const kept = keptMemory();
    kept.entries.set('reading report-1', PAGE);
    const { readAgain } = await ocrService(reader, kept, 1).read(request(asked));
    expect(secondOf(await readAgain([1]))).toEqual([[], SECOND_OF_1, []]);
    expect(secondOf(await readAgain([2]))).toEqual([[], SECOND_OF_1, SECOND_OF_2]);
    expect(asked).toEqual(['image', 'cut 5', 'again 1', 'again 2']);
  });

  test('that is in the cache costs no picture', async () => {
    const { asked, reader } = fakeReader();
    const kept = keptMemory();
    const service = ocrService(reader, kept, 1);
    await (await service.read(request(asked))).readAgain([1, 2]);
    asked.length = 0;
    const { readAgain } = await service.read(request(asked));
    expect(secondOf(await readAgain([1, 2]))).toEqual([[], SECOND_OF_1, SECOND_OF_2]);
    expect(asked).toEqual([]);
  });

  test.each([
    ['no run', []],
    ['a run without a picture, which is no number', [0]],
    ['a run that the page has not', [17]],
  ])('of %s asks no engine', async (_, wanted) => {
    const { asked, reader } = fakeReader();
    const { readAgain } = await ocrService(reader, null, 1).read(request(asked));
    expect(await readAgain(wanted)).toEqual(PAGE);
    expect(asked).toEqual(['image', 'read']);
  });

  test.each<readonly [string, Partial<PageReader>]>([
    [
      'there is none',
      { engines: async () => ({ first: { name: 'tesseract', model: 'm' }, second: null, reason: 'one' }) },
    ],
    ['it is gone when it is asked', { readAgain: async () => null }],
  ])('changes nothing, and keeps nothing, where %s', async (_, changes) => {
    const { asked, reader } = fakeReader(changes);
    const kept = keptMemory();
    const { readAgain } = await ocrService(reader, kept, 1).read(request(asked));
    kept.entries.clear();
    expect(await readAgain([1, 2])).toEqual(PAGE);
    expect(kept.entries.size).toBe(0);
    expect(asked).toEqual(['image', 'read']);
  });

  test('in which nothing was seen is a reading too', async () => {
    const { asked, reader } = fakeReader({ readAgain: async (lines) => lines.map(() => lineReading('', 0)) });
    const { readAgain } = await ocrService(reader, null, 1).read(request(asked));
    expect(secondOf(await readAgain([1]))).toEqual([[], ['tesseract  0'], []]);
  });
});

describe('what fails', () => {
  const fails = (reason: string) => async (): Promise<never> => {
    throw new Error(reason);
  };

  test('a reader that fails fails the page, keeps nothing, and the next page is read', async () => {
    const { asked, reader } = fakeReader();
    const kept = keptMemory();
    let calls = 0;
    const read: PageReader['read'] = async (image) => (calls++ === 0 ? fails('crashed')() : reader.read(image));
    const service = ocrService({ ...reader, read }, kept, 1);
    await expect(service.read(request(asked))).rejects.toThrow('crashed');
    expect(kept.entries.size).toBe(0);
    expect((await service.read(request(asked))).page).toEqual(PAGE);
  });

  test('a picture that cannot be taken out of the file fails the page', async () => {
    const { asked, reader } = fakeReader();
    const service = ocrService(reader, null, 1);
    await expect(service.read({ key: 'k', image: fails('damaged') })).rejects.toThrow('damaged');
    expect(asked).toEqual([]);
  });

  test('a second engine that fails says so, and the page is as it was', async () => {
    const { asked, reader } = fakeReader({ readAgain: fails('out of memory') });
    const { readAgain } = await ocrService(reader, null, 1).read(request(asked));
    await expect(readAgain([1])).rejects.toThrow('out of memory');
    expect(await readAgain([])).toEqual(PAGE);
  });
});

test.each([1, 3])('not more than %i pictures are in memory at the same time, and all pages are read', async (limit) => {
  let [inWork, most] = [0, 0];
  const image = async () => {
    inWork++;
    most = Math.max(most, inWork);
    await new Promise((resolve) => setImmediate(resolve));
    return greyPage(5);
  };
  const { asked, reader } = fakeReader();
  const read: PageReader['read'] = async (picture) => {
    await new Promise((resolve) => setImmediate(resolve));
    inWork--;
    return reader.read(picture);
  };
  const service = ocrService({ ...reader, read }, null, limit);
  await Promise.all(Array.from({ length: 10 }, (_, page) => service.read({ key: `${page}`, image })));
  expect(asked).toHaveLength(10);
  expect(most).toBe(limit);
});

test('engines and close are those of the reader', async () => {
  const { asked, reader } = fakeReader();
  const service = ocrService(reader, null, 1);
  expect((await service.engines()).reason).toBe('two engines');
  await service.close();
  expect(asked).toEqual(['close']);
});
