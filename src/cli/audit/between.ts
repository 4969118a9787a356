import type { ReportSummary, Store } from '../../store/store.js';
import { compareReports } from '../../verify/between/compare.js';
import type { PairFinding, RelationKind } from '../../verify/between/pair.js';
import { compareVersions } from '../../verify/revision/compare-versions.js';
import type { RevisionFinding } from '../../verify/revision/revision.js';

/** A report compared with the one it follows: last year's of the same kind, the budget of its year, or the version of itself that it replaces. */
export interface AuditedPair {
  /** Number of the earlier report in the database. */
  readonly earlier: number;
  readonly earlierFile: string;
  readonly earlierYear: number | null;
  readonly relation: RelationKind | 'revision';
  /** Identities that hold exactly or within rounding; of a revision the numbers that did not change. */
  readonly holding: number;
  readonly findings: readonly (PairFinding | RevisionFinding)[];
}

/**
 * The comparisons of a stored report with the version that it replaces (decision 0018), and with the reports of the same body that it
 * follows; of these the current versions count. Nothing is stored (decision 0012).
 */
export function auditPairs(
  store: Store,
  summary: ReportSummary,
  all: readonly ReportSummary[],
): readonly AuditedPair[] {
  return [...auditRevision(store, summary), ...followed(store, summary, all)];
}

function auditRevision(store: Store, { id, replaces }: ReportSummary): readonly AuditedPair[] {
  if (replaces === null) return [];
  const old = store.report(replaces);
  const { unchanged, findings } = compareVersions(old, store.report(id));
  return [
    {
      earlier: replaces,
      earlierFile: old.source.file,
      earlierYear: old.fiscalYear,
      relation: 'revision',
      holding: unchanged,
      findings,
    },
  ];
}

function followed(store: Store, { id }: ReportSummary, all: readonly ReportSummary[]): readonly AuditedPair[] {
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
