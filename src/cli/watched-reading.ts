import type { DocumentLimits } from '../batch/document-limits.js';
import type { VerifiedReport } from '../verify/check.js';
import type { Reading, Services } from './services.js';

/** Reads a report in this process, which ends with a word on stderr should the document exceed its limits (decision 0022). */
export async function watchedReading(
  file: string,
  reading: Reading,
  limits: DocumentLimits,
  { watchOver, readReport }: Pick<Services, 'watchOver' | 'readReport'>,
): Promise<VerifiedReport> {
  const watch = await watchOver(file, limits, reading.timeout);
  try {
    return await readReport(file, {
      ...reading,
      onOcrProgress: (progress) => {
        watch.progress(progress);
        reading.onOcrProgress?.(progress);
      },
    });
  } finally {
    watch.end();
  }
}
