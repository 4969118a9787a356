import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { NotFoundError } from '../../errors.js';
import { findDocuments } from '../import/find-documents.js';
import { isPartialName, partialBeside } from './partial-name.js';
import type { SeenDocument } from './settled.js';

/**
 * The documents below a folder, as `import` would take them, with what tells whether they are whole. Files with a temporary name are left out.
 * What cannot be read, and may hold documents, waits as a document does.
 * @throws NotFoundError where the folder is not there (any more)
 */
export async function lookInto(folder: string): Promise<readonly SeenDocument[]> {
  await readdir(folder).catch((error: unknown) => {
    throw new NotFoundError(folder, 'the folder to watch cannot be read, or is gone', { cause: error });
  });
  const { files, missing } = await findDocuments([folder]);
  const documents = files.filter((name) => !isPartialName(basename(name)));
  const names = await namesBeside(documents);
  const seen: SeenDocument[] = [];
  for (const file of documents) {
    const document = await seenDocument(file, names);
    if (document !== null) seen.push(document);
  }
  // A folder that is empty is no obstacle to a watch.
  const unread = missing.filter(({ path }) => resolve(path) !== resolve(folder) && !isPartialName(basename(path)));
  return [...seen, ...unread.map(({ path, reason }) => ({ file: path, size: 0, modified: 0, obstacle: reason }))];
}

/** All names in the folders in which the documents stand, and in those that are one document. */
async function namesBeside(documents: readonly string[]): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const folder of new Set(documents.flatMap((file) => [dirname(file), file]))) {
    // A document is a file, mostly; and a folder may go away meanwhile.
    const within = await readdir(folder).catch(() => []);
    for (const name of within) names.add(join(folder, name));
  }
  return names;
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
