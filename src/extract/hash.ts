import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal of the bytes of a report: of its file, or of its files one behind the other. */
export function sha256Of(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of files) hash.update(bytes);
  return hash.digest('hex');
}
