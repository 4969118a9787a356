import { createHash } from 'node:crypto';
import type { Truth } from './truth.js';

/** A sample report: the file and what it says. */
export interface Sample {
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

/** SHA-256 of a file, in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text of a truth file. */
export function truthText(truth: Truth): string {
  return `${JSON.stringify(truth, null, 1)}\n`;
}
