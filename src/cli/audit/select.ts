import { UsageError } from '../../errors.js';
import type { ReportSummary } from '../../store/store.js';

/**
 * The reports a user means: the one with this id, or all whose file or agency contains the text. All without a text.
 * @throws UsageError when nothing matches
 */
export function selectReports(reports: readonly ReportSummary[], text: string | undefined): readonly ReportSummary[] {
  if (text === undefined) {
    return reports;
  }
  const byId = /^\d+$/.test(text) ? reports.filter(({ id }) => String(id) === text) : [];
  const chosen =
    byId.length > 0
      ? byId
      : reports.filter(({ file, agency }) => [file, agency ?? ''].some((name) => name.includes(text)));
  if (chosen.length === 0) {
    throw new UsageError(
      `no report has the id, or "${text}" in its file name or agency`,
      '"juesuan audit" without a report shows all that are stored.',
    );
  }
  return chosen;
}
