import { Command } from 'commander';
import { auditCommand } from './commands/audit.js';
import { backupCommand } from './commands/backup.js';
import { codesCommand } from './commands/codes.js';
import { digestCommand } from './commands/digest.js';
import { doctorCommand } from './commands/doctor.js';
import { explainCommand } from './commands/explain.js';
import { fetchCommand } from './commands/fetch.js';
import { importCommand } from './commands/import.js';
import { queryCommand } from './commands/query.js';
import { readCommand } from './commands/read.js';
import { retryCommand } from './commands/retry.js';
import { runsCommand } from './commands/runs.js';
import { schemaCommand } from './commands/schema.js';
import { stageCommand } from './commands/stage.js';
import { watchCommand } from './commands/watch.js';
import { EXIT, failureOf } from './exit-code.js';
import type { Finish, Services } from './services.js';

/** The commands in the order of the help page. */
const COMMANDS: readonly ((services: Services, finish: Finish) => Command)[] = [
  importCommand,
  watchCommand,
  digestCommand,
  runsCommand,
  retryCommand,
  fetchCommand,
  readCommand,
  auditCommand,
  queryCommand,
  codesCommand,
  explainCommand,
  schemaCommand,
  backupCommand,
  doctorCommand,
  stageCommand,
];

/** The whole command line, not yet run. `finish` receives the exit code of the command that ran. */
export function buildProgram(services: Services, finish: Finish): Command {
  const program = new Command('juesuan')
    .description(
      'Reads the final accounts and budgets of Chinese government bodies (决算, 预算) into a database in which every ' +
        "number knows where it was printed and whether the report's own arithmetic confirms it.",
    )
    .version(services.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('("juesuan help COMMAND" shows how a command is used)')
    .exitOverride()
    .configureOutput({
      writeOut: services.stdout.write,
      writeErr: services.stderr.write,
      getOutHelpWidth: () => services.stdout.columns,
      getErrHelpWidth: () => services.stderr.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const build of COMMANDS) {
    program.addCommand(build(services, finish).copyInheritedSettings(program));
  }
  return program;
}

/** Runs one command line (without node and script) and gives the exit code. Every error ends here, told on stderr. */
export async function runCommandLine(argv: readonly string[], services: Services): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = buildProgram(services, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.message !== '') {
      services.stderr.write(`juesuan: ${failure.message}\n`);
    }
    if (failure.remedy !== '') {
      services.stderr.write(`         ${failure.remedy}\n`);
    }
    if (failure.trace !== null) {
      services.stderr.write(`${failure.trace}\n`);
    }
    return failure.exitCode;
  }
}
