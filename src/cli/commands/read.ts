import { Command } from 'commander';
import { EXIT } from '../exit-code.js';
import { type LimitOptions, limitsOf, withLimitOptions } from '../import/import-options.js';
import { type OcrOptions, readingOf, withOcrOptions } from '../ocr-options.js';
import { painter, wantsColour } from '../output/colour.js';
import { formatJson } from '../output/json.js';
import { ocrLine } from '../output/ocr-line.js';
import { screenWidth } from '../output/screen.js';
import type { Finish, Services } from '../services.js';
import { failsStrictly } from '../strict.js';
import { watchedReading } from '../watched-reading.js';

interface ReadOptions extends OcrOptions, LimitOptions {
  readonly json?: true;
  readonly strict?: true;
}

/** `juesuan read FILE`: one report on stdout, nothing stored. */
export function readCommand(services: Services, finish: Finish): Command {
  return withLimitOptions(withOcrOptions(new Command('read')))
    .description('read one report and show it; nothing is stored')
    .argument('<file>', 'a report as PDF, picture or text; or a folder of pictures')
    .option('--json', 'print the whole report as JSON (see: juesuan schema)')
    .option('--strict', 'exit with 1 when a check of the report fails with an error or a warning')
    .action(async (file: string, options: ReadOptions) => {
      const line = ocrLine(services.stderr, services.now);
      const reading = { ...readingOf(options), onOcrProgress: line.progress };
      const report = await watchedReading(file, reading, limitsOf(options), services).finally(line.close);
      if (options.json) {
        const { toReportJson } = await import('../../report-json.js');
        services.stdout.write(formatJson(toReportJson(report)));
      } else {
        const { reportPage } = await import('../output/report-page.js');
        const paint = painter(wantsColour(services.stdout.isTerminal, services.environment));
        services.stdout.write(reportPage(report, paint, screenWidth(services.stdout)));
      }
      finish(options.strict && failsStrictly(report.checks, report.findings) ? EXIT.someFailed : EXIT.done);
    });
}
