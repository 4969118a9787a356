import type { OcrProgress } from '../extract/extraction.js';
import { readReport } from '../pipeline.js';
import { openStore, type Store } from '../store/store.js';
import type { ImportJob, ImportResult } from './job.js';
import { readOptions } from './reading.js';
import { resultOf } from './result-of.js';

const stores = new Map<string, Store>();

/** Reads one document and stores its report, in this process. The database stays open for the next. */
export async function importDocument(
  job: ImportJob,
  onProgress: (progress: OcrProgress) => void,
): Promise<ImportResult> {
  const report = await readReport(job.file, readOptions(job.reading, onProgress));
  const store = stores.get(job.database) ?? openStore(job.database, { readOnly: false });
  stores.set(job.database, store);
  return resultOf(report, (read) => {
    const { programVersion, importedAt, force, reading } = job;
    return store.save(read, { programVersion, importedAt, force, ocr: reading.ocr ?? 'auto' });
  });
}
