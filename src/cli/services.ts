import type { DocumentLimits } from '../batch/document-limits.js';
import type { DocumentImporter } from '../batch/job.js';
import type { ProcessOptions } from '../batch/process-importer.js';
import type { Reading as PlainReading } from '../batch/reading.js';
import type { Watch } from '../batch/watch.js';
import type { OcrProgress } from '../extract/extraction.js';
import type { FetchListener, FetchRequest, FetchRun, Ledger } from '../fetch/fetch.js';
import type { CodeHit } from '../normalize/classify/search.js';
import type { Backup } from '../store/backup.js';
import type { QueryLimits } from '../store/bounded-query/ask-bounded.js';
import type { Downloads } from '../store/downloads.js';
import type { ImportRuns, RunOwner } from '../store/import-runs.js';
import type { NamedQuery } from '../store/named-queries.js';
import type { RunNews } from '../store/run-news.js';
import type { BoundedResult, QueryParameters, QueryRows, Store } from '../store/store.js';
import type { VerifiedReport } from '../verify/check.js';
import type { CheckPage } from './check-pages.js';
import type { Examined } from './doctor/examined.js';
import type { FoundDocuments } from './import/find-documents.js';
import type { SeenDocument } from './watch/settled.js';

/** The stages a maintainer can look behind with `juesuan stage`. */
export const STAGE_NAMES = ['extract', 'segment', 'normalize', 'verify'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** One of the two streams a command may write to: data on stdout, talk on stderr. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Width in character cells; 80 where the terminal does not tell. */
  readonly columns: number;
}

/** How reports are read, and who is told how far the reading of pictures is. */
export interface Reading extends PlainReading {
  readonly onOcrProgress?: (progress: OcrProgress) => void;
}

/** A destination of log lines; each line is one JSON object with a line break. */
export interface LogSink {
  readonly write: (line: string) => void;
}

/**
 * Everything outside a command that it can reach: the pipeline, the store, the disk, the clock, the terminal.
 * Tests put fakes here; main.ts puts the real ones, which load what is heavy only when it is called.
 */
export interface Services {
  /** Version of the package, for --version. */
  readonly version: string;
  /** Version of the reading program: a report read by another one is not current. */
  readonly programVersion: () => Promise<string>;
  readonly readReport: (file: string, reading?: Reading) => Promise<VerifiedReport>;
  /** The document after a stage as readable text. */
  readonly stage: (name: StageName, file: string, reading?: Reading) => Promise<string>;
  readonly openStore: (file: string, options: { readonly readOnly: boolean }) => Promise<Store>;
  /** The record of imports of a database. */
  readonly openImportRuns: (file: string, options: { readonly readOnly: boolean }) => Promise<ImportRuns>;
  /** What imports brought. */
  readonly openRunNews: (file: string) => Promise<RunNews>;
  /** Imports in processes of their own. */
  readonly processImporter: (options: ProcessOptions) => Promise<DocumentImporter>;
  /** Ends this process when the document that it reads exceeds its limits; `page`: milliseconds for one page read from its picture. */
  readonly watchOver: (file: string, limits: DocumentLimits, page?: number) => Promise<Watch>;
  /** This process, for the record. */
  readonly owner: RunOwner;
  /** Ends after so many milliseconds, or as soon as the signal is aborted. */
  readonly pause: (milliseconds: number, until?: AbortSignal) => Promise<void>;
  readonly namedQueries: () => Promise<readonly NamedQuery[]>;
  /** Answers a ready-made query, row by row. */
  readonly askNamed: (store: Store, name: string, parameters: Readonly<Record<string, string>>) => Promise<QueryRows>;
  /** Answers SQL of a user on the database `file`, in a process that is ended when its time is up. */
  readonly askBounded: (
    file: string,
    sql: string,
    parameters: QueryParameters,
    limits: QueryLimits,
  ) => Promise<BoundedResult>;
  /** Copies the database `file` to `target`. */
  readonly backup: (file: string, target: string, options: { readonly force: boolean }) => Promise<Backup>;
  /** Looks at the installation and at the database. */
  readonly examine: (database: string) => Promise<readonly Examined[]>;
  readonly searchCodes: (words: string) => Promise<readonly CodeHit[]>;
  /** The page of a check as Markdown; `null` for an id that no check has. */
  readonly explainCheck: (id: string) => Promise<string | null>;
  readonly checkPages: () => Promise<readonly CheckPage[]>;
  readonly findDocuments: (paths: readonly string[]) => Promise<FoundDocuments>;
  /** Writes a file whole or not at all; one that exists is replaced. */
  readonly writeTextFile: (file: string, text: string) => Promise<void>;
  /**
   * The documents below a folder that is watched.
   * @throws NotFoundError where the folder is gone
   */
  readonly lookInto: (folder: string) => Promise<readonly SeenDocument[]>;
  readonly fileExists: (file: string) => Promise<boolean>;
  /** SHA-256 of the bytes of a file, in hexadecimal. */
  readonly readFileHash: (file: string) => Promise<string>;
  /** @throws NotFoundError, system errors as they come */
  readonly readTextFile: (file: string) => Promise<string>;
  /** The one service that asks the network. */
  readonly fetchDocuments: (
    request: FetchRequest,
    ledger: Ledger,
    listener: FetchListener,
    interrupted: AbortSignal,
  ) => Promise<FetchRun>;
  /** What is known of addresses; the database is made where there is none. */
  readonly openDownloads: (file: string) => Promise<Downloads>;
  /** Opens (appends to) a log file. */
  readonly openLogFile: (file: string) => Promise<LogSink>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Processors that may be used at the same time. */
  readonly processors: number;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** From the call on, Ctrl-C aborts this signal instead of ending the program; a second Ctrl-C ends it. */
  readonly interruptible: () => AbortSignal;
}

/** How a command says with which exit code the program ends. */
export type Finish = (exitCode: number) => void;
