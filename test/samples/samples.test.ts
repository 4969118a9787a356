import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { unitBudget } from '../../samples/make/budget/report.js';
import { finalAccount } from '../../samples/make/final-account/report.js';
import { type Sample, sha256, truthText } from '../../samples/make/sample.js';
import { pageTexts } from '../support/pdf-text.js';

const SAMPLES = [
  { file: 'shenjiang-data-2024-final', make: finalAccount, pages: 23, numbers: 250 },
  { file: 'shenjiang-archives-2025-budget', make: unitBudget, pages: 21, numbers: 200 },
];
const register = readFileSync('samples/README.md', 'utf8');

describe.each(SAMPLES)('$file', ({ file, make, pages, numbers }) => {
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
    const texts = await pageTexts(
      committed,
      Array.from({ length: pages }, (_, index) => index + 1),
    );
    const rows = sample.truth.statements.flatMap((statement) => statement.rows);
    let checked = 0;
    for (const [index, text] of texts.entries()) {
      const expected = rows.filter(({ page }) => page === index + 1);
      const values = expected
        .flatMap((row) => row.values)
        .filter((value) => value !== null && /\d,?\d*\.\d\d$/.test(value));
      for (const value of new Set(values)) {
        const printed = text.split(/(?<=\.\d\d)|[^\d.,]/).filter((token) => token === value).length;
        expect({ page: index + 1, value, printed }).toEqual({
          page: index + 1,
          value,
          printed: values.filter((other) => other === value).length,
        });
      }
      checked += values.length;
      for (const { label } of expected) expect(text).toContain(label.replace(/\s/g, ''));
    }
    expect(checked).toBeGreaterThan(numbers);
  });

  test('is in the register with its checksum', () => {
    expect(register).toContain(`${file}.pdf`);
    expect(register).toContain(sha256(committed));
  });
});

test.each(['quanzhou-bigdata-2023-final-rebuilt.pdf', 'quanzhou-bigdata-2023-final.txt'])(
  '%s is in the register with its checksum',
  (file) => {
    expect(register).toContain(file);
    expect(register).toContain(sha256(readFileSync(`samples/${file}`)));
  },
);
