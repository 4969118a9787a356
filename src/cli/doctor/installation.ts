import { availableParallelism, freemem, totalmem } from 'node:os';
import path from 'node:path';
import { usualOcr } from '../../extract/ocr/installed-ocr.js';
import { examineDatabase } from '../../store/examine-database.js';
import { examinedDatabase } from './database.js';
import type { Examined } from './examined.js';
import { freeBytes, installedParts } from './installed-parts.js';
import { examineMachine } from './machine.js';
import { examineParts } from './parts.js';

/** What the package says of itself. */
export interface Package {
  readonly version: string;
  /** The versions of Node.js that it runs on: ">=20.19". */
  readonly node: string;
}

/** Everything that this installation needs and what the machine offers, with the database that is named. Changes nothing. */
export async function examineInstallation(
  database: string,
  environment: Readonly<Record<string, string | undefined>>,
  program: Package,
): Promise<readonly Examined[]> {
  const { cache } = usualOcr(environment);
  const machine = examineMachine({
    node: process.version,
    nodeNeeded: program.node.replace(/^\D+/, ''),
    platform: `${process.platform} ${process.arch}`,
    program: program.version,
    processors: availableParallelism(),
    memory: totalmem(),
    memoryFree: process.availableMemory?.() ?? freemem(),
    diskOfDatabase: await freeBytes(database),
    diskOfReadings: cache === null ? null : await freeBytes(path.join(cache, 'x')),
  });
  const parts = await examineParts(installedParts(environment));
  return [...machine, ...parts, ...examinedDatabase(database, await examineDatabase(database))];
}
