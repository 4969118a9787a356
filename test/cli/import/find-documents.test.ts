import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findDocuments } from '../../../src/cli/import/find-documents.js';

// Whoever runs the tests may be allowed to read everything: some folders are closed by their name.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readdir = new Proxy(fs.readdir, {
    apply: (target, self, parameters: readonly unknown[]) => {
      const callback = parameters.at(-1);
      const code = /\/(closed|lost\+found)\/?$/.test(String(parameters[0]))
        ? 'EACCES'
        : /\/gone\/?$/.test(String(parameters[0])) && 'ENOENT';
      if (code === false || typeof callback !== 'function') return Reflect.apply(target, self, parameters);
      callback(Object.assign(new Error(`${code}: refused`), { code }));
    },
  });
  return { ...fs, readdir };
});

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
    'office/open/a.pdf',
    'office/closed/b.pdf',
    'office/lost+found/c.pdf',
    'office/gone/d.pdf',
    'closed/e.pdf',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'x');
  }
  mkdirSync(join(root, 'links'));
  for (const [name, target] of [
    ['there.pdf', '../b.pdf'],
    ['broken.pdf', '../nothing.pdf'],
    ['share', '/no/such/share'],
    ['notes.docx', '../nothing.docx'],
    ['.lock.pdf', 'somebody@somewhere'],
  ] as const)
    symlinkSync(target, join(root, 'links', name));
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
    expect((await found('.')).files.filter((file) => !/^(scans|office|links)/.test(file))).toEqual(
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
      'links/there.pdf',
      'office/open/a.pdf',
      'scans/mixed/report.pdf',
      '决算[2023].pdf',
    ]);
  });

  it('tells folders below that cannot be read, but not those of the system, nor what went away meanwhile', async () => {
    const told = 'office/closed: the folder cannot be read: access is not allowed';
    expect(await found('office')).toEqual({ files: ['office/open/a.pdf'], missing: [told] });
    expect(await found('office/**/*.pdf', 'office')).toEqual({ files: ['office/open/a.pdf'], missing: [told] });
  });

  it('says of a folder that cannot be read no more than that', async () => {
    expect((await found('closed')).missing).toEqual(['closed: the folder cannot be read: access is not allowed']);
  });

  it('follows links, and tells those of documents and folders that lead to nothing', async () => {
    expect(await found('links')).toEqual({
      files: ['links/there.pdf'],
      missing: [
        'links/broken.pdf: the link leads to nothing: there is no such file or folder',
        'links/share: the link leads to nothing: there is no such file or folder',
      ],
    });
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
