import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** What the paths of a command line lead to. */
export interface FoundDocuments {
  /** Files to read, each once, in the order of the arguments and by name within a folder. */
  readonly files: readonly string[];
  /** Arguments that lead to nothing, with the reason. */
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

async function filesUnder(pattern: string, cwd: string): Promise<string[]> {
  const found = await glob(pattern, { cwd, caseSensitiveMatch: false, onlyFiles: true, expandDirectories: false });
  return found.sort();
}

/** Pictures that stand together in a folder are the pages of one report, named by the folder; one alone is a report. */
async function pictureReports(folder: string): Promise<string[]> {
  const byFolder = new Map<string, string[]>();
  for (const file of await filesUnder(PICTURES, folder))
    byFolder.set(dirname(file), [...(byFolder.get(dirname(file)) ?? []), file]);
  return [...byFolder].map(([parent, [first = parent, ...others]]) => (others.length === 0 ? first : parent));
}

/** The files one argument leads to, or the reason why it leads to none. */
async function expand(path: string): Promise<readonly string[] | string> {
  // What exists is taken by its name first: "[2023].pdf" is a usual file name, and a pattern too.
  switch (await kindOf(path)) {
    case 'file':
      return [path];
    case 'folder': {
      const files = [...(await filesUnder(DOCUMENTS, path)), ...(await pictureReports(path))].sort();
      return files.length > 0
        ? files.map((file) => join(path, file))
        : 'the folder has no .pdf, no .txt and no picture file';
    }
    case 'nothing': {
      if (!isDynamicPattern(path)) {
        return 'there is no such file or folder';
      }
      const files = await filesUnder(path, '.');
      return files.length > 0 ? files : 'no file matches the pattern';
    }
  }
}

/** Files, folders (with all below them) and glob patterns as a list of files. Reads folders, opens nothing. */
export async function findDocuments(paths: readonly string[]): Promise<FoundDocuments> {
  const files = new Map<string, string>();
  const missing: { path: string; reason: string }[] = [];
  for (const path of paths) {
    const expanded = await expand(path);
    if (typeof expanded === 'string') {
      missing.push({ path, reason: expanded });
      continue;
    }
    for (const file of expanded) {
      const identity = resolve(file);
      if (!files.has(identity)) {
        files.set(identity, file);
      }
    }
  }
  return { files: [...files.values()], missing };
}
