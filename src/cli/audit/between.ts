import type { ReportSummary, Store } from '../../store/store.js';
import { compareReports } from '../../verify/between/compare.js';
import type { PairFinding, RelationKind } from '../../verify/between/pair.js';

/** A report compared with the one it follows: last year's of the same kind, or the budget of its year. */
export interface AuditedPair {
  /** Number of the earlier report in the database. */
  readonly earlier: number;
  readonly earlierFile: string;
  readonly earlierYear: number | null;
  readonly relation: RelationKind;
  /** Identities that hold exactly or within rounding. */
  readonly holding: number;
  readonly findings: readonly PairFinding[];
}

/**
 * The comparisons of a stored report with the reports of the same body that it follows. Of several readings of one earlier report
 * (published again) the last imported counts. Nothing is stored (decision 0012).
 */
export function auditPairs(store: Store, { id }: ReportSummary, all: readonly ReportSummary[]): readonly AuditedPair[] {
  const seen = new Set<RelationKind>();
  return store.related(id).flatMap((related) => {
    const comparison = compareReports(store.report(related.id), store.report(id));
    if (!('pair' in comparison) || comparison.pair.later.source.sha256 !== shaOf(all, id)) return [];
    const { kind, earlier } = comparison.pair;
    if (seen.has(kind)) return [];
    seen.add(kind);
    const holding = comparison.checks.filter(({ outcome }) => outcome === 'exact' || outcome === 'rounding').length;
    return [
      {
        earlier: related.id,
        earlierFile: earlier.source.file,
        earlierYear: earlier.fiscalYear,
        relation: kind,
        holding,
        findings: comparison.findings,
      },
    ];
  });
}

function shaOf(all: readonly ReportSummary[], id: number): string | undefined {
  return all.find((summary) => summary.id === id)?.sha256;
}
