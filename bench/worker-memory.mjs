// The memory of processes that a program starts: only the system can tell, and only Linux does so without help.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** How often the processes are asked, in milliseconds. The system keeps the peak, so that only the last moments may be missed. */
const EVERY = 100;

/** Runs a node program to its end; the highest peak of resident memory, in bytes, of the processes it started. Linux only. */
export async function peakOfWorkers(parameters, environment) {
  const run = spawn(process.execPath, parameters, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  run.stderr.on('data', (text) => {
    errors += text;
  });
  const ended = new Promise((resolve) => run.once('close', resolve));
  let peak = 0;
  const timer = setInterval(async () => {
    for (const worker of await childrenOf(run.pid)) peak = Math.max(peak, await peakOf(worker));
  }, EVERY);
  const code = await ended;
  clearInterval(timer);
  if (code !== 0) throw new Error(`node ${parameters.join(' ')} ended with ${code}:\n${errors}`);
  return peak;
}

async function childrenOf(pid) {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return children.split(' ').filter((one) => one !== '');
}

/** What the system keeps as the high-water mark of a process; 0 for one that has ended. */
async function peakOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return 1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}
