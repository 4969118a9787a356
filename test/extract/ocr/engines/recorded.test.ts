import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LineImage, OcrEngine } from '../../../../src/extract/ocr/engine.js';
import { RECORD_VARIABLE, recordedEngine } from '../../../../src/extract/ocr/engines/recorded.js';

const image = { width: 2, height: 1, data: Uint8Array.of(0, 255) };
const line: LineImage = { image, kind: 'number' };
const read = {
  text: '1',
  confidence: 0.98765,
  characters: [{ text: '1', confidence: 0.98765, left: 0.04, right: 1.26 }],
  alternatives: [{ text: '7', score: 0.01234 }],
};
const kept = {
  text: '1',
  confidence: 0.9877,
  characters: [{ text: '1', confidence: 0.9877, left: 0, right: 1.3 }],
  alternatives: [{ text: '7', score: 0.0123 }],
};

function engine(detects: boolean, model = 'weights'): OcrEngine {
  return {
    id: { name: 'pp-ocrv4', model },
    recognise: async (lines) => lines.map(() => read),
    detect: detects ? async () => [{ left: 0, top: 0, right: 2, bottom: 1 }] : null,
    close: async () => undefined,
  };
}

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-recorded-'));
  file = join(folder, 'readings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = async (): Promise<OcrEngine> => {
  throw new Error('the real engine was asked');
};

async function record(lines: readonly LineImage[], detects = true, model?: string): Promise<void> {
  const recorder = await recordedEngine(file, async () => engine(detects, model), true);
  expect(await recorder.recognise(lines)).toEqual(lines.map(() => kept));
  await recorder.detect?.(image);
  await recorder.close();
}

describe('recordedEngine', () => {
  test('repeats what was read, and asks no real engine', async () => {
    await record([line]);
    const replayed = await recordedEngine(file, never, false);
    expect(replayed.id).toEqual({ name: 'pp-ocrv4', model: 'weights' });
    expect(await replayed.recognise([line])).toEqual([kept]);
    expect(await replayed.detect?.(image)).toEqual([{ left: 0, top: 0, right: 2, bottom: 1 }]);
  });

  test('an engine without detector has none when repeated', async () => {
    await record([line], false);
    expect((await recordedEngine(file, never, false)).detect).toBeNull();
  });

  test.each([
    ['another pixel', { ...line, image: { ...image, data: Uint8Array.of(1, 255) } }],
    ['another shape of the same pixels', { ...line, image: { ...image, width: 1, height: 2 } }],
    ['another kind', { ...line, kind: 'text' as const }],
  ])('%s was never read, and the error says how to record it', async (_, other) => {
    await record([line]);
    const replayed = await recordedEngine(file, never, false);
    await expect(replayed.recognise([other])).rejects.toThrow(RECORD_VARIABLE);
  });

  test('recordings add up, but not those of other weights', async () => {
    const text: LineImage = { image, kind: 'text' };
    await record([line]);
    await record([text]);
    expect(await (await recordedEngine(file, never, false)).recognise([line, text])).toEqual([kept, kept]);
    await record([text], true, 'other weights');
    await expect((await recordedEngine(file, never, false)).recognise([line])).rejects.toThrow(RECORD_VARIABLE);
  });

  test.each([null, '', '{"engine":{}}'])(
    'a file with %j is no recording, and the error says how to make one',
    async (text) => {
      if (text !== null) writeFileSync(file, text);
      await expect(recordedEngine(file, never, false)).rejects.toThrow(RECORD_VARIABLE);
    },
  );
});
