import { Command } from 'commander';
import { type Examined, worst } from '../doctor/examined.js';
import { EXIT } from '../exit-code.js';
import { databaseOption } from '../options.js';
import { type Colour, painter, wantsColour } from '../output/colour.js';
import { formatJson } from '../output/json.js';
import type { Finish, Services } from '../services.js';

interface DoctorOptions {
  readonly db: string;
  readonly json?: true;
}

const COLOURS: Readonly<Record<Examined['health'], Colour>> = { ok: 'green', limited: 'yellow', broken: 'red' };

/** `juesuan doctor`: what this installation can do, and what to do about what it cannot. */
export function doctorCommand(services: Services, finish: Finish): Command {
  return new Command('doctor')
    .description('show what this installation can do and whether the database is sound, and what to do where not')
    .addOption(databaseOption())
    .option('--json', 'print JSON: health, and parts with part, health, found, remedy')
    .action(async (options: DoctorOptions) => {
      const parts = await services.examine(options.db);
      const health = worst(parts);
      services.stdout.write(options.json ? formatJson({ health, parts }) : page(parts, services));
      finish(health === 'broken' ? EXIT.someFailed : EXIT.done);
    });
}

function page(parts: readonly Examined[], { stdout, environment }: Services): string {
  const paint = painter(wantsColour(stdout.isTerminal, environment));
  return parts
    .map(({ part, health, found, remedy }) => {
      const line = `${paint(COLOURS[health], health.padEnd(7))}  ${part}: ${found}\n`;
      return remedy === null ? line : `${line}         ${remedy}\n`;
    })
    .join('');
}
