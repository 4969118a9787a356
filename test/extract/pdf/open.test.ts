import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  CyclicPageTreeError,
  DamagedPdfError,
  EmptyFileError,
  InputError,
  NoPagesError,
  PasswordNeededError,
  TruncatedPdfError,
  UnknownFormatError,
} from '../../../src/errors.js';
import { openPdf } from '../../../src/extract/pdf/open.js';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import * as hostile from '../../support/hostile.js';
import { onePage, pdfOf } from './pdf-objects.js';

const sample = readFileSync('samples/quanzhou-bigdata-2023-final-rebuilt.pdf');
const plain = onePage('BT /F 12 Tf 72 700 Td (JUESUAN) Tj ET');
const TREE_OF_ONE = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>';

/** Pages of a file that opens. */
async function pagesOf(bytes: Uint8Array): Promise<number> {
  const document = await openPdf(bytes, 'report.pdf');
  await document.destroy();
  return document.numPages;
}

function joined(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

describe('each kind of unreadable input has its own error, with file, reason and remedy', () => {
  test.each([
    { name: 'no bytes', make: hostile.emptyFile, error: EmptyFileError, reason: /empty/ },
    { name: 'random bytes', make: () => hostile.randomBytes(5000), error: UnknownFormatError, reason: /no PDF header/ },
    { name: 'a web page', make: hostile.htmlNamedPdf, error: UnknownFormatError, reason: /no PDF header/ },
    { name: 'half of a sample', make: () => hostile.truncated(sample), error: TruncatedPdfError, reason: /cut off/ },
    { name: 'half of a plain file', make: () => hostile.truncated(plain), error: TruncatedPdfError, reason: /cut off/ },
    {
      name: 'all but the last 200 bytes',
      make: () => sample.subarray(0, -200),
      error: TruncatedPdfError,
      reason: /cut off/,
    },
    {
      name: 'a second version whose end is missing',
      make: () => joined(plain, '9 0 obj\n<< /Type /Page >>\nendobj\nxref\n0 1\n00000'),
      error: TruncatedPdfError,
      reason: /cut off/,
    },
    {
      name: 'nothing but a header and an end',
      make: () => joined('%PDF-1.7\n', hostile.randomBytes(3000), '\n%%EOF\n'),
      error: DamagedPdfError,
      reason: /damaged: Invalid PDF/,
    },
    {
      name: 'a catalog that is none',
      make: () => joined('%PDF-1.7\n1 0 obj\n<< /Type /Foo >>\nendobj\nstartxref\n9\n%%EOF\n'),
      error: DamagedPdfError,
      reason: /damaged/,
    },
    {
      name: 'a page that is not there',
      make: () => pdfOf('<< /Type /Pages /Count 1 /Kids [9 0 R] >>'),
      error: DamagedPdfError,
      reason: /damaged/,
    },
    { name: 'a password', make: hostile.userPasswordPdf, error: PasswordNeededError, reason: /password/ },
    {
      name: 'a page tree of two in a circle',
      make: hostile.cyclicPageTree,
      error: CyclicPageTreeError,
      reason: /refers back/,
    },
    {
      name: 'a page tree that is its own child',
      make: () => pdfOf('<< /Type /Pages /Count 1 /Kids [2 0 R] >>'),
      error: CyclicPageTreeError,
      reason: /refers back/,
    },
    {
      name: 'a circle behind a sound page',
      make: () => pdfOf('<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>', PAGE),
      error: CyclicPageTreeError,
      reason: /refers back/,
    },
    { name: 'no page', make: hostile.withoutPages, error: NoPagesError, reason: /no pages/ },
  ])('$name: $error.name', async ({ make, error, reason }) => {
    const bytes = await make();
    const thrown: unknown = await readPdf(bytes, 'folder/report.pdf', 'hash').catch((cause: unknown) => cause);
    expect(thrown).toBeInstanceOf(error);
    expect(thrown).toBeInstanceOf(InputError);
    expect(thrown).toMatchObject({ file: 'folder/report.pdf', exitCode: 3, name: error.name });
    expect(thrown).toHaveProperty('reason', expect.stringMatching(reason));
    expect(thrown).toHaveProperty('remedy', expect.stringMatching(/^[A-Z].{20,}\.$/));
  });

  test('what pdf.js said stays as the cause', async () => {
    const thrown: unknown = await pagesOf(hostile.cyclicPageTree()).catch((cause: unknown) => cause);
    expect(thrown).toHaveProperty('cause.message', expect.stringMatching(/circular/));
  });
});

describe('what opens', () => {
  test.each([
    { name: 'a plain file', make: () => plain },
    { name: 'bytes before the header', make: () => joined('junk of a server\r\n', plain) },
    { name: 'a page appended by a server', make: () => joined(plain, '\n<html><body>footer</body></html>') },
    { name: 'many zero bytes behind the end', make: () => joined(plain, new Uint8Array(5000)) },
    { name: 'no end marker but a pointer to the table', make: () => plain.subarray(0, -7) },
    { name: 'a Buffer', make: () => Buffer.from(plain) },
    { name: 'a protection by the owner, AES', make: () => hostile.ownerPasswordPdf('AES-256') },
    { name: 'a protection by the owner, RC4', make: () => hostile.ownerPasswordPdf('RC4-128') },
    {
      name: 'a tree that counts more pages than it has',
      make: () => pdfOf(TREE_OF_ONE.replace('/Count 1', '/Count 5'), PAGE),
    },
  ])('$name', async ({ make }) => {
    expect(await pagesOf(await make())).toBe(1);
  });

  test("the caller's bytes stay as they were", async () => {
    const bytes = Uint8Array.from(plain);
    await pagesOf(bytes);
    expect(bytes).toEqual(plain);
  });
});
