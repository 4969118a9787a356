import { describe, expect, it } from 'vitest';
import type { Examined } from '../../../src/cli/doctor/examined.js';
import { run } from '../fake-services.js';

describe('juesuan backup', () => {
  it('copies the named database and says what came of it', async () => {
    const asked: unknown[] = [];
    const backup = async (...copy: readonly unknown[]) => {
      asked.push(copy);
      return { file: 'copy.db', bytes: 3 * 2 ** 20, reports: 2 };
    };
    const { exitCode, stdout } = await run(['backup', 'copy.db', '--db', 'city.db'], { backup });
    expect([exitCode, stdout]).toEqual([0, 'city.db was copied to copy.db (2 reports, 3.0 MiB); the copy is sound.\n']);
    const forced = await run(['backup', 'copy.db', '--force', '--json'], { backup });
    expect(JSON.parse(forced.stdout)).toEqual({ file: 'copy.db', bytes: 3 * 2 ** 20, reports: 2 });
    expect(asked).toEqual([
      ['city.db', 'copy.db', { force: false }],
      ['juesuan.db', 'copy.db', { force: true }],
    ]);
  });

  it('makes no database that is not there', async () => {
    expect((await run(['backup', 'copy.db'], { fileExists: async () => false })).exitCode).toBe(3);
  });
});

describe('juesuan doctor', () => {
  const ok: Examined = { part: 'SQLite', health: 'ok', found: '3.53.2', remedy: null };
  const limited: Examined = { part: 'memory', health: 'limited', found: '1.0 GiB', remedy: 'End other programs.' };
  const broken: Examined = { part: 'Node.js', health: 'broken', found: 'v18', remedy: 'Install a newer one.' };

  it.each([
    [[ok], 0, 'ok'],
    [[ok, limited], 0, 'limited'],
    [[broken, limited, ok], 1, 'broken'],
  ] as const)('%j exits with %i', async (parts, exitCode, health) => {
    const result = await run(['doctor', '--json'], { examine: async () => parts });
    expect(result.exitCode).toBe(exitCode);
    expect(JSON.parse(result.stdout)).toEqual({ health, parts });
  });

  it('shows a line a part, with what to do below it', async () => {
    const { stdout } = await run(['doctor'], { examine: async () => [ok, limited] });
    expect(stdout).toBe('ok       SQLite: 3.53.2\nlimited  memory: 1.0 GiB\n         End other programs.\n');
  });
});
