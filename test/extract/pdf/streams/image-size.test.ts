import sharp from 'sharp';
import { expect, test } from 'vitest';
import { codedPixels } from '../../../../src/extract/pdf/streams/image-size.js';

const picture = sharp({ create: { width: 120, height: 50, channels: 3, background: '#ffffff' } });

test('a JPEG, with and without segments before its frame', async () => {
  expect(codedPixels(await picture.clone().jpeg().toBuffer())).toBe(6000);
  expect(codedPixels(await picture.clone().withMetadata({ density: 300 }).jpeg({ progressive: true }).toBuffer())).toBe(
    6000,
  );
});

test('a code stream of JPEG 2000, bare and in boxes', () => {
  const stream = Buffer.alloc(60);
  stream.set([0xff, 0x4f, 0xff, 0x51]);
  stream.writeUInt32BE(130, 8);
  stream.writeUInt32BE(60, 12);
  stream.writeUInt32BE(10, 16);
  stream.writeUInt32BE(10, 20);
  expect(codedPixels(stream)).toBe(6000);
  const signature = Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);
  const box = Buffer.from([0, 0, 0, 68, 0x6a, 0x70, 0x32, 0x63]);
  expect(codedPixels(Buffer.concat([signature, box, stream]))).toBe(6000);
});

test('anything else has none', async () => {
  expect(codedPixels(await picture.clone().png().toBuffer())).toBe(0);
  expect(codedPixels(Buffer.from('q Q'))).toBe(0);
});
