import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../errors.js';
import { orderImageFiles } from './ocr/image-file-order.js';
import type { PictureFile } from './read-pictures.js';

/** Names of picture files; what a file really is, its first bytes say. */
const PICTURE_NAME = /\.(?:png|jpe?g|tiff?|webp)$/i;

/**
 * The picture files of a folder, which together are one report; `null` when the path is no folder.
 * @throws InputError for a folder without pictures
 */
export async function picturesIn(folder: string): Promise<readonly PictureFile[] | null> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return null;
  const names = (await readdir(folder)).filter((name) => PICTURE_NAME.test(name) && !name.startsWith('.'));
  if (names.length === 0)
    throw new InputError(
      folder,
      'expected a file, or a folder of pictures (PNG, JPEG, TIFF, WebP) that together are one report; found a folder without pictures',
      'Name the files, or use juesuan import to read all reports of a folder.',
    );
  return Promise.all(
    orderImageFiles(names).map(async (name) => {
      const file = path.join(folder, name);
      return { file, bytes: new Uint8Array(await readFile(file)) };
    }),
  );
}
