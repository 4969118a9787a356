import type { DatabaseState } from '../../store/examine-database.js';
import { type Examined, ok } from './examined.js';

/** Judges the database that `--db` names. Pure. */
export function examinedDatabase(file: string, state: DatabaseState): readonly Examined[] {
  const part = `database ${file}`;
  switch (state.state) {
    case 'missing':
      return [ok(part, 'not there yet: the first import makes it')];
    case 'unusable':
      return [{ part, health: 'broken', found: state.reason, remedy: state.remedy }];
    case 'opened':
      return [version(part, state), integrity(part, state), ...runs(part, state.unfinishedRuns)];
  }
}

type Opened = Extract<DatabaseState, { state: 'opened' }>;

function version(part: string, { version, newest, reports }: Opened): Examined {
  const found = `${reports} ${reports === 1 ? 'report' : 'reports'}, version ${version}`;
  if (version === newest) return ok(part, found);
  if (version > newest) {
    const remedy = 'Install the newer juesuan that wrote it.';
    return { part, health: 'broken', found: `${found}; this program knows versions up to ${newest}`, remedy };
  }
  const remedy = `The next import brings it up to version ${newest}, after making a copy; until then it cannot be asked.`;
  return { part, health: 'limited', found, remedy };
}

function integrity(part: string, { faults, version, newest }: Opened): Examined {
  const name = `${part}: integrity`;
  const [first] = faults;
  if (first === undefined) {
    // The sums of an older database are made anew before it is asked.
    const sums = version === newest ? ', every sum is that of its figures' : '';
    return ok(name, `no damage, every row has its owner${sums}`);
  }
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const remedy = 'Take the newest backup, or import the reports again; `sqlite3 FILE .recover` may save the rest.';
  return { part: name, health: 'broken', found: `${first}${more}`, remedy };
}

function runs(part: string, unfinished: number | null): readonly Examined[] {
  if (unfinished === null) return [];
  const name = `${part}: runs`;
  if (unfinished === 0) return [ok(name, 'every import run has ended')];
  const remedy = 'Either it is still at work, or it was interrupted: the same import goes on where it stopped.';
  return [{ part: name, health: 'limited', found: `${unfinished} without an end`, remedy }];
}
