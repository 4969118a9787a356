import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { MemoryLimitError, TimeLimitError } from '../errors.js';
import type { OcrProgress } from '../extract/extraction.js';
import { PAGE_TIMEOUT } from '../extract/ocr/workers/worker-pool.js';
import type { DocumentLimits } from './document-limits.js';

/** A watch over this process while it reads one document. */
export interface Watch {
  /** A page was read from its picture: the time begins anew. */
  readonly progress: (progress: OcrProgress) => void;
  readonly end: () => void;
}

/**
 * Runs beside the reading, on a thread of its own: a reading that hangs never lets its own thread come to a timer. It says why on stderr and ends
 * the process; there is no gentler way to stop a thread inside native code.
 */
const WATCHING = `
  const { parentPort, workerData } = require('node:worker_threads');
  const end = (words) => {
    try { require('node:fs').writeSync(2, words); } catch {}
    process.kill(process.pid, 'SIGKILL');
  };
  const timed = (milliseconds) => setTimeout(end, milliseconds, workerData.tooLong);
  let timer = timed(workerData.time);
  parentPort.on('message', (milliseconds) => { clearTimeout(timer); timer = timed(milliseconds); });
  setInterval(() => { if (process.memoryUsage.rss() > workerData.memory) end(workerData.tooMuch); }, 100);
  parentPort.postMessage('ready');
`;

/**
 * Watches over a document that is read in the program's own process. `page`: milliseconds for a page that is read from its picture.
 * The watch stands when this comes back: a thread that is still starting may need this one, which may never be free again.
 */
export async function watchOver(file: string, { time, memory }: DocumentLimits, page = PAGE_TIMEOUT): Promise<Watch> {
  const workerData = {
    time,
    memory,
    tooLong: wordsOf(new TimeLimitError(file, time / 1000)),
    tooMuch: wordsOf(new MemoryLimitError(file, memory / 2 ** 20)),
  };
  const thread = new Worker(WATCHING, { eval: true, workerData, execArgv: [] });
  await once(thread, 'message');
  thread.unref();
  return {
    progress: ({ done, of }) => thread.postMessage(time + (done < of ? page : 0)),
    end: () => {
      void thread.terminate();
    },
  };
}

function wordsOf({ message, remedy }: TimeLimitError | MemoryLimitError): string {
  return `juesuan: ${message}\n         ${remedy}\n`;
}
