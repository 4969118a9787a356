// Memory of a process and all that it started, read from /proc (Linux only).
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 250;
/** Bytes in a page of memory; the only size that Node runs with on x64 and arm64 Linux by default. */
const PAGE_BYTES = 4096;

/**
 * Runs a node program to its end; gives its seconds, its exit code, what it printed, and the resident memory of its process tree over time, in bytes.
 * @returns {Promise<{seconds: number, code: number | null, output: string, memory: {at: number, bytes: number}[]}>}
 */
export function watchedNode(parameters) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const memory = [];
    const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    const timer = setInterval(() => {
      const bytes = treeMemory(child.pid);
      if (bytes > 0) memory.push({ at: (performance.now() - started) / 1000, bytes });
    }, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - started) / 1000, code, output, memory });
    });
  });
}

/** Resident bytes of a process and of its descendants; 0 where /proc does not know it. */
function treeMemory(root) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    // The name of the program stands in brackets and may hold anything; the parent is the second field after it.
    const parent = Number(read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let bytes = 0;
  const open = [root];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    bytes += Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES;
    open.push(...(children.get(pid) ?? []));
  }
  return bytes;
}

/** A file of /proc, empty when its process has just ended. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
