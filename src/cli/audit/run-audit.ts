import { EXIT } from '../exit-code.js';
import { requireDatabase } from '../options.js';
import { painter, wantsColour } from '../output/colour.js';
import { screenWidth } from '../output/screen.js';
import type { Services } from '../services.js';
import { failsStrictly } from '../strict.js';
import { auditPairs } from './between.js';
import type { AuditFormat } from './formats.js';
import { auditCsv, auditJson, auditMarkdown, auditPage } from './render.js';
import { selectReports } from './select.js';

/** The options of `juesuan audit`, as the command line gives them. */
export interface AuditOptions {
  readonly db: string;
  readonly format: AuditFormat;
  readonly json?: true;
  readonly bom?: true;
  readonly strict?: true;
}

/** Prints what was found in the stored reports that `text` names (all without it) and gives the exit code. */
export async function runAudit(text: string | undefined, options: AuditOptions, services: Services): Promise<number> {
  await requireDatabase(options.db, services);
  const store = await services.openStore(options.db, { readOnly: true });
  try {
    const all = store.reports();
    const summaries = selectReports(all, text);
    const reports = summaries.map((summary) => ({
      summary,
      findings: store.findings(summary.id),
      pairs: auditPairs(store, summary, all),
    }));
    const format = options.json ? 'json' : options.format;
    if (reports.length === 0) {
      services.stderr.write('No report is stored yet. Import some: juesuan import PATH\n');
    }
    services.stdout.write(render(reports, format, options, services));
    const failed = () => reports.some(({ summary, findings }) => failsStrictly(store.checks(summary.id), findings));
    return options.strict && failed() ? EXIT.someFailed : EXIT.done;
  } finally {
    store.close();
  }
}

function render(
  reports: Parameters<typeof auditJson>[0],
  format: AuditFormat,
  options: AuditOptions,
  services: Services,
): string {
  switch (format) {
    case 'page':
      return auditPage(
        reports,
        painter(wantsColour(services.stdout.isTerminal, services.environment)),
        screenWidth(services.stdout),
      );
    case 'markdown':
      return auditMarkdown(reports);
    case 'csv':
      return auditCsv(reports, { bom: options.bom === true });
    case 'json':
      return auditJson(reports);
  }
}
