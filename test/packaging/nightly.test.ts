import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFile } from '../support/temporary-store.js';

const SCRIPT = join(import.meta.dirname, '../../packaging/nightly.sh');

/** Stands in for the program: writes down its arguments, and ends as it is told for its command. */
const JUESUAN = `#!/bin/sh
echo "$*" >> "$CALLS"
date +%s >> "$CALLS.times"
eval "exit \\\${CODE_$1:-0}"
`;

interface Night {
  /** The exit codes of commands; 0 for those that are not named. */
  readonly codes?: Readonly<Record<string, number>>;
  /** When the last digest was, as the night finds it. */
  readonly lastDigest?: string;
  /** Whether the script's pauses are real. */
  readonly waits?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs one night in a folder of its own. */
function night({ codes = {}, lastDigest, environment = {}, waits = false }: Night = {}) {
  const root = dirname(temporaryFile());
  const home = join(root, 'my home');
  const program = join(root, 'bin/juesuan');
  mkdirSync(dirname(program));
  writeFileSync(program, JUESUAN);
  chmodSync(program, 0o755);
  // Nobody waits here, but where the time itself is looked at.
  if (!waits) symlinkSync('/bin/true', join(dirname(program), 'sleep'));
  mkdirSync(home);
  const kept = join(home, 'last-digest');
  if (lastDigest !== undefined) writeFileSync(kept, lastDigest);
  const calls = join(root, 'calls');
  const { status } = spawnSync('sh', [SCRIPT], {
    env: {
      PATH: `${dirname(program)}:${process.env.PATH}`,
      CALLS: calls,
      JUESUAN_HOME: home,
      ...Object.fromEntries(Object.entries(codes).map(([command, code]) => [`CODE_${command}`, String(code)])),
      ...environment,
    },
  });
  const lines = existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [];
  const times = existsSync(calls) ? readFileSync(`${calls}.times`, 'utf8').trimEnd().split('\n').map(Number) : [];
  return {
    status,
    times,
    calls: lines.map((line) => line.replaceAll(home, 'HOME').replaceAll(/\d{4}-\d\d-\d\d(T\d{4}Z)?(?=\.)/g, 'NOW')),
    commands: lines.map((line) => line.split(' ')[0]),
    lastDigest: existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined,
  };
}

const BEFORE = '2026-11-26T02:10:00Z';
const ALL = ['fetch', 'import', 'digest', 'digest', 'backup'];

test('the first night: the steps in their order, a digest of everything, and its time is kept', () => {
  const { status, calls, lastDigest } = night();
  expect(status).toBe(0);
  expect(calls).toEqual([
    'fetch HOME/list.txt --into archive --db city.db --log log/fetch.log',
    'import archive --db city.db --log log/import.log',
    'digest --db city.db --since 1970-01-01 --out records/NOW.md',
    'digest --db city.db --since 1970-01-01 --json --out records/NOW.json',
    'backup backup/city-NOW.db --db city.db --force',
  ]);
  expect(lastDigest).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('the next digest begins after the import of this night, and before its digest', () => {
  const { times, lastDigest } = night({ waits: true });
  const [, importing = Number.NaN, digest = Number.NaN] = times;
  const kept = Date.parse(lastDigest ?? '') / 1000;
  expect(kept).toBeGreaterThan(importing);
  expect(kept).toBeLessThanOrEqual(digest);
});

test.each([
  ['of the last digest', BEFORE, BEFORE],
  ['of everything, where a loss of power emptied the file', '', '1970-01-01'],
])('a digest goes on from the time %s', (_, lastDigest, since) => {
  const { calls } = night({ lastDigest });
  expect(calls.filter((call) => call.startsWith(`digest --db city.db --since ${since} `))).toHaveLength(2);
});

test('the list may be another', () => {
  expect(night({ environment: { JUESUAN_LIST: '/etc/list.txt' } }).calls[0]).toMatch(/^fetch \/etc\/list\.txt /);
});

describe('exit codes', () => {
  test.each<[string, Readonly<Record<string, number>>, readonly string[], number, 'kept' | 'as before']>([
    ['1 of fetch goes on, and is the code of the night', { fetch: 1 }, ALL, 1, 'kept'],
    ['1 of import goes on', { import: 1 }, ALL, 1, 'kept'],
    ['the worst code is that of the night', { import: 1, backup: 3 }, ALL, 3, 'kept'],
    ['3 of fetch ends the night', { fetch: 3 }, ['fetch'], 3, 'as before'],
    ['3 of import ends it', { fetch: 1, import: 3 }, ['fetch', 'import'], 3, 'as before'],
    ['130 ends it', { import: 130 }, ['fetch', 'import'], 130, 'as before'],
    ['the code of a process that was killed ends it', { import: 137 }, ['fetch', 'import'], 137, 'as before'],
    ['a digest that was not written is made up for', { digest: 3 }, ['fetch', 'import', 'digest'], 3, 'as before'],
  ])('%s', (_, codes, commands, status, time) => {
    const { lastDigest, ...ended } = night({ codes, lastDigest: BEFORE });
    expect(ended).toMatchObject({ commands, status });
    expect(lastDigest === BEFORE ? 'as before' : 'kept').toBe(time);
  });

  test('a home that is not there is 3, and nothing is begun', () => {
    const { status, commands } = night({ environment: { JUESUAN_HOME: '/no/such/home' } });
    expect([status, commands]).toEqual([3, []]);
  });
});
