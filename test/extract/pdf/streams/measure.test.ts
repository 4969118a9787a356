import { brotliCompressSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  brotliBeyond,
  inflatesBeyond,
  lzwBeyond,
  runLengthBeyond,
} from '../../../../src/extract/pdf/streams/measure.js';

const plain = Buffer.alloc(10_000, 'ab');

test('deflated data is as long as it becomes, also when it is deflated again', async () => {
  for (const times of [1, 2, 3]) {
    let data: Buffer = plain;
    for (let i = 0; i < times; i++) data = deflateSync(data);
    expect(await inflatesBeyond(data, times, 9999)).toBe(true);
    expect(await inflatesBeyond(data, times, 10_000)).toBe(false);
  }
});

test('damaged data is as long as it gets', async () => {
  const data = deflateSync(Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index) & 255)));
  expect(await inflatesBeyond(data.subarray(0, 100), 1, 4999)).toBe(false);
  expect(await inflatesBeyond(Buffer.from('no deflated data'), 1, 1000)).toBe(false);
});

test('Brotli', async () => {
  expect(await brotliBeyond(brotliCompressSync(plain), 9999)).toBe(true);
  expect(await brotliBeyond(brotliCompressSync(plain), 10_000)).toBe(false);
});

test('LZW, the example of the standard: ten bytes', () => {
  const data = Buffer.from('800B6050220C0C8501', 'hex');
  expect(lzwBeyond(data, 9)).toBe(true);
  expect(lzwBeyond(data, 10)).toBe(false);
});

test('runs: three as they are, five of one, and the end', () => {
  const data = [2, 65, 66, 67, 252, 68, 128, 255, 255];
  expect(runLengthBeyond(Uint8Array.from(data), 7)).toBe(true);
  expect(runLengthBeyond(Uint8Array.from(data), 8)).toBe(false);
});
