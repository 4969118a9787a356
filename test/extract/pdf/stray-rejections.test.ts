import { expect, test } from 'vitest';
import { openPdf } from '../../../src/extract/pdf/open.js';
import { isStray } from '../../../src/extract/pdf/stray-rejections.js';
import { onePage } from './pdf-objects.js';

function named(name: string): Error {
  return Object.assign(new Error('Bad (uncompressed) XRef entry: 20R'), { name });
}

test.each([
  { reason: named('XRefEntryException'), stray: true },
  { reason: named('FormatError'), stray: true },
  { reason: new TypeError('x is not a function'), stray: false },
  { reason: new Error('anything'), stray: false },
  { reason: 'FormatError', stray: false },
  { reason: undefined, stray: false },
])('$reason is about a damaged file: $stray', ({ reason, stray }) => {
  expect(isStray(reason)).toBe(stray);
});

test('one listener is there from the first file on, however many are opened', async () => {
  const own = (): readonly unknown[] =>
    process.listeners('unhandledRejection').filter(({ name }) => name === 'onRejection');
  for (let files = 0; files < 3; files++) await (await openPdf(onePage(''), 'report.pdf')).destroy();
  const [listener, ...more] = own();
  expect(more).toEqual([]);
  expect(listener).toBeTypeOf('function');
});
