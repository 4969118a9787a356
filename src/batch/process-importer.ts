import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import type { DocumentLimits } from './document-limits.js';
import type { DocumentImporter } from './job.js';
import { WorkerProcess } from './worker-process.js';

/** How the processes of an import are kept. */
export interface ProcessOptions {
  /** Processes at most. */
  readonly processes: number;
  readonly limits: DocumentLimits;
  /** Program of the workers; another one in tests. */
  readonly program?: string;
}

/** After so many documents a process is replaced: what libraries keep does not grow without end. */
const DOCUMENTS = 250;
/** A process that rests with more than this share of the limit is replaced: the next document shall have room. */
const RESTING = 0.6;

/**
 * Imports in processes of their own, started when they are needed and used again. A document that exceeds its limits or crashes its
 * process fails alone, and the process is replaced.
 */
export function processImporter({ processes, limits, program = workerProgram() }: ProcessOptions): DocumentImporter {
  const queue = new PQueue({ concurrency: processes });
  const idle: { readonly worker: WorkerProcess; readonly documents: number }[] = [];
  const all = new Set<WorkerProcess>();
  let closed = false;
  const taken = (): { readonly worker: WorkerProcess; readonly documents: number } => {
    for (let rested = idle.pop(); rested !== undefined; rested = idle.pop()) if (rested.worker.alive) return rested;
    const worker = new WorkerProcess(program, limits);
    all.add(worker);
    return { worker, documents: 0 };
  };
  const dismiss = (worker: WorkerProcess): void => {
    worker.kill();
    all.delete(worker);
  };
  return {
    run: (job, onProgress) =>
      queue.add(async () => {
        if (closed) throw new Error('the import was ended before this document was read');
        const { worker, documents } = taken();
        try {
          return await worker.run(job, limits, onProgress);
        } finally {
          const spent = documents + 1 >= DOCUMENTS || ((await worker.memory()) ?? 0) > limits.memory * RESTING;
          if (closed || spent || !worker.alive) dismiss(worker);
          else idle.push({ worker, documents: documents + 1 });
        }
      }),
    close: async () => {
      closed = true;
      for (const worker of all) worker.kill();
      all.clear();
    },
  };
}

/** `worker.ts` beside this file while developing, the built one beside the bundled command line. */
function workerProgram(): string {
  const name = import.meta.url.endsWith('.ts') ? 'worker.ts' : 'worker.js';
  const url = new URL(/\/cli\/[^/]+$/.test(import.meta.url) ? `../batch/${name}` : name, import.meta.url);
  return fileURLToPath(url);
}
