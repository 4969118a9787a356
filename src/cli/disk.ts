import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { NotFoundError, UsageError } from '../errors.js';
import { sha256Of } from '../extract/hash.js';
import { picturesIn } from '../extract/picture-folder.js';

/**
 * SHA-256 of the bytes of a report, in hexadecimal: of its file, which is never whole in memory, or of the pictures of its folder.
 * @throws NotFoundError when it cannot be opened; system errors of a folder or a broken disk as they come
 */
export async function readFileHash(file: string): Promise<string> {
  const pictures = await picturesIn(file);
  if (pictures !== null) return sha256Of(pictures.map(({ bytes }) => bytes));
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw asNotFound(file, error);
  }
  return hash.digest('hex');
}

/**
 * A file as text in UTF-8.
 * @throws NotFoundError when there is none; system errors of a folder or a broken disk as they come
 */
export async function readTextFile(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw asNotFound(file, error);
  });
}

/**
 * Writes text in UTF-8: beside the file first, then under its name, so that nobody sees half of it. One that exists is replaced, but never a database.
 * @throws UsageError for a database; system errors as they come
 */
export async function writeTextFile(file: string, text: string): Promise<void> {
  if (await isDatabase(file))
    throw new UsageError(`${file} is a database and is not overwritten`, 'Name another file.');
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, text, { flush: true });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** What a database of SQLite begins with. */
const DATABASE = Buffer.from('SQLite format 3\0');

/** Reads the beginning alone: a database may be larger than memory. */
async function isDatabase(file: string): Promise<boolean> {
  if (!(await fileExists(file))) return false;
  const opened = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await opened.read(Buffer.alloc(DATABASE.length), 0, DATABASE.length, 0);
    return buffer.subarray(0, bytesRead).equals(DATABASE);
  } finally {
    await opened.close();
  }
}

function asNotFound(file: string, error: unknown): unknown {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return missing ? new NotFoundError(file, undefined, { cause: error }) : error;
}

/** Whether something stands at this path. */
export async function fileExists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
