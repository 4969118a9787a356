import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentType, documentType, HEAD_LENGTH } from './content/sniff.js';
import { FetchFault } from './fault.js';

/** A document in the archive. */
export interface ArchivedDocument {
  /** Path as a user can open it, beginning with the archive's own folder as it was named. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A folder of documents named by what is in them: `ab/ab….pdf`. No word of an address or a header becomes part of a path. */
export interface Archive {
  /**
   * Takes in a document as it comes. It appears under its name when all of it is on the disk, or not at all.
   * @throws FetchFault for what is no document, or ends before its end; what `content` and the disk throw
   */
  readonly take: (content: AsyncIterable<Uint8Array>, allowText: boolean) => Promise<ArchivedDocument>;
  /** Whether this archive holds the document: where, or `null`. */
  readonly find: (sha256: string, like: string) => Promise<string | null>;
}

/** Unfinished files begin so. One that is older than a day belongs to a run that was killed. */
const UNFINISHED = /^\.juesuan-[0-9a-f]{24}\.part$/;
const DAY = 24 * 3_600_000;

/** The marker of the end of a PDF must stand in so many last bytes; some servers append a page of their own. */
const TAIL_LENGTH = 65_536;

/** Opens an archive and makes its folder; what runs that were killed have left behind goes. `now`: milliseconds since 1970. */
export async function openArchive(folder: string, now: number): Promise<Archive> {
  await mkdir(folder, { recursive: true });
  for (const name of (await readdir(folder)).filter((entry) => UNFINISHED.test(entry))) {
    const file = join(folder, name);
    // Another run may be faster.
    const age = await stat(file).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    );
    if (age > DAY) await rm(file, { force: true });
  }
  return {
    take: (content, allowText) => take(folder, content, allowText),
    find: async (sha256, like) => {
      const type = /\.(pdf|png|jpg|tif|webp|txt)$/.exec(like)?.[1];
      const file = join(folder, sha256.slice(0, 2), `${sha256}.${type}`);
      return (await stat(file).then(
        (found) => found.isFile(),
        () => false,
      ))
        ? file
        : null;
    },
  };
}

async function take(folder: string, content: AsyncIterable<Uint8Array>, allowText: boolean): Promise<ArchivedDocument> {
  const unfinished = join(folder, `.juesuan-${randomBytes(12).toString('hex')}.part`);
  const handle = await open(unfinished, 'wx');
  try {
    const { type, sha256, bytes } = await write(handle, content, allowText);
    await handle.sync();
    await handle.close();
    const shelf = join(folder, sha256.slice(0, 2));
    const file = join(shelf, `${sha256}.${type}`);
    await mkdir(shelf, { recursive: true });
    // The same content may be there: then this replaces it by itself, which also mends a damaged file.
    await rename(unfinished, file);
    await syncFolder(shelf);
    return { file, sha256, bytes };
  } catch (error) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

interface Written {
  readonly type: DocumentType;
  readonly sha256: string;
  readonly bytes: number;
}

async function write(handle: FileHandle, content: AsyncIterable<Uint8Array>, allowText: boolean): Promise<Written> {
  const hash = createHash('sha256');
  let type: DocumentType | null = null;
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    hash.update(chunk);
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_LENGTH);
    if (type === null) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_LENGTH)]);
      // Refused before the rest is loaded.
      if (head.length >= HEAD_LENGTH) type = documentType(head, allowText);
    }
    await handle.writeFile(chunk);
  }
  type ??= documentType(head, allowText);
  if (type === 'pdf' && !tail.includes('%%EOF')) {
    throw new FetchFault('cut-off', 'the PDF is cut off: its end is missing', { passing: true });
  }
  return { type, sha256: hash.digest('hex'), bytes };
}

/** A new name is on the disk only when its folder is. Windows cannot do this and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  try {
    await handle?.sync().catch(() => {});
  } finally {
    await handle?.close();
  }
}
