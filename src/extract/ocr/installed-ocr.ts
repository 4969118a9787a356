import { availableParallelism, homedir } from 'node:os';
import path from 'node:path';
import { keptFiles } from '../kept-files.js';
import { type OcrService, ocrService } from './ocr-service.js';
import { usualWorkers } from './usual-workers.js';
import { PAGE_TIMEOUT, workerPool } from './workers/worker-pool.js';

/** How pictures are read on this machine. */
export interface InstalledOcr {
  /** Processes that read at the same time. */
  readonly workers: number;
  /** Milliseconds after which a page is given up. */
  readonly timeout: number;
  /** Folder of the readings of earlier runs; `null`: nothing is kept. */
  readonly cache: string | null;
}

/** The engines of this installation in processes of their own. Nothing starts before a page comes. */
export function installedOcr({ workers, timeout, cache }: InstalledOcr): OcrService {
  return ocrService(workerPool({ workers, timeout }), cache === null ? null : keptFiles(cache), workers + 1);
}

/** What suits most machines; readings are kept in the user's cache folder. */
export function usualOcr(environment: Readonly<Record<string, string | undefined>> = process.env): InstalledOcr {
  const folder = environment.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  return {
    workers: usualWorkers(availableParallelism()),
    timeout: PAGE_TIMEOUT,
    cache: environment.JUESUAN_OCR_CACHE ?? path.join(folder, 'juesuan', 'ocr'),
  };
}
