import { Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import type { ImportItem, ImportRun } from '../../store/import-runs.js';
import { EXIT } from '../exit-code.js';
import { databaseOption, parseCount } from '../options.js';
import { formatJson } from '../output/json.js';
import { formatTable, type TableColumn } from '../output/table.js';
import type { Finish, Services } from '../services.js';

/** Runs that are shown unless more are asked for. */
const SHOWN = 20;

const RUN_COLUMNS: readonly TableColumn[] = [
  { header: 'run', align: 'right' },
  { header: 'state', align: 'left' },
  { header: 'started', align: 'left' },
  ...['documents', 'stored', 'replaced', 'skipped', 'failed', 'quarantined', 'unfinished'].map(
    (header): TableColumn => ({ header, align: 'right' }),
  ),
];

const ITEM_COLUMNS: readonly TableColumn[] = [
  { header: 'document', align: 'left' },
  { header: 'state', align: 'left' },
  { header: 'attempts', align: 'right' },
  { header: 'seconds', align: 'right' },
  { header: 'reason', align: 'left' },
];

interface RunsOptions {
  readonly db: string;
  readonly limit: number;
  readonly json?: true;
}

/** `juesuan runs [RUN]`: the imports of a database, or the documents of one of them. */
export function runsCommand(services: Services, finish: Finish): Command {
  return new Command('runs')
    .description('what imports have done: how each run ended, which documents failed, why, and how often')
    .argument('[run]', 'the number of a run: its documents', parseCount)
    .addOption(databaseOption())
    .addOption(new Option('--limit <n>', 'at most so many runs, the newest').argParser(parseCount).default(SHOWN))
    .option('--json', 'print as JSON')
    .action(async (run: number | undefined, { db, limit, json }: RunsOptions) => {
      const record = await services.openImportRuns(db, { readOnly: true });
      try {
        const runs = record.runs(run === undefined ? limit : Number.MAX_SAFE_INTEGER);
        if (run === undefined) {
          services.stdout.write(json ? formatJson(runs) : runsTable(runs));
        } else {
          if (!runs.some(({ id }) => id === run))
            throw new UsageError(`there is no run ${run}`, '`juesuan runs` lists the runs of the database.');
          const items = record.items(run);
          services.stdout.write(json ? formatJson(items) : itemsTable(items));
        }
      } finally {
        record.close();
      }
      finish(EXIT.done);
    });
}

function runsTable(runs: readonly ImportRun[]): string {
  if (runs.length === 0) return 'No import is on record.\n';
  return formatTable(
    RUN_COLUMNS,
    runs.map((run) => [
      String(run.id),
      run.state,
      run.startedAt.slice(0, 19).replace('T', ' '),
      ...[run.documents, run.stored, run.replaced, run.skipped, run.failed, run.quarantined, run.unfinished].map(
        String,
      ),
    ]),
  );
}

function itemsTable(items: readonly ImportItem[]): string {
  if (items.length === 0) return 'The run read nothing: every document was stored already.\n';
  return formatTable(
    ITEM_COLUMNS,
    items.map(({ file, state, attempts, seconds, reason }) => [
      file,
      state,
      String(attempts),
      seconds?.toFixed(1) ?? '',
      reason ?? '',
    ]),
  );
}
