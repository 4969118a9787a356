import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { filesUnder } from './files-under.js';

/** What the paths of a command line lead to. */
export interface FoundDocuments {
  /** Files to read, each once, in the order of the arguments and by name within a folder. */
  readonly files: readonly string[];
  /** Arguments that lead to nothing, and what cannot be read below a folder, each once, with the reason. */
  readonly missing: readonly { readonly path: string; readonly reason: string }[];
}

/** Reports come as PDF, as a text dump, or as pictures of their pages; everything else in a folder is somebody else's. */
const DOCUMENTS = '**/*.{pdf,txt}';
const PICTURES = '**/*.{png,jpg,jpeg,tif,tiff,webp}';

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** Pictures that stand together in a folder are the pages of one report, named by the folder; one alone is a report. */
function pictureReports(pictures: readonly string[]): readonly string[] {
  const byFolder = new Map<string, string[]>();
  for (const file of pictures) byFolder.set(dirname(file), [...(byFolder.get(dirname(file)) ?? []), file]);
  return [...byFolder].map(([parent, [first = parent, ...others]]) => (others.length === 0 ? first : parent));
}

/** What one argument leads to. */
async function expand(path: string): Promise<FoundDocuments> {
  // What exists is taken by its name first: "[2023].pdf" is a usual file name, and a pattern too.
  switch (await kindOf(path)) {
    case 'file':
      return { files: [path], missing: [] };
    case 'folder': {
      const documents = await filesUnder(DOCUMENTS, path);
      const pictures = await filesUnder(PICTURES, path);
      const files = [...documents.files, ...pictureReports(pictures.files)].sort();
      const unread = unreadIn(path, new Map([...documents.unread, ...pictures.unread]));
      const missing = missingOr(path, files, unread, 'the folder has no .pdf, no .txt and no picture file');
      return { files: files.map((file) => join(path, file)), missing };
    }
    case 'nothing': {
      if (!isDynamicPattern(path)) {
        return { files: [], missing: [{ path, reason: 'there is no such file or folder' }] };
      }
      const { files, unread } = await filesUnder(path, '.');
      return { files, missing: missingOr(path, files, unreadIn('', unread), 'no file matches the pattern') };
    }
  }
}

/** What cannot be read; where there is nothing at all, that. */
function missingOr(
  path: string,
  files: readonly string[],
  unread: FoundDocuments['missing'],
  nothing: string,
): FoundDocuments['missing'] {
  return files.length > 0 || unread.length > 0 ? unread : [{ path, reason: nothing }];
}

/** Paths that cannot be read, as seen from the folder that was named. */
function unreadIn(folder: string, unread: ReadonlyMap<string, string>): FoundDocuments['missing'] {
  return [...unread]
    .map(([path, reason]) => {
      const within = relative(folder, path);
      return { path: within.startsWith('..') ? path : join(folder, within), reason };
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Files, folders (with all below them) and glob patterns as a list of files. Reads folders, opens nothing. */
export async function findDocuments(paths: readonly string[]): Promise<FoundDocuments> {
  const files = new Map<string, string>();
  const missing = new Map<string, FoundDocuments['missing'][number]>();
  for (const path of paths) {
    const found = await expand(path);
    for (const unread of found.missing) missing.set(resolve(unread.path), unread);
    for (const file of found.files) {
      const identity = resolve(file);
      if (!files.has(identity)) {
        files.set(identity, file);
      }
    }
  }
  return { files: [...files.values()], missing: [...missing.values()] };
}
