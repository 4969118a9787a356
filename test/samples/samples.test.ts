import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { unitBudget } from '../../samples/make/budget/report.js';
import { plantedText } from '../../samples/make/contradictions/plants.js';
import {
  accounts2022,
  accounts2023,
  budgetOf2023,
  type PlantedSample,
} from '../../samples/make/contradictions/reports.js';
import { finalAccount } from '../../samples/make/final-account/report.js';
import { type Sample, sha256, truthText } from '../../samples/make/sample.js';
import { pageTexts, textPieces, withPdf } from '../support/pdf-text.js';

const SAMPLES = [
  { file: 'shenjiang-data-2024-final', make: finalAccount, pages: 23, numbers: 250 },
  { file: 'shenjiang-archives-2025-budget', make: unitBudget, pages: 21, numbers: 200 },
  { file: 'lanze-water-2022-final', make: accounts2022, pages: 22, numbers: 700 },
  { file: 'lanze-water-2023-budget', make: budgetOf2023, pages: 17, numbers: 700 },
  { file: 'lanze-water-2023-final-planted', make: accounts2023, pages: 26, numbers: 700 },
];
const register = readFileSync('samples/README.md', 'utf8');

describe.each(SAMPLES)('$file', ({ file, make, pages, numbers: least }) => {
  const committed = readFileSync(`samples/${file}.pdf`);
  let sample: Sample;
  beforeAll(async () => {
    sample = await make();
  });

  test('the committed files are what the script makes, byte for byte', () => {
    expect(sha256(sample.bytes)).toBe(sha256(committed));
    expect(readFileSync(`samples/truth/${file}.truth.json`, 'utf8')).toBe(truthText(sample.truth));
  });

  test('is small', () => {
    expect(committed.length).toBeLessThan(400_000);
  });

  test('every printed value, code and label of the truth is in the text layer of its page, as often as in the truth', async () => {
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    const texts = await pageTexts(committed, numbers);
    const words = await pageWords(committed, numbers);
    const rows = sample.truth.statements.flatMap((statement) => statement.rows);
    let checked = 0;
    for (const [index, text] of texts.entries()) {
      const expected = rows.filter(({ page }) => page === index + 1);
      const values = expected
        .flatMap((row) => row.values)
        .filter((value) => value !== null && /\d,?\d*\.\d\d$/.test(value));
      for (const value of new Set(values)) {
        const printed = words[index]?.filter((word) => word === value).length;
        expect({ page: index + 1, value, printed }).toEqual({
          page: index + 1,
          value,
          printed: values.filter((other) => other === value).length,
        });
      }
      checked += values.length;
      for (const { label } of expected) expect(text).toContain(label.replace(/\s/g, ''));
    }
    expect(checked).toBeGreaterThan(least);
  });

  test('is in the register with its checksum', () => {
    expect(register).toContain(`${file}.pdf`);
    expect(register).toContain(sha256(committed));
  });
});

/** The words of each page: pieces of text that stand apart, each table cell at least one. */
function pageWords(bytes: Uint8Array, pages: readonly number[]): Promise<string[][]> {
  return withPdf(bytes, async (document) => {
    const words: string[][] = [];
    for (const number of pages) {
      const pieces = await textPieces(await document.getPage(number));
      words.push(pieces.flatMap(({ text }) => text.split(/\s+/)));
    }
    return words;
  });
}

describe('the planted contradictions', () => {
  const file = 'lanze-water-2023-final-planted';
  let made: PlantedSample;
  beforeAll(async () => {
    made = await accounts2023();
  });

  test('the committed register is what the script makes', () => {
    expect(readFileSync(`samples/truth/${file}.planted.json`, 'utf8')).toBe(plantedText(made.planted));
  });

  test('each has its own id, a line for people, and stands on the page that the register names', async () => {
    const texts = await pageTexts(
      readFileSync(`samples/${file}.pdf`),
      made.planted.map(({ page }) => page),
    );
    expect(new Set(made.planted.map(({ id }) => id)).size).toBe(made.planted.length);
    expect(made.planted.length).toBeGreaterThan(25);
    for (const [index, { id, printed, right, what, check }] of made.planted.entries()) {
      expect({ id, found: texts[index]?.includes(printed.replace(/\s/g, '')) }).toEqual({ id, found: true });
      expect(printed).not.toBe(right);
      expect(what).toMatch(/^\P{Cc}{8,}$/u);
      expect(check).toMatch(/^[a-z-]+\/[a-z-]+$/);
    }
  });

  test('what is right stands nowhere where something else is printed', async () => {
    const texts = (
      await pageTexts(
        readFileSync(`samples/${file}.pdf`),
        Array.from({ length: 26 }, (_, index) => index + 1),
      )
    ).join('');
    const sentences = made.planted.filter(({ right }) => right.length > 20);
    expect(sentences.length).toBeGreaterThan(5);
    for (const { id, right } of sentences) expect({ id, found: texts.includes(right) }).toEqual({ id, found: false });
  });
});

test.each(['quanzhou-bigdata-2023-final-rebuilt.pdf', 'quanzhou-bigdata-2023-final.txt'])(
  '%s is in the register with its checksum',
  (file) => {
    expect(register).toContain(file);
    expect(register).toContain(sha256(readFileSync(`samples/${file}`)));
  },
);
