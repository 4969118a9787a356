import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPairs } from '../../../src/cli/audit/between.js';
import { auditCsv, auditJson, auditMarkdown, auditPage } from '../../../src/cli/audit/render.js';
import { painter } from '../../../src/cli/output/colour.js';
import { readReport } from '../../../src/pipeline.js';
import { openStore, type Store } from '../../../src/store/store.js';

const FILES = ['lanze-water-2022-final', 'lanze-water-2023-budget', 'lanze-water-2023-final-planted'];
const folder = mkdtempSync(join(tmpdir(), 'juesuan-pairs-'));
let store: Store;

beforeAll(async () => {
  store = openStore(join(folder, 'pairs.db'));
  for (const name of FILES) {
    const options = { programVersion: 'test', importedAt: '2024-09-01T00:00:00.000Z', force: false };
    store.save(await readReport(`samples/${name}.pdf`), options);
  }
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const audited = () => {
  const all = store.reports();
  return all.map((summary) => ({
    summary,
    findings: store.findings(summary.id),
    pairs: auditPairs(store, summary, all),
  }));
};

describe('a report compared with those that it follows', () => {
  it('is told under the later report only: the year before, and the budget of the year', () => {
    expect(audited().map(({ pairs }) => pairs.map(({ relation, earlier }) => [relation, earlier]))).toEqual([
      [],
      [],
      expect.arrayContaining([
        ['year-chain', 1],
        ['budget-and-accounts', 2],
      ]),
    ]);
  });

  it('finds the broken chain and the wrong budget that were planted', () => {
    const findings = audited()[2]?.pairs.flatMap((pair) => pair.findings) ?? [];
    const grave = findings.filter(({ severity }) => severity !== 'note').map(({ check }) => check);
    expect([...new Set(grave)].sort()).toEqual(['between/approved-prose', 'between/opening']);
  });

  it('stands in every format', () => {
    const reports = audited();
    expect(auditPage(reports, painter(false), null)).toContain(
      'compared with the year before (1. samples/lanze-water-2022-final.pdf, 2022): ',
    );
    expect(auditMarkdown(reports)).toContain('### compared with the budget (2. samples/lanze');
    expect(auditCsv(reports, { bom: false })).toContain(',between/opening,');
    expect(JSON.parse(auditJson(reports))[2].comparedWith).toHaveLength(2);
  });
});
