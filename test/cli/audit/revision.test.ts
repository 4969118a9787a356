import { expect, it } from 'vitest';
import { auditPairs } from '../../../src/cli/audit/between.js';
import { auditCsv, auditJson, auditMarkdown, auditPage } from '../../../src/cli/audit/render.js';
import { painter } from '../../../src/cli/output/colour.js';
import { storeOf } from '../../support/questions.js';
import { aFigure, aRow, aSmallReport, aStatement } from '../../support/report-factory.js';

const version = (fen: number, fiscalYear = 2023) =>
  aSmallReport({
    fiscalYear,
    sections: [],
    claims: [],
    checks: [],
    findings: [],
    statements: [aStatement('expenditure', [aRow('current-total', { total: aFigure(fen), basic: aFigure(10_000) })])],
  });

it('a report that was published again is told with what changed, under the newer version', () => {
  const store = storeOf(version(1_000_000), version(2_000_000), version(2_000_000, 2022), version(2_000_000));
  const all = store.reports();
  const reports = all.map((summary) => ({
    summary,
    findings: store.findings(summary.id),
    pairs: auditPairs(store, summary, all),
  }));
  const told = reports.map(({ pairs }) =>
    pairs.map(({ relation, earlier, holding, findings }) => [relation, earlier, holding, findings.length]),
  );
  const chain = expect.arrayContaining(['year-chain', 3]);
  expect(told).toEqual([[chain], [['revision', 1, 1, 1], chain], [], [['revision', 2, 2, 0], chain]]);
  const page = auditPage(reports, painter(false), null);
  expect(page).toContain('  replaced by 2, which was published later: not counted any more\n');
  expect(page).toContain(
    'published again, compared with the version that it replaces (1. 1.pdf, 2023): 1 number unchanged, 1 warning\n',
  );
  expect(auditMarkdown(reports)).toContain('- replaced by 4, which');
  expect(auditCsv(reports, { bom: false })).toContain(',revision/figure-changed,');
  const [change] = JSON.parse(auditJson(reports))[1].comparedWith[0].findings[0].changes;
  expect([change.old.printed, change.new.printed, change.old.places[0].page]).toEqual(['1.00', '2.00', 1]);
});
