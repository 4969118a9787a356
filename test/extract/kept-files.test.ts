import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { keptFiles } from '../../src/extract/kept-files.js';
import { readings } from '../../src/extract/ocr/kept-readings.js';
import type { OcrPage } from '../../src/extract/ocr/ocr-page.js';

const box = { left: 1, top: 2, right: 3, bottom: 4 };
const page: OcrPage = {
  ocr: { engine: 'pp-ocrv4', model: 'weights', dpi: 200, turn: 0, skew: 0.5, lowQuality: false },
  runs: [{ text: '预算', box, parts: [{ text: '预', box }], size: 10, confidence: 0.9 }],
  rules: [{ direction: 'horizontal', at: 1, from: 0, to: 5 }],
  unseen: 0,
  toReader: [1, 0, 0, 1, 0, 0],
};

let folder = '';
let warnings: string[] = [];
const cache = (packages = 'engines@1', where = folder) =>
  keptFiles(where, (message) => warnings.push(message)).of(readings(packages));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juesuan-readings-'));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The files of the cache, below its folders of two digits. */
function files(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|tmp)$/.test(name))
    .map((name) => join(folder, name));
}

describe('keptFiles', () => {
  test('a page comes back as it was, in another run too', async () => {
    await cache().put('page 1', page);
    expect(await cache().get('page 1')).toEqual(page);
    expect(files()).toEqual([expect.stringMatching(/[/\\][0-9a-f]{2}[/\\][0-9a-f]{62}\.json$/)]);
    expect(warnings).toEqual([]);
  });

  test('another page, other engines: read again', async () => {
    await cache().put('page 1', page);
    expect(await cache().get('page 2')).toBeNull();
    expect(await cache('engines@2').get('page 1')).toBeNull();
  });

  test('kinds do not meet', async () => {
    const folderOf = keptFiles(folder);
    await folderOf.of(readings('engines@1')).put('same key', page);
    const counts = folderOf.of({ madeBy: ['count'], schema: z.number() });
    expect(await counts.get('same key')).toBeNull();
    await counts.put('same key', 3);
    expect(await counts.get('same key')).toBe(3);
    expect(await cache().get('same key')).toEqual(page);
  });

  test('the later reading of a page counts', async () => {
    await cache().put('page 1', page);
    const later = { ...page, runs: [] };
    await cache().put('page 1', later);
    expect(await cache().get('page 1')).toEqual(later);
    expect(files()).toHaveLength(1);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['no JSON', () => '\u0000\u0001'],
    ['of another shape', () => '{"key":"x","value":[]}'],
    ['of another key', (text: string) => text.replace('page 1', 'page 7')],
    ['with a run without place', (text: string) => text.replace('"left":1', '"left":"1"')],
    ['with a number that JSON cannot hold', (text: string) => text.replace('"toReader":[1,', '"toReader":[null,')],
  ])('an entry that is %s is none, and can be written again', async (_, damage) => {
    await cache().put('page 1', page);
    const [file = ''] = files();
    const damaged = damage(readFileSync(file, 'utf8'));
    expect(damaged).not.toBe(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    expect(await cache().get('page 1')).toBeNull();
    await cache().put('page 1', page);
    expect(await cache().get('page 1')).toEqual(page);
  });

  test('a folder that cannot be written keeps nothing, and warns once', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'not a folder');
    const broken = cache('engines@1', join(file, 'below'));
    await broken.put('page 1', page);
    await broken.put('page 2', page);
    expect(await broken.get('page 1')).toBeNull();
    expect(warnings).toEqual([expect.stringContaining('not kept')]);
  });

  test('a write that fails at the end leaves nothing behind', async () => {
    await cache().put('page 1', page);
    const [file = ''] = files();
    rmSync(file);
    mkdirSync(join(file, 'in the way'), { recursive: true });
    await cache().put('page 1', page);
    expect(files()).toEqual([file]);
    expect(warnings).toHaveLength(1);
  });
});
