import { expect, test } from 'vitest';
import { sha256Of } from '../../src/extract/hash.js';

const [A, B] = [Buffer.from('first page'), Buffer.from('second page')];

test('of one file is the usual SHA-256', () => {
  expect(sha256Of([Buffer.from('abc')])).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('of several files changes with their content, their order and their number', () => {
  const hashes = [[A], [B], [A, B], [B, A], [A, A], [A, B, A], []].map(sha256Of);
  expect(new Set(hashes).size).toBe(hashes.length);
});
