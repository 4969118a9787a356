import { describe, expect, test } from 'vitest';
import {
  cyclicPageTree,
  emptyFile,
  htmlNamedPdf,
  ownerPasswordPdf,
  PLAIN_WORD,
  randomBytes,
  selfCallingForm,
  truncated,
  userPasswordPdf,
  withoutPages,
} from './hostile.js';
import { pageTexts, withPdf } from './pdf-text.js';

/** Name of the error of pdf.js when it opens the file and its first page. */
async function failure(bytes: Uint8Array): Promise<string> {
  try {
    await withPdf(bytes, async (pdf) => pdf.getPage(1));
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return 'none';
}

describe('inputs that are no PDF', () => {
  test('the empty file has no bytes', () => {
    expect(emptyFile()).toHaveLength(0);
  });

  test('random bytes are many, varied, always the same, and no PDF', async () => {
    const bytes = randomBytes(5000);
    expect(new Set(bytes).size).toBeGreaterThan(200);
    expect(randomBytes(5000)).toEqual(bytes);
    expect(await failure(bytes)).toMatch(/^InvalidPDFException/);
  });

  test('the web page has no PDF header', async () => {
    expect(Buffer.from(htmlNamedPdf()).toString()).not.toContain('%PDF');
    expect(await failure(htmlNamedPdf())).toMatch(/^InvalidPDFException/);
  });

  test('the truncated file keeps the header and loses the end', () => {
    const cut = Buffer.from(truncated(selfCallingForm())).toString('latin1');
    expect(cut).toMatch(/^%PDF-1\.7/);
    expect(cut).not.toContain('%%EOF');
  });
});

describe('PDFs that cannot be read through', () => {
  test('a password is asked for', async () => {
    expect(await failure(await userPasswordPdf())).toMatch(/^PasswordException: No password given/);
  });

  test.each(['AES-256', 'RC4-128'] as const)('a file protected by its owner only opens (%s)', async (algorithm) => {
    const bytes = await ownerPasswordPdf(algorithm);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Encrypt');
    expect(await pageTexts(bytes, [1])).toEqual([PLAIN_WORD]);
  });

  test('a page tree in a circle has no first page', async () => {
    expect(await failure(cyclicPageTree())).toMatch(/circular|reference/i);
  });

  test('an empty page tree has no first page', async () => {
    expect(await failure(withoutPages())).not.toBe('none');
  });

  test('a form that draws itself still gives the word beside it', async () => {
    expect(await pageTexts(selfCallingForm(), [1])).toEqual([PLAIN_WORD]);
  });
});
