import { describe, expect, test } from 'vitest';
import type { OcrMode } from '../../src/extract/ocr/ocr-mode.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { aHash, aPage, aPageOcr, aReport } from '../support/report-factory.js';
import { IMPORT, temporaryStore } from '../support/temporary-store.js';

const digital = aPage(1);
const unread = aPage(2, { condition: 'needs-ocr', reason: 'no text layer' });
const scanned = aPage(2, { ocr: aPageOcr() });
const blank = aPage(3, { condition: 'blank', reason: 'nothing is printed' });

const PAGES = {
  digital: [digital, blank],
  unread: [digital, unread, blank],
  scanned: [scanned, blank],
  mixed: [digital, scanned],
};

const withPages = (kind: keyof typeof PAGES, format: 'pdf' | 'text' = 'pdf'): VerifiedReport =>
  aReport({ source: { ...aReport().source, format, pages: PAGES[kind] } });

describe('a stored reading, by the mode in which it was read and the one that is wanted', () => {
  const cases: readonly [keyof typeof PAGES, OcrMode | 'unknown', OcrMode | 'unknown', boolean][] = [
    ['digital', 'never', 'auto', true],
    ['digital', 'unknown', 'auto', true],
    ['digital', 'auto', 'always', false],
    ['digital', 'always', 'always', true],
    ['unread', 'never', 'never', true],
    ['unread', 'never', 'auto', false],
    ['unread', 'never', 'always', false],
    ['unread', 'unknown', 'auto', false],
    ['unread', 'unknown', 'never', true],
    // Tried in vain: not every night again.
    ['unread', 'auto', 'auto', true],
    ['unread', 'always', 'auto', true],
    ['unread', 'always', 'always', true],
    // A reading is never taken away.
    ['scanned', 'auto', 'never', true],
    ['scanned', 'auto', 'always', true],
    ['mixed', 'auto', 'always', false],
    ['mixed', 'always', 'auto', true],
    // Who names no mode asks for the program only.
    ['unread', 'never', 'unknown', true],
  ];
  test.each(cases)('%s pages, read in the mode %s, wanted %s: stands %s', (kind, stored, wanted, stands) => {
    const store = temporaryStore();
    const mode = (ocr: OcrMode | 'unknown') => (ocr === 'unknown' ? {} : { ocr });
    store.save(withPages(kind), { ...IMPORT, ...mode(stored) });
    expect(store.isCurrent(aHash(1), IMPORT.programVersion, mode(wanted).ocr)).toBe(stands);
    // Saving agrees, or what was read anew would be thrown away.
    expect(store.save(withPages(kind), { ...IMPORT, ...mode(wanted) })).toBe(stands ? 'skipped' : 'replaced');
  });

  test('a text dump has no pictures that could be read', () => {
    const store = temporaryStore();
    store.save(withPages('digital', 'text'), { ...IMPORT, ocr: 'auto' });
    expect(store.isCurrent(aHash(1), IMPORT.programVersion, 'always')).toBe(true);
  });

  test('a newer program tries again what could not be read', () => {
    const store = temporaryStore();
    store.save(withPages('unread'), { ...IMPORT, ocr: 'auto' });
    expect(store.isCurrent(aHash(1), '0.2.0', 'auto')).toBe(false);
  });

  test('the mode of the last reading counts', () => {
    const store = temporaryStore();
    store.save(withPages('unread'), { ...IMPORT, ocr: 'never' });
    store.save(withPages('unread'), { ...IMPORT, ocr: 'auto' });
    expect(store.isCurrent(aHash(1), IMPORT.programVersion, 'auto')).toBe(true);
    store.save(withPages('unread'), { ...IMPORT, ocr: 'never', force: true });
    expect(store.isCurrent(aHash(1), IMPORT.programVersion, 'auto')).toBe(false);
  });
});
