import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/read-pdf.js';
import { withPdf } from '../../support/pdf-text.js';
import { HIDDEN_TEXT, withHiddenText } from '../../support/pdf-variants.js';

const SHARED = '../shared/reports';
const SAMPLES = reportsIn('samples');

/**
 * Pages on which our runs hold fewer characters than the witness, each with the page that prints what is missing. There a
 * text frame runs over two pages: the producer set its whole text on both and clipped each to its own lines. All other pages must agree
 * to the last character.
 */
const CLIPPED: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'shanghai-putuo-finance-2025-budget.pdf': { 7: 8, 8: 7 },
};

/** The reports of a folder that have a text layer: in a scan there is nothing to witness. */
function reportsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf') && !name.endsWith('-scan.pdf'))
    .sort()
    .map((name) => join(folder, name));
}

/** How often each character is there, blanks of every kind left out. */
function counts(text: string): Map<string, number> {
  const result = new Map<string, number>();
  for (const character of text.replace(/\s/gu, '')) result.set(character, (result.get(character) ?? 0) + 1);
  return result;
}

/** Text of every page as `getTextContent` of pdf.js gives it: the program does not use it, so it may bear witness (decision 0003). */
function witnessed(bytes: Uint8Array): Promise<string[]> {
  return withPdf(bytes, async (pdf) => {
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true });
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    return pages;
  });
}

async function ours(bytes: Uint8Array): Promise<string[]> {
  const { pages } = (await readPdf(bytes, 'report.pdf', '')).document;
  return pages.map(({ runs }) => runs.map(({ text }) => text).join(''));
}

/** Characters that the witness has more often than we do, and the other way round, as 'character×times'. */
function differences(mine: string, theirs: string): { missing: Map<string, number>; extra: Map<string, number> } {
  const [a, b] = [counts(mine), counts(theirs)];
  const more = (many: Map<string, number>, few: Map<string, number>): Map<string, number> =>
    new Map(
      [...many].flatMap(([key, count]) => (count > (few.get(key) ?? 0) ? [[key, count - (few.get(key) ?? 0)]] : [])),
    );
  return { missing: more(b, a), extra: more(a, b) };
}

async function expectAgreement(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const [mine, theirs] = await Promise.all([ours(bytes), witnessed(bytes)]);
  expect(mine).toHaveLength(theirs.length);
  expect(theirs.join('').length).toBeGreaterThan(3000);
  const clipped = CLIPPED[basename(file)] ?? {};
  for (const [index, text] of theirs.entries()) {
    const { missing, extra } = differences(mine[index] ?? '', text);
    const page = `${file}, page ${index + 1}`;
    expect(`${page}: ${[...extra].join(' ')}`).toBe(`${page}: `);
    const elsewhere = clipped[index + 1];
    if (elsewhere === undefined) expect(`${page}: ${[...missing].join(' ')}`).toBe(`${page}: `);
    else {
      expect(missing.size).toBeGreaterThan(0);
      const there = counts(mine[elsewhere - 1] ?? '');
      for (const [character, times] of missing) expect(there.get(character) ?? 0).toBeGreaterThanOrEqual(times);
    }
  }
}

describe('our pass over the operators gives the characters that getTextContent gives, on every page', () => {
  test('there are samples to compare', () => {
    expect(SAMPLES.length).toBeGreaterThanOrEqual(3);
  });

  test.each(SAMPLES)('%s', expectAgreement);

  describe.skipIf(!existsSync(SHARED))('of real reports (skipped: ../shared is not here)', () => {
    test.each(existsSync(SHARED) ? reportsIn(SHARED) : ['none'])('%s', expectAgreement);
  });
});

test('the witness tells nothing of what is hidden: there, and only there, we give less', async () => {
  const bytes = await withHiddenText(readFileSync('samples/shenjiang-archives-2025-budget.pdf'));
  const [mine, theirs] = await Promise.all([ours(bytes), witnessed(bytes)]);
  for (const [index, text] of theirs.entries()) {
    const { missing, extra } = differences(mine[index] ?? '', text);
    expect(extra.size).toBe(0);
    expect(missing).toEqual(counts(HIDDEN_TEXT.invisible + HIDDEN_TEXT.clipped));
  }
});
