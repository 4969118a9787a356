import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/normalize/normalize.js';
import { extract } from '../../src/pipeline.js';
import { stageText } from '../../src/stage-text.js';
import { verify } from '../../src/verify/verify.js';

/** The samples as normalized, statement by statement. A golden changes by hand only: CONTRIBUTING.md, Goldens. */
const SAMPLES = [
  'shenjiang-data-2024-final.pdf',
  'shenjiang-archives-2025-budget.pdf',
  'quanzhou-bigdata-2023-final.txt',
] as const;

describe('the samples', () => {
  it.each(SAMPLES)('%s reads as it did', async (file) => {
    const golden = `../golden/${file.replace(/\.\w+$/, '')}-statements.txt`;
    await expect(stageText.normalize(normalize(await extract(`samples/${file}`)))).toMatchFileSnapshot(golden);
  });

  it('gives the same statements from the rebuilt PDF of the Quanzhou report as from its text dump', async () => {
    const values = async (file: string): Promise<string[]> =>
      normalize(await extract(file))
        .statements.filter(({ kind }) => kind !== 'other')
        .flatMap(({ kind, rows }) =>
          rows.map(
            ({ panel, key, label, figures }) =>
              `${kind} ${panel} ${key} ${label.replace(/\s/g, '')} ${Object.entries(figures).map(([column, { printed }]) => `${column}=${printed}`)}`,
          ),
        );
    const [text, pdf] = await Promise.all(
      ['final.txt', 'final-rebuilt.pdf'].map((end) => values(`samples/quanzhou-bigdata-2023-${end}`)),
    );
    expect(text?.length).toBeGreaterThan(150);
    expect(pdf).toEqual(text);
  });
});

describe('stageText', () => {
  const read = async (name: 'extract' | 'segment' | 'verify'): Promise<string[]> => {
    const document = await extract(`samples/${SAMPLES[1]}`);
    const report = normalize(document);
    const text =
      name === 'extract'
        ? stageText.extract(document)
        : name === 'segment'
          ? stageText.segment(report)
          : stageText.verify(verify(report));
    expect(text.endsWith('\n')).toBe(true);
    return text.split('\n');
  };

  it('shows lines and grids with their pages after extract', async () => {
    const lines = await read('extract');
    expect(
      lines.filter((line) => /^p\d+(,\d+)* {2}(ruled|aligned|text) grid, \d+ rows × \d+ columns$/.test(line)).length,
    ).toBe(9);
    expect(lines.some((line) => /^p1 {2}\S/.test(line))).toBe(true);
    expect(lines.some((line) => /^ {4}0(\+\d+)?(v\d+)?:/.test(line))).toBe(true);
  });

  it('shows the section tree and the statements after segment', async () => {
    const lines = await read('segment');
    expect(lines.some((line) => /^\S.* {2}\[p\d+, \d+ paragraphs\]$/.test(line))).toBe(true);
    expect(lines.filter((line) => /^[a-z-]+: .* {2}\[p\d/.test(line)).length).toBe(9);
  });

  it('shows outcomes and the status of figures after verify', async () => {
    const lines = await read('verify');
    expect(lines.filter((line) => /^exact {10}[a-z-]+\/[a-z-]+ {2}/.test(line)).length).toBeGreaterThan(50);
    expect(lines.some((line) => /=[\d.,]+\[v\]/.test(line))).toBe(true);
  });
});
