import { availableParallelism, homedir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { installedOcr, usualOcr } from '../../../src/extract/ocr/installed-ocr.js';

test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  ['the cache folder of the user', {}, path.join(homedir(), '.cache', 'juesuan', 'ocr')],
  ['what the system calls so', { XDG_CACHE_HOME: '/var/mine' }, path.join('/var/mine', 'juesuan', 'ocr')],
  ['what is set for this program', { XDG_CACHE_HOME: '/var/mine', JUESUAN_OCR_CACHE: '/data/ocr' }, '/data/ocr'],
])('readings are kept in %s', (_, environment, folder) => {
  expect(usualOcr(environment).cache).toBe(folder);
});

test('half of the processors read, one at least and four at most', () => {
  const { workers, timeout } = usualOcr({});
  expect(workers).toBe(Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2))));
  expect(timeout).toBe(120_000);
});

test('a service that was never asked is closed without having started anything', async () => {
  await expect(installedOcr({ workers: 1, timeout: 1, cache: null }).close()).resolves.toBeUndefined();
});
