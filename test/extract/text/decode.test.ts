import { describe, expect, it } from 'vitest';
import { EmptyFileError, UnknownFormatError } from '../../../src/errors.js';
import { decodeTextDump } from '../../../src/extract/text/decode.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** "收入 2568.50" in GB 18030. */
const GB_SAMPLE = Uint8Array.from([0xca, 0xd5, 0xc8, 0xeb, 0x20, ...utf8('2568.50')]);

describe('decodeTextDump', () => {
  it.each([
    ['UTF-8', utf8('收入 2568.50'), '收入 2568.50'],
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('收入 2568.50')]), '收入 2568.50'],
    ['GB 18030', GB_SAMPLE, '收入 2568.50'],
    ['tabs and form feeds', utf8('收入\t0.00\f'), '收入\t0.00\f'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeTextDump(bytes, 'a.txt')).toBe(text);
  });

  it.each([
    ['no bytes', new Uint8Array()],
    ['white space only', utf8(' \r\n\f\t ')],
    ['a byte order mark only', Uint8Array.from([0xef, 0xbb, 0xbf])],
  ])('refuses %s as empty', (_, bytes) => {
    expect(() => decodeTextDump(bytes, 'a.txt')).toThrow(EmptyFileError);
  });

  it.each([
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['zero bytes in text', utf8('收入\u0000支出')],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x36, 0x65])],
    ['one broken byte', Uint8Array.from([...utf8('收入'), 0xff, ...utf8('支出')])],
  ])('refuses %s as binary or of unknown encoding', (_, bytes) => {
    expect(() => decodeTextDump(bytes, 'a.txt')).toThrow(UnknownFormatError);
  });

  it('says which file it was and what to do', () => {
    expect(() => decodeTextDump(utf8('a\u0001b'), 'report.txt')).toThrow(
      /^report\.txt: expected .* found binary data$/,
    );
  });
});
