import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A program that is watched while it does `work`. */
function watched(limits: { readonly time: number; readonly memory: number }, work: string) {
  const program = `const { watchOver } = await import('./src/batch/watch.ts');
    const watch = await watchOver('bad.pdf', ${JSON.stringify(limits)}, 60_000);
    ${work}
    watch.end();
    process.stdout.write('done');`;
  const argv = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { signal, status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: root,
    encoding: 'utf8',
    timeout: 40_000,
    killSignal: 'SIGTERM',
  });
  return { signal, status, stdout, stderr };
}

const MEMORY = 2 ** 32;

test('a reading that never comes back ends the program with a reason', () => {
  const { signal, stderr, stdout } = watched({ time: 300, memory: MEMORY }, 'for (;;);');
  expect([signal, stdout]).toEqual(['SIGKILL', '']);
  expect(stderr).toContain('juesuan: bad.pdf: it took more than 0.3 s and was given up\n         Give it');
});

test('a reading that fills the memory does too', () => {
  const fill = 'const kept = []; for (;;) kept.push(Buffer.alloc(8 << 20, 1));';
  const { signal, stderr } = watched({ time: 60_000, memory: 600 * 2 ** 20 }, fill);
  expect(signal).toBe('SIGKILL');
  expect(stderr).toContain('juesuan: bad.pdf: it needed more than 600 MB of memory');
});

test('a page that is read from its picture begins the time anew', () => {
  const pause = 'await new Promise((resolve) => setTimeout(resolve, 2500));';
  const page = `watch.progress({ file: 'bad.pdf', done: 0, of: 1 }); ${pause}`;
  expect(watched({ time: 2000, memory: MEMORY }, page)).toMatchObject({ status: 0, stdout: 'done', stderr: '' });
});

test('after its end nothing is watched, and a watch keeps no program alive', () => {
  const after = watched({ time: 500, memory: MEMORY }, 'watch.end(); await new Promise((r) => setTimeout(r, 1500));');
  expect(after).toMatchObject({ status: 0, stdout: 'done' });
});
