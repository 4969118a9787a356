import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How the program is started: a command and what comes before the words of the user. */
export interface Program {
  readonly command: string;
  readonly argv: readonly string[];
  readonly cwd: string;
}

/** A run of the program in a process group of its own. */
export interface Started {
  readonly group: number;
  readonly child: ChildProcess;
  /** Exit code, `null` after a signal. */
  readonly ended: Promise<number | null>;
}

export function start({ command, argv, cwd }: Program, words: readonly string[]): Started {
  const child = spawn(command, [...argv, ...words], { cwd, detached: true, stdio: 'ignore' });
  if (child.pid === undefined) throw new Error(`expected that ${command} starts`);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { group: child.pid, child, ended };
}

/** Whether a process of the group lives; what has ended and only waits to be asked for its exit code does not. */
function lives(group: number): boolean {
  if (!existsSync('/proc/self/stat')) {
    try {
      process.kill(-group, 0);
      return true;
    } catch {
      return false;
    }
  }
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isOf(group, name));
}

function isOf(group: number, process: string): boolean {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
    // The name of the program stands in brackets and may hold anything.
    const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(itsGroup) === group && state !== 'Z';
  } catch {
    return false;
  }
}

/** Waits until no process of the group lives: a child ends when it notices that its parent is gone. `false` where one still does. */
export async function allGone(group: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!lives(group)) return true;
    await pause(50);
  }
  return !lives(group);
}
