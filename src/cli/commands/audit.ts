import { Command, Option } from 'commander';
import { auditPairs } from '../audit/between.js';
import { AUDIT_FORMATS, type AuditFormat, auditCsv, auditJson, auditMarkdown, auditPage } from '../audit/render.js';
import { selectReports } from '../audit/select.js';
import { EXIT } from '../exit-code.js';
import { databaseOption, requireDatabase } from '../options.js';
import { painter, wantsColour } from '../output/colour.js';
import { screenWidth } from '../output/screen.js';
import type { Finish, Services } from '../services.js';
import { failsStrictly } from '../strict.js';

interface AuditOptions {
  readonly db: string;
  readonly format: AuditFormat;
  readonly json?: true;
  readonly bom?: true;
  readonly strict?: true;
}

/** `juesuan audit [REPORT]`: what was found in the stored reports, by severity, with pages. */
export function auditCommand(services: Services, finish: Finish): Command {
  return new Command('audit')
    .description('show how far stored reports are confirmed and what was found in them, with pages')
    .argument('[report]', 'the id of a report, or a part of its file name or agency; all without it')
    .addOption(databaseOption())
    .addOption(new Option('--format <format>', 'how to print it').choices(AUDIT_FORMATS).default('page'))
    .option('--json', 'the same as --format json')
    .option('--bom', 'begin CSV with a byte order mark, for spreadsheets')
    .option('--strict', 'exit with 1 when a check of one of the reports fails with an error or a warning')
    .action(async (text: string | undefined, options: AuditOptions) => {
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
        finish(options.strict && failed() ? EXIT.someFailed : EXIT.done);
      } finally {
        store.close();
      }
    });
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
