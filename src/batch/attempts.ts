import { NotFoundError, TimeLimitError, WorkerEndedError, WorkerStartError } from '../errors.js';

/**
 * What is done about a document that failed. `again`: at once, after a pause; `failed`: by the next run; `quarantined`: by nobody until
 * somebody asks for it, since the same bytes read by the same program give the same.
 */
export type Verdict = 'again' | 'failed' | 'quarantined';

/** What the system says of a shortage that may pass. */
const PASSING: ReadonlySet<string> = new Set([
  'EMFILE',
  'ENFILE',
  'EBUSY',
  'EAGAIN',
  'EIO',
  'ETIMEDOUT',
  'ENOMEM',
  'ENOBUFS',
]);
/** Pauses before a document is tried again in the same run, in milliseconds. */
const PAUSES = [1000, 4000] as const;
/** A document that exceeded its time or ended its process so often does so always. */
const MOST_ATTEMPTS = 3;
const OF_THE_MOMENT: ReadonlySet<string> = new Set([TimeLimitError.name, WorkerEndedError.name]);

/**
 * @param tries how often it was tried in this run, from 1
 * @param attempts in how many runs the same bytes failed, this one among them
 */
export function verdictOn(error: unknown, tries: number, attempts: number): Verdict {
  const name = error instanceof Error ? error.name : '';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (PASSING.has(code) || name === 'StoreError') return tries <= PAUSES.length ? 'again' : 'failed';
  // Of the place of the file or of the machine, not of its bytes.
  if (name === NotFoundError.name || name === WorkerStartError.name || code !== '') return 'failed';
  if (OF_THE_MOMENT.has(name)) return attempts < MOST_ATTEMPTS ? 'failed' : 'quarantined';
  return 'quarantined';
}

/** The pause before the next try, in milliseconds. */
export function pauseAfter(tries: number): number {
  return PAUSES[Math.min(tries, PAUSES.length) - 1] ?? PAUSES[0];
}

/** The name under which a failure is kept; an error of another process has the name that it has there. */
export function errorClass(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
