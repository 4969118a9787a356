import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/pipeline.js';

const REPORTS = '../shared/reports';
const JIANGSU = 'jiangsu-procuratorate-2018-budget.pdf';
/** Reports with many reasons and no amount in any of them. What is found in the others: narrative-findings.test.ts. */
const OTHERS = ['quanzhou-bigdata-2023-final.txt', 'shanghai-putuo-wanli-2025-budget.pdf'];

describe.skipIf(!existsSync(REPORTS))('the parts of changes in real reports (skipped without ../shared)', () => {
  it('are two reasons of the Jiangsu budget: one is exact, one has an amount that the item itself does not have', async () => {
    const { claims, checks, findings } = await readReport(join(REPORTS, JIANGSU));
    const parts = claims.flatMap((claim) => claim.parts);
    expect(parts.map(({ direction, change }) => [direction, change?.printed, change?.status])).toEqual([
      ['decrease', '1,653', 'unverified'],
      ['increase', '1,464.3', 'unverified'],
      ['increase', '40', 'verified'],
    ]);
    for (const { change } of parts) {
      const width = change?.places.reduce((sum, { box }) => sum + (box ? box.right - box.left : Number.NaN), 0);
      expect(width, change?.printed).toBeLessThan(16 * (change?.printed.length ?? 0));
    }
    const own = checks.filter(({ check }) => check === 'change/parts');
    expect(own.map(({ outcome, left, right }) => [outcome, left, right])).toEqual([
      ['violation', '-184.96 万元', '-188.70 万元'],
      ['exact', '40.00 万元', '40.00 万元'],
    ]);
    // −1,649.26 + 1,464.3 = −184.96: the item on page 26 prints 1,649.26.
    const [note] = findings.filter(({ check }) => check === 'change/parts');
    expect(note?.severity).toBe('note');
    expect(note?.message).toMatch(/相差 3\.74 万元.*（第26页）的增减额代替.*两边正好相等/);
  });

  it.each(OTHERS)('%s: none, and nothing is said of them', async (name) => {
    const { claims, checks } = await readReport(join(REPORTS, name));
    expect(claims.flatMap(({ parts }) => parts)).toEqual([]);
    expect(checks.filter(({ check }) => check === 'change/parts')).toEqual([]);
  });
});
