import type { ReportSummary, Store } from '../../store/store.js';
import { EXIT } from '../exit-code.js';
import { failsStrictly } from '../strict.js';
import { isFailure } from './import-documents.js';
import type { ImportedDocument } from './summary.js';

/** The exit code of an import. `strict`: violations count as failures. */
export function exitCode(
  documents: readonly ImportedDocument[],
  store: Pick<Store, 'checks' | 'findings'>,
  strict: boolean,
  interrupted: boolean,
): number {
  if (interrupted) {
    return EXIT.interrupted;
  }
  const failed = documents.some(({ result }) => isFailure(result));
  // What was skipped keeps its violations: a nightly job must not turn green by running twice.
  const violated = strict && documents.some(({ summary }) => hasViolation(summary, store));
  return failed || violated ? EXIT.someFailed : EXIT.done;
}

function hasViolation(summary: ReportSummary | null, store: Pick<Store, 'checks' | 'findings'>): boolean {
  return summary !== null && failsStrictly(store.checks(summary.id), store.findings(summary.id));
}
