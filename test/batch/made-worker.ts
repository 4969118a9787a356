import type { ImportJob } from '../../src/batch/job.js';
import { type Answer, sentError } from '../../src/batch/messages.js';
import { DamagedPdfError } from '../../src/errors.js';

/* A worker that behaves as the name of the document says; it reads nothing. */

const say = (answer: Answer): void => {
  process.send?.(answer);
};
const kept: Buffer[] = [];
/** The number of the process stands in the place of the pages. */
const STORED = {
  outcome: 'stored',
  pages: process.pid,
  ocrPages: 0,
  engine: null,
  statements: 1,
  findings: 0,
} as const;

process.on('message', ({ job }: { readonly job: ImportJob }) => {
  switch (job.file) {
    case 'hangs':
      for (;;);
    case 'crashes':
      process.kill(process.pid, 'SIGSEGV');
      break;
    case 'leaves':
      process.exit(3);
      break;
    case 'fills':
      setInterval(() => kept.push(Buffer.alloc(32 << 20, 1)), 1);
      break;
    case 'reads a picture for 900 ms':
      say({ answer: 'progress', progress: { file: job.file, done: 0, of: 1 } });
      setTimeout(() => say({ answer: 'done', result: STORED }), 900);
      break;
    case 'damaged':
      say({ answer: 'failed', error: sentError(new DamagedPdfError('damaged', 'no pages')) });
      break;
    case 'bug':
      say({ answer: 'failed', error: sentError(new TypeError('x of null')) });
      break;
    default:
      say({ answer: 'progress', progress: { file: job.file, done: 1, of: 1 } });
      say({ answer: 'done', result: STORED });
  }
});
process.on('disconnect', () => process.exit(0));
say({ answer: 'ready' });
