import { Command } from 'commander';
import type { CodeHit } from '../../normalize/classify/search.js';
import { EXIT } from '../exit-code.js';
import { formatJson } from '../output/json.js';
import { formatTable, type TableColumn } from '../output/table.js';
import type { Finish, Services } from '../services.js';

interface CodesOptions {
  readonly json?: true;
}

const COLUMNS: readonly TableColumn[] = [
  { header: 'scheme', align: 'left' },
  { header: 'code', align: 'left' },
  { header: 'level', align: 'left' },
  { header: 'name', align: 'left' },
  { header: 'valid', align: 'left' },
  { header: 'seen in print', align: 'left' },
  { header: 'evidence', align: 'left' },
];

/** "2019-2023", "from 2019", "until 2023", or '' where nothing is known. */
function years(from: number | null, to: number | null): string {
  if (from === null) {
    return to === null ? '' : `until ${to}`;
  }
  return to === null ? `from ${from}` : `${from}-${to}`;
}

/** "2018-2026"; one year where the others are not known. */
function seen(first: number | null, last: number | null): string {
  return [...new Set([first, last])].filter((year) => year !== null).join('-');
}

function codeRow(hit: CodeHit): readonly string[] {
  const { scheme, code, level, name, validFrom, validTo, firstSeen, lastSeen, evidence } = hit;
  return [scheme, code, level, name, years(validFrom, validTo), seen(firstSeen, lastSeen), evidence];
}

/** `juesuan codes SEARCH`: the classification codes 政府收支分类科目 that the program knows. */
export function codesCommand(services: Services, finish: Finish): Command {
  return new Command('codes')
    .description('look up classification codes (政府收支分类科目) by the beginning of a code or by words of a name')
    .argument('<search...>', 'digits, or words that the name contains')
    .option('--json', 'print the entries as JSON')
    .action(async (search: readonly string[], options: CodesOptions) => {
      const hits = await services.searchCodes(search.join(' '));
      if (options.json) {
        services.stdout.write(formatJson(hits));
      } else if (hits.length > 0) {
        services.stdout.write(formatTable(COLUMNS, hits.map(codeRow)));
      } else {
        services.stderr.write(`No code and no name matches "${search.join(' ')}". Try fewer digits or one word.\n`);
      }
      finish(EXIT.done);
    });
}
