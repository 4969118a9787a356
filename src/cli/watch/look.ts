import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { NotFoundError } from '../../errors.js';
import { findDocuments } from '../import/find-documents.js';
import { isPartialName, partialBeside } from './partial-name.js';
import type { SeenDocument } from './settled.js';

/**
 * The documents below a folder, as `import` would take them, with what tells whether they are whole. Files with a temporary name are left out.
 * @throws NotFoundError where the folder is not there (any more)
 */
export async function lookInto(folder: string): Promise<readonly SeenDocument[]> {
  const names = await allNames(folder);
  const { files } = await findDocuments([folder]);
  const seen: SeenDocument[] = [];
  for (const file of files.filter((name) => !isPartialName(basename(name)))) {
    const document = await seenDocument(file, names);
    if (document !== null) seen.push(document);
  }
  return seen;
}

async function allNames(folder: string): Promise<ReadonlySet<string>> {
  try {
    return new Set((await readdir(folder, { recursive: true })).map((name) => join(folder, name)));
  } catch (error) {
    throw new NotFoundError(folder, 'the folder to watch cannot be read, or is gone', { cause: error });
  }
}

/** `null` for one that went away meanwhile. */
async function seenDocument(file: string, names: ReadonlySet<string>): Promise<SeenDocument | null> {
  try {
    const status = await stat(file);
    if (status.isDirectory()) return await seenPictures(file, names);
    const { size, mtimeMs } = status;
    return { file, size, modified: mtimeMs, obstacle: await obstacleTo(file, names) };
  } catch {
    return null;
  }
}

/** The pages of one report: whole when all of them are. Their sizes and times are added up, so that each of them counts. */
async function seenPictures(folder: string, names: ReadonlySet<string>): Promise<SeenDocument> {
  const files = [...names].filter((name) => dirname(name) === folder);
  const partial = files.find((name) => isPartialName(basename(name)) && !basename(name).startsWith('.'));
  const status = await Promise.all(files.map((file) => stat(file)));
  const sum = (of: (one: (typeof status)[number]) => number) => status.reduce((total, one) => total + of(one), 0);
  const obstacle = partial === undefined ? null : `${partial} is still being written`;
  return { file: folder, size: sum(({ size }) => size), modified: sum(({ mtimeMs }) => mtimeMs), obstacle };
}

async function obstacleTo(file: string, names: ReadonlySet<string>): Promise<string | null> {
  const partial = partialBeside(file, names);
  if (partial !== null) return `${partial} stands beside it`;
  try {
    await (await open(file, 'r')).close();
    return null;
  } catch (error) {
    return `it cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
  }
}
