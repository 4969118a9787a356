import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/normalize/narrative/claim.js';
import { normalize } from '../../src/normalize/normalize.js';
import type { Report } from '../../src/normalize/report.js';
import { extract } from '../../src/pipeline.js';
import { claimLine } from '../support/claim-lines.js';

const REPORTS = '../shared/reports';
const QUANZHOU = ['quanzhou-bigdata-2023-final.txt', 'quanzhou-bigdata-2023-final-rebuilt.pdf'];
/** Ties N01 of the specification: amounts of the prose that repeat a cell. */
const TIES = 39;

async function read(name: string): Promise<Report> {
  return normalize(await extract(join(REPORTS, name)));
}

/** The amounts of the cells that a claim repeats, in fen. */
function cells(report: Report, { figures }: Claim): readonly (number | undefined)[] {
  return (figures.amount ?? []).map((path) => {
    const [statement = '', row = '', column = ''] = path.split('/');
    return report.statements[Number(statement)]?.rows[Number(row)]?.figures[column]?.amount?.fen;
  });
}

describe.skipIf(!existsSync(REPORTS))('claims of the Quanzhou report (skipped without ../shared)', () => {
  it.each(QUANZHOU)('%s: every claim as the golden has it', async (name) => {
    const { claims } = await read(name);
    await expect(`${claims.map(claimLine).join('\n')}\n`).toMatchFileSnapshot('../golden/quanzhou-claims.txt');
  });

  it.each(QUANZHOU)('%s: all 39 repeated amounts are tied to cells with that amount', async (name) => {
    const report = await read(name);
    const tied = report.claims.filter(({ figures }) => figures.amount !== undefined);
    expect(tied).toHaveLength(TIES);
    for (const claim of tied) {
      for (const fen of cells(report, claim)) expect(fen, claimLine(claim)).toBe(claim.numbers.amount?.value);
    }
  });

  it('each number stands in a box of its own size in the PDF', async () => {
    const { claims } = await read('quanzhou-bigdata-2023-final-rebuilt.pdf');
    const quantities = claims.flatMap(({ numbers }) => Object.values(numbers));
    expect(quantities).toHaveLength(96);
    for (const { printed, places } of quantities) {
      const width = places.reduce((sum, { box }) => sum + (box === null ? Number.NaN : box.right - box.left), 0);
      expect(width, printed).toBeLessThan(16 * printed.length);
    }
  });
});

const TRUTHS = existsSync(REPORTS) ? readdirSync(REPORTS).filter((name) => name.endsWith('.truth.json')) : [];

describe.skipIf(TRUTHS.length === 0)('claims of the reports with a truth (skipped without ../shared)', () => {
  it.each(
    TRUTHS.map((name) => JSON.parse(readFileSync(join(REPORTS, name), 'utf8'))).filter(({ narrative }) => narrative),
  )('$file: every amount of money of the truth is the amount of a claim on its page', async ({ file, narrative }) => {
    const { claims } = await read(file);
    const said = new Set(
      claims.flatMap(({ numbers, places }) => places.map(({ page }) => `${page} ${numbers.amount?.printed}`)),
    );
    const money = narrative.filter(({ unit, amount }: { unit: string; amount: string }) => unit === '万元' && amount);
    expect(money.length).toBeGreaterThan(30);
    for (const { page, amount, text } of money) expect(said, text).toContain(`${page} ${amount}`);
  });
});
