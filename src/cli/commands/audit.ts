import { Command, Option } from 'commander';
import { AUDIT_FORMATS } from '../audit/formats.js';
import type { AuditOptions } from '../audit/run-audit.js';
import { databaseOption } from '../options.js';
import type { Finish, Services } from '../services.js';

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
      const { runAudit } = await import('../audit/run-audit.js');
      finish(await runAudit(text, options, services));
    });
}
