import { expect, test } from 'vitest';
import { pauseAfter, verdictOn } from '../../src/batch/attempts.js';
import { receivedError, sentError } from '../../src/batch/messages.js';
import {
  DamagedPdfError,
  MemoryLimitError,
  NotAReportError,
  NotFoundError,
  TimeLimitError,
  WorkerEndedError,
  WorkerStartError,
} from '../../src/errors.js';
import { StoreError } from '../../src/store/store-error.js';

const system = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  ['a damaged file', new DamagedPdfError('a', 'x'), 1, 1, 'quarantined'],
  ['no report', new NotAReportError('a'), 1, 1, 'quarantined'],
  ['too much memory', new MemoryLimitError('a', 1000), 1, 1, 'quarantined'],
  ['a fault of the program', new TypeError('x of null'), 1, 1, 'quarantined'],
  ['too much time', new TimeLimitError('a', 120), 1, 1, 'failed'],
  ['too much time in a third run', new TimeLimitError('a', 120), 1, 3, 'quarantined'],
  ['a process that ended', new WorkerEndedError('a', 'SIGSEGV'), 1, 2, 'failed'],
  ['a process that ended in a third run', new WorkerEndedError('a', 'SIGSEGV'), 1, 3, 'quarantined'],
  ['no process to read it in, however often', new WorkerStartError('EAGAIN'), 1, 9, 'failed'],
  ['a file that is gone, however often', new NotFoundError('a'), 1, 9, 'failed'],
  ['no right to read', system('EACCES'), 1, 9, 'failed'],
  ['too many open files', system('EMFILE'), 1, 1, 'again'],
  ['too many open files at the third try', system('EMFILE'), 3, 1, 'failed'],
  ['a locked database', new StoreError('x.db', 'locked', 'Wait.'), 2, 1, 'again'],
  ['a locked database for long', new StoreError('x.db', 'locked', 'Wait.'), 3, 7, 'failed'],
] as const)('%s, here or told by another process', (_, error, tries, attempts, verdict) => {
  expect(verdictOn(error, tries, attempts)).toBe(verdict);
  expect(verdictOn(receivedError(sentError(error)), tries, attempts)).toBe(verdict);
});

test('pauses grow, and no longer than the last', () => {
  expect([1, 2, 3, 9].map(pauseAfter)).toEqual([1000, 4000, 4000, 4000]);
});
