import type { OcrProgress } from '../extract/extraction.js';
import type { SaveOutcome } from '../store/writer.js';
import type { Reading } from './reading.js';

/** A document to be read and stored. Plain data: it travels to other processes. */
export interface ImportJob {
  readonly file: string;
  /** The database, which must be up to date. */
  readonly database: string;
  readonly reading: Reading;
  readonly programVersion: string;
  /** Time of the import, ISO 8601. */
  readonly importedAt: string;
  /** Read and store also what is current. */
  readonly force: boolean;
}

/** What was made of a document. */
export interface ImportResult {
  readonly outcome: SaveOutcome;
  readonly pages: number;
  /** Pages that were read from their picture, and by which engine. */
  readonly ocrPages: number;
  readonly engine: string | null;
  readonly statements: number;
  readonly findings: number;
}

/** Reads documents and stores them, here or in other processes. A document that fails throws its error, and harms no other. */
export interface DocumentImporter {
  /** @param onProgress told how far the pictures of the document are read */
  readonly run: (job: ImportJob, onProgress: (progress: OcrProgress) => void) => Promise<ImportResult>;
  /** Gives up what is in work. */
  readonly close: () => Promise<void>;
}
