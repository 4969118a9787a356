import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalize } from '../../src/normalize/normalize.js';
import type { Report } from '../../src/normalize/report.js';
import { extract } from '../../src/pipeline.js';
import { verify } from '../../src/verify/verify.js';
import {
  digitFaults,
  evaluatedOf,
  figuresOf,
  misprinted,
  tallyDigitFaults,
  withFigure,
} from '../support/digit-faults.js';

let report: Report;
beforeAll(async () => {
  report = normalize(await extract('samples/quanzhou-bigdata-2023-final.txt'));
});

const isPrinted = ({ amount }: { readonly amount: { readonly fen: number } | null }) => (amount?.fen ?? 0) !== 0;

describe('one changed digit in the Quanzhou report', () => {
  it('is always seen, and in at least 86 % of the cases one correction alone explains it', () => {
    const tally = tallyDigitFaults(report, isPrinted);
    const share = (100 * tally.unique) / tally.faults;
    console.log(
      `single-digit changes: ${tally.faults}, seen ${tally.detected}, explained by one correction only ${tally.unique} (${share.toFixed(1)} %), by a wrong one ${tally.misled}`,
    );
    expect(tally.faults).toBeGreaterThan(5000);
    expect(tally.detected).toBe(tally.faults);
    expect(tally.misled).toBe(0);
    expect(share).toBeGreaterThanOrEqual(86);
  });

  it('is reported as a finding, and the figure does not count as verified', () => {
    const known = new Set(verify(report).findings.map(({ message }) => message));
    const paths = new Set(
      evaluatedOf(report).flatMap(({ identity }) => [...identity.left, ...identity.right].map(({ path }) => path)),
    );
    const covered = figuresOf(report).filter(([path, figure]) => figure.amount !== null && paths.has(path));
    const faults = covered.flatMap(([path, figure]) =>
      digitFaults(path, figure.printed).map((fault) => ({ ...fault, figure })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...faults), ({ path, figure, changed }) => {
        const { findings, statements } = verify(withFigure(report, path, misprinted(figure, changed)));
        expect(findings.some(({ message, figures }) => !known.has(message) && figures.includes(path))).toBe(true);
        const [s = '', r = '', column = ''] = path.split('/');
        expect(statements[Number(s)]?.rows[Number(r)]?.figures[column]?.status).not.toBe('verified');
      }),
      { numRuns: 150 },
    );
  });
});
