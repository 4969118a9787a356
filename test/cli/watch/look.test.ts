import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { lookInto } from '../../../src/cli/watch/look.js';
import { isPartialName, partialBeside } from '../../../src/cli/watch/partial-name.js';
import { temporaryFile } from '../../support/temporary-store.js';

function folderOf(...files: readonly string[]): string {
  const folder = dirname(temporaryFile());
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'seven b');
  }
  return folder;
}

test.each([
  ['a.pdf', false],
  ['a.pdf.part', true],
  ['a.PDF.CRDOWNLOAD', true],
  ['.a.pdf', true],
  ['~$a.pdf', true],
  ['a.pdf~', true],
  ['part.pdf', false],
])('%s is a partial name: %s', (name, expected) => {
  expect(isPartialName(name)).toBe(expected);
});

test('a partial file beside a document is found', () => {
  expect(partialBeside('x/a.pdf', new Set(['x/a.pdf.aria2']))).toBe('x/a.pdf.aria2');
  expect(partialBeside('x/a.pdf', new Set(['y/a.pdf.aria2', 'x/b.pdf.part']))).toBeNull();
});

test('documents are found at every depth; temporary names are not, and what stands beside them is said', async () => {
  const folder = folderOf('a.pdf', 'deep/er/b.txt', 'deep/c.pdf', 'deep/c.pdf.part', '~$d.pdf', '.e.pdf', 'f.docx');
  const found = (await lookInto(folder)).map(({ file, size, obstacle }) => [
    file.slice(folder.length + 1),
    size,
    obstacle,
  ]);
  expect(found).toEqual([
    ['a.pdf', 7, null],
    ['deep/c.pdf', 7, `${join(folder, 'deep/c.pdf.part')} stands beside it`],
    ['deep/er/b.txt', 7, null],
  ]);
});

test('the pictures of a folder are one document, which changes with each of them', async () => {
  const folder = folderOf('scan/1.png', 'scan/2.png');
  const [before] = await lookInto(folder);
  writeFileSync(join(folder, 'scan/3.png'), 'four');
  const [after] = await lookInto(folder);
  expect([before?.file, before?.size, after?.size]).toEqual([join(folder, 'scan'), 14, 18]);
});

test('a folder that is gone is an error', async () => {
  const folder = folderOf('a.pdf');
  rmSync(folder, { recursive: true });
  await expect(lookInto(folder)).rejects.toThrow(/the folder to watch cannot be read, or is gone/);
});

test('what cannot be read below the folder waits; an empty folder is looked at in peace', async () => {
  const folder = folderOf();
  expect(await lookInto(folder)).toEqual([]);
  symlinkSync('/no/such/share', join(folder, 'share'));
  symlinkSync('/no/such/file', join(folder, 'b.pdf.part'));
  const obstacle = 'the link leads to nothing: there is no such file or folder';
  expect(await lookInto(folder)).toEqual([{ file: join(folder, 'share'), size: 0, modified: 0, obstacle }]);
});
