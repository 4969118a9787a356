import { Argument, Command } from 'commander';
import { EXIT } from '../exit-code.js';
import { type OcrOptions, readingOf, withOcrOptions } from '../ocr-options.js';
import { formatJson } from '../output/json.js';
import { type Finish, type Services, STAGE_NAMES, type StageName } from '../services.js';

interface StageOptions extends OcrOptions {
  readonly json?: true;
}

/** `juesuan stage NAME FILE`: the document after a stage, for maintainers. */
export function stageCommand(services: Services, finish: Finish): Command {
  return withOcrOptions(new Command('stage'))
    .description('for maintainers: show a document after one stage of reading, as text')
    .addArgument(new Argument('<name>', 'the stage').choices(STAGE_NAMES))
    .argument('<file>', 'a report as PDF, picture or text; or a folder of pictures')
    .option('--json', 'print an object with the stage, the file and the text')
    .action(async (name: StageName, file: string, options: StageOptions) => {
      const text = await services.stage(name, file, readingOf(options));
      const ended = text.endsWith('\n') ? text : `${text}\n`;
      services.stdout.write(options.json ? formatJson({ stage: name, file, text }) : ended);
      finish(EXIT.done);
    });
}
