import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** Runs the program itself, with the real services behind it. */
function juesuan(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', ...argv],
    // npm's own warnings and colours must not reach stderr
    { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  return { status, stdout, stderr };
}

describe('the program', { timeout: 60_000 }, () => {
  it('prints the version of the package', () => {
    expect(juesuan('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [['codes', '20805', '--json'], '"2080505"'],
    [['explain', 'balance/grand-totals'], '# balance/grand-totals'],
    [['query', '--format', 'csv'], 'name,parameters,title'],
    [['schema'], 'json-schema.org'],
  ])('%j reaches what is behind it', (argv, part) => {
    const { status, stdout, stderr } = juesuan(...argv);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(part);
  });

  it.each([
    [['read', 'no-such-file.pdf'], 3, /^juesuan: no-such-file\.pdf: /],
    [['stage', 'extract', 'no-such-file.pdf'], 3, /no-such-file\.pdf/],
    [['audit', '--db', 'no-such.db'], 3, /no-such\.db/],
    [['frobnicate'], 2, /unknown command/],
  ])('%j exits with %i', (argv, status, words) => {
    const result = juesuan(...argv);
    expect({ status: result.status, stdout: result.stdout }).toEqual({ status, stdout: '' });
    expect(result.stderr).toMatch(words);
  });
});
