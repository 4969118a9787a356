import { Command } from 'commander';
import { UsageError } from '../../errors.js';
import { EXIT } from '../exit-code.js';
import { formatJson } from '../output/json.js';
import { formatTable } from '../output/table.js';
import type { Finish, Services } from '../services.js';

interface ExplainOptions {
  readonly json?: true;
}

/** `juesuan explain CHECK`: what a check compares, why it may fail, and when a failure is legitimate. */
export function explainCommand(services: Services, finish: Finish): Command {
  return new Command('explain')
    .description('explain a check or finding by its id; without an id, list all')
    .argument('[check]', 'an id such as the one a finding shows: family/subject')
    .option('--json', 'print JSON: the list, or an object with the id and its page')
    .action(async (check: string | undefined, options: ExplainOptions) => {
      services.stdout.write(check === undefined ? await list(services, options) : await page(check, services, options));
      finish(EXIT.done);
    });
}

async function list(services: Services, options: ExplainOptions): Promise<string> {
  const pages = await services.checkPages();
  if (options.json) {
    return formatJson(pages);
  }
  return formatTable(
    [
      { header: 'check', align: 'left' },
      { header: 'summary', align: 'left' },
    ],
    pages.map(({ id, summary }) => [id, summary]),
  );
}

async function page(check: string, services: Services, options: ExplainOptions): Promise<string> {
  const markdown = await services.explainCheck(check);
  if (markdown === null) {
    throw new UsageError(`there is no check "${check}"`, '"juesuan explain" without an id lists them all.');
  }
  return options.json ? formatJson({ id: check, page: markdown }) : `${markdown.trimEnd()}\n`;
}
