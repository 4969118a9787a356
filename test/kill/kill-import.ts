import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Draw, seeded } from '../../samples/make/random.js';
import { allGone, type Program, start } from './processes.js';

/** What is imported, into what, and how often the import is killed. */
export interface KillOrder {
  readonly program: Program;
  readonly words: readonly string[];
  readonly database: string;
  readonly documents: number;
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds that an undisturbed run took, and that the program takes to start. */
  readonly undisturbed: number;
  readonly starting: number;
  readonly tell?: (words: string) => void;
}

/** What happened, for those who want to know whether kills struck where it counts. */
export interface KillReport {
  /** Kills by the number of reports that were stored when they struck. */
  readonly struck: readonly { readonly stored: number; readonly whole: boolean; readonly wait: number }[];
  /** Words on everything that is not as it must be. */
  readonly faults: readonly string[];
  /** Runs that ended before they could be killed. */
  readonly missed: number;
}

/** A child that has a document in work notices at its end that its parent is gone. Milliseconds. */
const FAREWELL = 60_000;

/**
 * Starts the import again and again and kills it with SIGKILL after a time that is drawn: its parent alone or all its processes at once, with
 * the next run beginning at once or after the last process is gone. In the end the import runs undisturbed.
 */
export async function killImport(order: KillOrder): Promise<KillReport> {
  const { program, words, database, kills, tell = () => {} } = order;
  const draw = seeded(order.seed);
  const struck: KillReport['struck'][number][] = [];
  const faults: string[] = [];
  const farewells: Promise<void>[] = [];
  let missed = 0;
  // A run that ended before its kill is no kill; where all is stored, runs are short, and not every one is hit.
  for (let kill = 0; kill < kills && missed <= kills; ) {
    const [whole, atOnce] = [draw(0, 1) === 1, draw(0, 1) === 1];
    const wait = waitBefore(order, kills - kill, draw);
    const run = start(program, words);
    const first = await Promise.race([run.ended.then(() => 'ended' as const), pause(wait, 'killed' as const)]);
    if (first === 'ended') {
      missed++;
      continue;
    }
    process.kill(whole ? -run.group : run.group, 'SIGKILL');
    await run.ended;
    kill++;
    const number = kill;
    const gone = allGone(run.group, FAREWELL).then((all) => {
      if (!all) faults.push(`after kill ${number} a process of the import lived on for ${FAREWELL / 1000} s`);
    });
    if (atOnce) farewells.push(gone);
    else await gone;
    faults.push(...unsound(database).map((fault) => `after kill ${kill}: ${fault}`));
    struck.push({ stored: storedIn(database), whole, wait });
    tell(`kill ${kill} after ${wait} ms: ${struck.at(-1)?.stored} stored`);
  }
  await Promise.all(farewells);
  const code = await start(program, words).ended;
  if (code !== 0) faults.push(`the last, undisturbed run ended with ${code}`);
  faults.push(...unsound(database), ...unsettled(database));
  return { struck, faults, missed };
}

/** Up to twice what is needed for a share of what is left, so that kills strike from the start to the end of the work. */
function waitBefore(order: KillOrder, killsLeft: number, draw: Draw): number {
  const left = order.documents - storedIn(order.database);
  const each = order.undisturbed / order.documents;
  return draw(0, Math.round(2 * (order.starting + (left * each) / (killsLeft + 1))));
}

function storedIn(file: string): number {
  return ask(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'report'") === 0
    ? 0
    : ask(file, 'SELECT count(*) FROM report');
}

function ask(file: string, sql: string): number {
  if (!existsSync(file)) return 0;
  const database = new Database(file, { timeout: 30_000 });
  try {
    return Number(database.prepare(sql).pluck().get());
  } finally {
    database.close();
  }
}

function unsound(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const database = new Database(file, { timeout: 30_000 });
  try {
    const word = String(database.pragma('integrity_check', { simple: true }));
    const loose = database.pragma('foreign_key_check') as readonly unknown[];
    return [
      ...(word === 'ok' ? [] : [`integrity_check says ${word}`]),
      ...(loose.length === 0 ? [] : [`${loose.length} rows lead nowhere`]),
    ];
  } finally {
    database.close();
  }
}

/** What may not be left behind: documents being read for ever, runs that never ended, a document that was stored twice, an index that lags. */
function unsettled(file: string): readonly string[] {
  const questions: readonly (readonly [what: string, sql: string])[] = [
    ['documents are being read for ever', "SELECT count(*) FROM import_item WHERE state = 'reading'"],
    ['runs go on for ever', "SELECT count(*) FROM import_run WHERE state = 'running'"],
    [
      'documents were stored twice',
      `SELECT count(*) FROM (SELECT 1 FROM import_item WHERE state IN ('stored', 'replaced') GROUP BY sha256 HAVING count(*) > 1)`,
    ],
    ['documents failed', "SELECT count(*) FROM import_item WHERE state IN ('failed', 'quarantined')"],
    [
      'reports have not the number under which they were met',
      'SELECT count(*) FROM report AS r JOIN arrival AS a ON a.sha256 = r.sha256 WHERE a.id <> r.id',
    ],
  ];
  const faults = questions.flatMap(([what, sql]) => {
    const count = ask(file, sql);
    return count === 0 ? [] : [`${count} ${what}`];
  });
  const database = new Database(file);
  try {
    database.exec("INSERT INTO section_search (section_search, rank) VALUES ('integrity-check', 1)");
    return faults;
  } catch (error) {
    return [...faults, `the index of sections lags: ${String(error)}`];
  } finally {
    database.close();
  }
}
