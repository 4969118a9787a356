import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDocuments } from '../../../src/cli/import/find-documents.js';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'juesuan-find-'));
  for (const file of [
    'b.pdf',
    'a.txt',
    '决算[2023].pdf',
    'notes.docx',
    'deep/er/C.PDF',
    'empty/readme.md',
    '.hidden/x.pdf',
    '.hidden/x.png',
    'scans/office/1.png',
    'scans/office/2.JPG',
    'scans/office/.3.png',
    'scans/mixed/report.pdf',
    'scans/mixed/one.tif',
    'scans/top/cover.webp',
    'scans/top/inner/1.jpeg',
    'scans/top/inner/2.tiff',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'x');
  }
});
afterAll(() => rmSync(root, { recursive: true }));

async function found(...paths: string[]) {
  const { files, missing } = await findDocuments(paths.map((path) => join(root, path)));
  return {
    files: files.map((file) => relative(root, file)),
    missing: missing.map(({ path, reason }) => `${relative(root, path)}: ${reason}`),
  };
}

describe('findDocuments', () => {
  it('takes the .pdf and .txt below a folder, sorted, in any case, without hidden ones', async () => {
    expect((await found('.')).files.filter((file) => !file.startsWith('scans'))).toEqual(
      ['a.txt', 'b.pdf', 'deep/er/C.PDF', '决算[2023].pdf'].sort(),
    );
  });

  it('takes pictures that stand together as one report, named by their folder, and one alone as a report', async () => {
    expect((await found('scans')).files).toEqual([
      'scans/mixed/one.tif',
      'scans/mixed/report.pdf',
      'scans/office',
      'scans/top/cover.webp',
      'scans/top/inner',
    ]);
  });

  it('takes a folder of pictures that is named itself, however it is named', async () => {
    expect((await found('scans/office', 'scans/office/', 'scans/../scans/office')).files).toEqual(['scans/office']);
  });

  it('takes one picture that is named', async () => {
    expect((await found('scans/office/2.JPG')).files).toEqual(['scans/office/2.JPG']);
  });

  it('takes a named file whatever its ending', async () => {
    expect(await found('notes.docx')).toEqual({ files: ['notes.docx'], missing: [] });
  });

  it('takes a file by its name before it takes the name for a pattern', async () => {
    expect(await found('决算[2023].pdf')).toEqual({ files: ['决算[2023].pdf'], missing: [] });
  });

  it('follows patterns', async () => {
    expect((await found('**/*.pdf')).files).toEqual([
      'b.pdf',
      'deep/er/C.PDF',
      'scans/mixed/report.pdf',
      '决算[2023].pdf',
    ]);
  });

  it('names a file once', async () => {
    expect((await found('b.pdf', 'deep/../b.pdf', '*.pdf')).files).toEqual(['b.pdf', '决算[2023].pdf']);
  });

  it('tells what leads to nothing, and goes on', async () => {
    expect(await found('gone.pdf', 'empty', 'x*.pdf', 'b.pdf')).toEqual({
      files: ['b.pdf'],
      missing: [
        'gone.pdf: there is no such file or folder',
        'empty: the folder has no .pdf, no .txt and no picture file',
        'x*.pdf: no file matches the pattern',
      ],
    });
  });
});
