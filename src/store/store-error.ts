import { JuesuanError } from '../errors.js';

/** A database file that cannot be used: not one of ours, newer than the program, locked, damaged, no room left. */
export class StoreError extends JuesuanError {
  readonly exitCode = 3;
  /** The database as the caller named it. */
  readonly file: string;

  constructor(file: string, reason: string, remedy: string, options?: ErrorOptions) {
    super(`${file}: ${reason}`, remedy, options);
    this.file = file;
  }
}

/**
 * A report that breaks the promises of its own types (a figure without a place, a path that leads nowhere, a page that
 * the file does not have). A bug of an earlier stage, hence no `JuesuanError`. Nothing of the report is stored.
 */
export class UnstorableReportError extends Error {
  override readonly name = 'UnstorableReportError';

  /** `report`: its file. `where`: path of the part at fault. */
  constructor(report: string, where: string, expected: string, found: string, options?: ErrorOptions) {
    super(
      `${report}: cannot be stored: ${where}: expected ${expected}, found ${found}. Nothing of it was stored; ` +
        'this is a fault of the program: run `juesuan stage verify FILE` and report it.',
      options,
    );
  }
}
