import { expect, test } from 'vitest';
import type { OcrEngine } from '../../../src/extract/ocr/engine.js';
import { pageReader } from '../../../src/extract/ocr/page-reader.js';
import { greyLine, lineReading } from './made-pages.js';

function engine(name: OcrEngine['id']['name'], closed: string[]): OcrEngine {
  return {
    id: { name, model: `${name} 1` },
    recognise: async (lines) => lines.map(({ image }) => lineReading(`${name} ${image.data[0]}`)),
    detect: null,
    close: async () => void closed.push(name),
  };
}

function made({ second = true } = {}) {
  const [closed, loads]: [string[], string[]] = [[], []];
  const reader = pageReader(async () => {
    loads.push('load');
    return {
      first: engine('pp-ocrv4', closed),
      second: second ? engine('tesseract', closed) : null,
      reason: 'as made',
    };
  });
  return { reader, closed, loads };
}

test('engines are loaded when the first question comes, and once', async () => {
  const { reader, loads } = made();
  expect(loads).toEqual([]);
  const note = { first: { name: 'pp-ocrv4' }, second: { name: 'tesseract' }, reason: 'as made' };
  expect(await Promise.all([reader.engines(), reader.engines()])).toMatchObject([note, note]);
  await reader.readAgain([]);
  expect(loads).toEqual(['load']);
});

test('the second engine reads lines again', async () => {
  const readings = await made().reader.readAgain([greyLine(3), greyLine(4)]);
  expect(readings?.map(({ text }) => text)).toEqual(['tesseract 3', 'tesseract 4']);
});

test('without a second engine nothing is read again', async () => {
  const { reader } = made({ second: false });
  expect(await reader.readAgain([greyLine(3)])).toBeNull();
  expect((await reader.engines()).second).toBeNull();
});

test('closing closes what was loaded, and loads nothing', async () => {
  const { reader, closed, loads } = made();
  await reader.close();
  expect([loads, closed]).toEqual([[], []]);
  await reader.engines();
  await reader.close();
  expect(closed).toEqual(['pp-ocrv4', 'tesseract']);
});

test('engines that cannot be loaded fail each question with the reason, and closing does not', async () => {
  const reader = pageReader(async () => {
    throw new Error('no OCR engine could be loaded');
  });
  for (const _ of [1, 2]) await expect(reader.readAgain([])).rejects.toThrow('no OCR engine could be loaded');
  await expect(reader.close()).resolves.toBeUndefined();
});
