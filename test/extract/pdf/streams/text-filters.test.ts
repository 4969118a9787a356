import { expect, test } from 'vitest';
import { fromAscii85, fromAsciiHex } from '../../../../src/extract/pdf/streams/text-filters.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const text = (data: Uint8Array): string => Buffer.from(data).toString('latin1');

test.each([
  ['9jqo^', 'Man '],
  ['9jqo^BlbD-~>more', 'Man is d'],
  ['9jq o^\n9jqo^', 'Man Man '],
  ['z', '\0\0\0\0'],
  ['9jqo', 'Man'],
])('%j in ASCII85 is %j', (coded, plain) => {
  expect(text(fromAscii85(bytes(coded)))).toBe(plain);
});

test.each([
  ['4D616E>', 'Man'],
  ['4d 61\n6e', 'Man'],
])('%j in hexadecimal is %j', (coded, plain) => {
  expect(text(fromAsciiHex(bytes(coded)))).toBe(plain);
});
