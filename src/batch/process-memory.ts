import { readFile } from 'node:fs/promises';

/** Bytes of a page of memory on the machines that Node runs on under Linux. */
const PAGE = 4096;

/** Resident memory of a process in bytes; `null` where the system does not tell (it has no /proc), or the process is gone. */
export async function residentMemory(process: number): Promise<number | null> {
  try {
    const [, resident] = (await readFile(`/proc/${process}/statm`, 'latin1')).split(' ');
    return resident === undefined ? null : Number(resident) * PAGE;
  } catch {
    return null;
  }
}
