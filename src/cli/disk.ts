import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { NotFoundError } from '../errors.js';
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new NotFoundError(file, undefined, { cause: error });
    }
    throw error;
  }
  return hash.digest('hex');
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
