// Whole processes as the thing measured. One that fails is an error: its time would mean nothing.
import { spawnSync } from 'node:child_process';

const OUTPUT_LIMIT = 1 << 28;

/** Runs a node program to its end; gives what it wrote to stderr. Throws when it ends with another code than 0. */
export function runNode(parameters) {
  const run = spawnSync(process.execPath, parameters, { encoding: 'utf8', maxBuffer: OUTPUT_LIMIT });
  if (run.status !== 0) throw new Error(`node ${parameters.join(' ')} ended with ${run.status}:\n${run.stderr}`);
  return run.stderr;
}

/** Peak resident memory, in bytes, of a node program run to its end. */
export function peakMemory(parameters) {
  const stderr = runNode(['--import', new URL('report-memory.mjs', import.meta.url).href, ...parameters]);
  return Number(/peak-memory-bytes (\d+)\s*$/.exec(stderr)?.[1]);
}
