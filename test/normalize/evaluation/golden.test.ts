import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/normalize/normalize.js';
import { extract } from '../../../src/pipeline.js';
import { evaluationText } from './evaluation-text.js';

const FOLDER = '../shared/reports';
const DUMP = `${FOLDER}/quanzhou-bigdata-2023-final.txt`;
const PDF = `${FOLDER}/quanzhou-bigdata-2023-final-rebuilt.pdf`;

async function textsOf(file: string): Promise<string[]> {
  return normalize(await extract(file)).evaluations.map(evaluationText);
}

/** The rebuilt PDF cuts goals and problems at other places than the report did, and puts two problems into one row. */
function withoutRebuilt(text: string): string {
  return text.replace(/^(goal|problem) .*\n/gm, '');
}

describe.skipIf(!existsSync(PDF))('the six tables of the Quanzhou report (skipped without ../shared)', () => {
  it('reads the dump', async () => {
    await expect((await textsOf(DUMP)).join('\n')).toMatchFileSnapshot('../../golden/quanzhou-evaluations.txt');
  });

  it('reads the same from the PDF, but for what the PDF prints differently', async () => {
    const pdf = await textsOf(PDF);
    expect(pdf.map(withoutRebuilt)).toEqual((await textsOf(DUMP)).map(withoutRebuilt));
    expect(pdf.flatMap((text) => text.match(/^goal .*$/gm) ?? [])).toHaveLength(6);
  });

  it('keeps the place of every number and the statements whose cells they are', async () => {
    const { evaluations, statements } = normalize(await extract(PDF));
    for (const { funds, indicators, statements: indexes } of evaluations) {
      const quantities = [...funds, ...indicators].flatMap(({ numbers }) => Object.values(numbers));
      expect(quantities.every(({ places }) => places.length > 0 && places.every(({ box }) => box !== null))).toBe(true);
      expect(indexes.map((index) => statements[index]?.kind)).toEqual(indexes.map(() => 'other'));
    }
    expect(evaluations.map(({ pages }) => pages)).toEqual([[28, 29], [30], [31], [32, 33], [34], [35, 36]]);
  });
});
