import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InputError } from '../../src/errors.js';
import { picturesIn } from '../../src/extract/picture-folder.js';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'juesuan-folder-'));
  const files = [
    ...[
      'page10.png',
      'page2.PNG',
      'page1.jpg',
      'page3.tif',
      'page4.webp',
      '.page0.png',
      'page5.txt',
      'deeper/page6.png',
    ].map((name) => `pages/${name}`),
    'nothing/report.pdf',
    'nothing/.cover.png',
  ];
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), `content of ${file}`);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

test('the pictures of a folder come in the order of their numbers, without hidden files, others and deeper ones', async () => {
  const pictures = await picturesIn(join(root, 'pages'));
  expect(pictures?.map(({ file }) => relative(root, file))).toEqual(
    ['page1.jpg', 'page2.PNG', 'page3.tif', 'page4.webp', 'page10.png'].map((name) => join('pages', name)),
  );
  expect(pictures?.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
    ['page1.jpg', 'page2.PNG', 'page3.tif', 'page4.webp', 'page10.png'].map((name) => `content of pages/${name}`),
  );
});

test.each(['pages/page1.jpg', 'nowhere'])('%s is no folder', async (path) => {
  expect(await picturesIn(join(root, path))).toBeNull();
});

test('a folder without pictures says what was expected, what was found and what to do', async () => {
  const folder = join(root, 'nothing');
  const error: unknown = await picturesIn(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({
    file: folder,
    message: `${folder}: expected a file, or a folder of pictures (PNG, JPEG, TIFF, WebP) that together are one report; found a folder without pictures`,
    remedy: 'Name the files, or use juesuan import to read all reports of a folder.',
  });
});
