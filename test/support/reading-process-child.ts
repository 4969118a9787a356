/** The program of `reading-process.ts`: reads files as the command line does and tells how it ended. */
import { failureOf } from '../../src/cli/exit-code.js';
import { readPdf } from '../../src/extract/pdf/read-pdf.js';
import { readReport } from '../../src/pipeline.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { madeService } from '../extract/made-service.js';
import { pagePdf } from './pdf-bytes.js';

/** A document to be read. With `pictures` the picture of each page without text is made, and read as empty. */
export interface ReadRequest {
  readonly file: string;
  readonly pictures: boolean;
}

/** How a document ended, as the command line would tell it. */
export type ReadResult =
  | {
      readonly ended: 'error';
      readonly name: string;
      readonly exitCode: number;
      readonly message: string;
      readonly remedy: string;
    }
  | { readonly ended: 'report'; readonly report: VerifiedReport };

const { service } = madeService(async (_key, image) => {
  const { width, height } = await image();
  return Promise.reject(new Error(`pictures are not read here (${width} x ${height})`));
});

async function read({ file, pictures }: ReadRequest): Promise<ReadResult> {
  try {
    const reading = pictures ? { ocr: 'auto' as const, ocrService: async () => service } : { ocr: 'never' as const };
    return { ended: 'report', report: await readReport(file, reading) };
  } catch (error) {
    const { exitCode, message, remedy } = failureOf(error);
    const name = error instanceof Error ? error.name : typeof error;
    return {
      ended: 'error',
      name,
      exitCode,
      message: exitCode === 70 && error instanceof Error ? `${error.stack}` : message,
      remedy,
    };
  }
}

process.on('message', (request: ReadRequest) => {
  void read(request).then((result) => process.send?.(result));
});
// What is loaded with the first PDF is not the time of the first document.
await readPdf(pagePdf('BT /F 12 Tf (warm) Tj ET'), 'warm.pdf', '');
process.send?.('ready');
