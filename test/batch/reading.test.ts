import { expect, test } from 'vitest';
import { sharedReading } from '../../src/batch/reading.js';

test.each([
  ['one document keeps what it was given', { workers: 3 }, 1, 8, { workers: 3 }],
  ['one document and no word of it', {}, 1, 8, {}],
  ['several share what was given', { workers: 6, ocr: 'always' }, 3, 8, { workers: 2, ocr: 'always' }],
  ['several share what is usual', {}, 2, 8, { workers: 2 }],
  ['each has one at least', { workers: 2 }, 8, 8, { workers: 1 }],
] as const)('%s', (_, reading, processes, processors, shared) => {
  expect(sharedReading(reading, processes, processors)).toEqual(shared);
});
