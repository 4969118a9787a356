import { readdir, realpath } from 'node:fs';
import { basename, extname } from 'node:path';
import { glob } from 'tinyglobby';
import { systemReason } from '../exit-code.js';

/** What a pattern finds below a folder. */
export interface FilesUnder {
  /** Relative to the folder, by name. */
  readonly files: readonly string[];
  /** Absolute paths behind which documents may be that nobody sees, with the reason: folders that cannot be listed, links that lead to nothing. */
  readonly unread: ReadonlyMap<string, string>;
}

/** What a system keeps for itself on its disks, and lets nobody read. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(['lost+found', 'System Volume Information', '$RECYCLE.BIN']);

/** The files below a folder that a pattern matches, without hidden ones. Links are followed. */
export async function filesUnder(pattern: string, cwd: string): Promise<FilesUnder> {
  const unread = new Map<string, string>();
  const note = (path: string, words: string): void => {
    const name = basename(path);
    if (!name.startsWith('.') && !OF_THE_SYSTEM.has(name)) unread.set(path, words);
  };
  const files = await glob(pattern, {
    cwd,
    caseSensitiveMatch: false,
    onlyFiles: true,
    expandDirectories: false,
    // The search itself passes over what it cannot read, without a word.
    fs: {
      readdir: overheard(readdir, (path, error) => {
        // A folder that went away meanwhile holds no documents.
        if (error.code !== 'ENOENT') note(path, `the folder cannot be read: ${systemReason(error) ?? error.message}`);
      }),
      realpath: overheard(realpath, (path, error) => {
        if (mayBeDocuments(path)) note(path, `the link leads to nothing: ${systemReason(error) ?? error.message}`);
      }),
    },
  });
  return { files: files.sort(), unread };
}

/** Whether a link is named like a document, or like a folder. */
function mayBeDocuments(path: string): boolean {
  return /^(\.(pdf|txt|png|jpe?g|tiff?|webp))?$/i.test(extname(path));
}

/** The same function of the system (a path first, a callback last); its failures are told with the path as well. */
function overheard<Call extends (...parameters: never) => void>(
  call: Call,
  tell: (path: string, error: NodeJS.ErrnoException) => void,
): Call {
  return new Proxy(call, {
    apply: (target, self, parameters: readonly unknown[]) => {
      const callback = parameters.at(-1);
      const answered = (error: NodeJS.ErrnoException | null, ...answer: readonly unknown[]): void => {
        if (error !== null) tell(String(parameters[0]), error);
        if (typeof callback === 'function') callback(error, ...answer);
      };
      Reflect.apply(target, self, [...parameters.slice(0, -1), answered]);
    },
  });
}
