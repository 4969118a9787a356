import { sizeText } from '../output/size.js';
import { type Examined, ok } from './examined.js';

/** What the machine offers. Sizes in bytes. */
export interface Machine {
  readonly node: string;
  /** The oldest version of Node.js that package.json allows: "20.19". */
  readonly nodeNeeded: string;
  readonly platform: string;
  readonly program: string;
  readonly processors: number;
  readonly memory: number;
  readonly memoryFree: number;
  /** Room on the disks of the database and of the kept readings; `null` where it cannot be told. */
  readonly diskOfDatabase: number | null;
  readonly diskOfReadings: number | null;
}

/** A worker that reads pictures takes up to 900 MB, the program itself about 500 MB. */
const MEMORY_FOR_ONE_READER = 1.5 * 2 ** 30;
/** Room for a nightly run and the write-ahead log of the database. */
const DISK = 2 ** 30;

/** Judges the machine: version of Node.js, processors, memory, room on the disks. Pure. */
export function examineMachine(machine: Machine): readonly Examined[] {
  return [
    ok('juesuan', machine.program),
    nodeVersion(machine),
    ok('processors', String(machine.processors)),
    memory(machine),
    room('disk of the database', machine.diskOfDatabase),
    room('disk of kept readings', machine.diskOfReadings),
  ];
}

function nodeVersion({ node, nodeNeeded, platform }: Machine): Examined {
  const found = `${node} on ${platform}`;
  const [have, need] = [numbersOf(node), numbersOf(nodeNeeded)];
  const at = need.findIndex((number, index) => number !== (have[index] ?? 0));
  const old = at >= 0 && (have[at] ?? 0) < (need[at] ?? 0);
  if (!old) return ok('Node.js', found);
  return { part: 'Node.js', health: 'broken', found, remedy: `Install Node.js ${nodeNeeded} or newer.` };
}

function numbersOf(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

function memory({ memory: all, memoryFree }: Machine): Examined {
  const found = `${sizeText(all)}, ${sizeText(memoryFree)} free`;
  if (memoryFree >= MEMORY_FOR_ONE_READER) return ok('memory', found);
  const remedy = 'Reading pictures takes up to 900 MB a worker: use --ocr-workers 1, or end other programs.';
  return { part: 'memory', health: 'limited', found, remedy };
}

function room(part: string, free: number | null): Examined {
  if (free === null) return { part, health: 'limited', found: 'cannot be told', remedy: 'Look at it with df.' };
  if (free >= DISK) return ok(part, `${sizeText(free)} free`);
  return { part, health: 'limited', found: `only ${sizeText(free)} free`, remedy: 'Make room before a large import.' };
}
