import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/normalize/report.js';
import { readReport } from '../../../src/pipeline.js';
import { repair } from '../../../src/verify/repair/repair.js';
import { verify } from '../../../src/verify/verify.js';
import { figuresOf } from '../../support/digit-faults.js';
import { addTo, emptyTally, mapFigures, readAs, scan, throughRepair, withSecond } from '../../support/misread-scans.js';

/** More seeds than the gate has time for: `JUESUAN_SEEDS=200 npx vitest run test/verify/repair/scans.test.ts`. */
const SEEDS = Number(process.env.JUESUAN_SEEDS ?? 4);
const NOISE = { systematic: 0.2, secondRight: 0.8, secondSame: 0.08 };

async function truthOf(file: string): Promise<Report> {
  return { ...(await readReport(file)), findings: [] };
}

describe.each(['quanzhou-bigdata-2023-final.txt', 'lanze-water-2022-final.pdf'])('%s as a scan', (file) => {
  let truth: Report;
  beforeAll(async () => {
    truth = await truthOf(`samples/${file}`);
  });

  it('with 1 to 5 misreadings: no figure that is verified or repaired has a wrong amount', {
    timeout: 1_800_000,
  }, async () => {
    const tally = emptyTally();
    const faults: string[] = [];
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const scanned = scan(truth, seed, { ...NOISE, errors: 1 + (seed % 5) });
      faults.push(
        ...addTo(tally, truth, scanned, await throughRepair(scanned)).map((fault) => `seed ${seed}: ${fault}`),
      );
    }
    console.log(`${file}, ${SEEDS} seeds: ${JSON.stringify(tally)}`);
    expect(faults).toEqual([]);
    expect(tally.wrongRead).toBeGreaterThan(0);
    expect(tally.rightlyRepaired).toBeGreaterThan(0);
  });

  it('read without a fault is left as it is, and nearly all of it verified by one engine', {
    timeout: 60_000,
  }, async () => {
    const clean = mapFigures(truth, (_, figure, unit) => readAs(figure, figure.printed, 0.95, unit));
    expect((await repair(clean)).report).toBe(clean);
    const statuses = figuresOf(verify(clean)).map(([, { status }]) => status);
    const digital = figuresOf(verify(truth)).map(([, { status }]) => status);
    const share = (all: readonly string[]) => all.filter((status) => status === 'verified').length;
    console.log(
      `${file}: verified ${share(statuses)} as a scan read once, ${share(digital)} digital, of ${digital.length}`,
    );
    expect(100 * share(statuses)).toBeGreaterThan(80 * share(digital));
  });
});

describe('a report that contradicts itself', () => {
  it('is not repaired where both engines read what is printed', { timeout: 120_000 }, async () => {
    const planted = await truthOf('samples/lanze-water-2023-final-planted.pdf');
    const read = mapFigures(planted, (_, figure, unit) =>
      withSecond(readAs(figure, figure.printed, 0.95, unit), figure.printed),
    );
    const { repaired, report } = await repair(read);
    expect(repaired).toEqual([]);
    expect(report).toBe(read);
    const failing = (of: Report) => verify(of).findings.filter(({ severity }) => severity === 'error').length;
    expect(failing(read)).toBe(failing(planted));
    expect(failing(planted)).toBeGreaterThan(0);
  });
});
