import { expect, test } from 'vitest';
import { imageFormat } from '../../../src/extract/ocr/image-file-format.js';

test.each([
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
  ['II*\0\x08\0\0\0', 'tiff'],
  ['MM\0*\0\0\0\x08', 'tiff'],
  ['II+\0\x08\0\0\0', 'tiff'],
  ['RIFF\x10\n\0\0WEBPVP8 ', 'webp'],
  ['RIFF\x10\n\0\0WAVEfmt ', null],
  ['BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'bmp'],
  ['BM is a beginning of a text', null],
  ['GIF89a\x01\0\x01\0', 'gif'],
  ['\0\0\0\x18ftypheic\0\0\0\0', 'heif'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'jpeg2000'],
  ['\xff\x4f\xff\x51\0\x29', 'jpeg2000'],
  ['%PDF-1.7\n', null],
  ['', null],
] as const)('%j is %s', (head, format) => {
  expect(imageFormat(Buffer.from(head, 'latin1'))).toBe(format);
});
