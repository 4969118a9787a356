import { resultOf } from '../../src/batch/result-of.js';
import { countFigures } from '../../src/cli/output/quality.js';
import { countScannedPages } from '../../src/cli/output/scanned-pages.js';
import { runCommandLine } from '../../src/cli/program.js';
import type { Services } from '../../src/cli/services.js';
import { NotFoundError } from '../../src/errors.js';
import type { ImportRuns } from '../../src/store/import-runs.js';
import type { NamedQuery } from '../../src/store/named-queries.js';
import type { QueryResult, ReportSummary, Store } from '../../src/store/store.js';
import type { VerifiedReport } from '../../src/verify/check.js';
import { SAMPLE } from './sample-report.js';

/** A store in memory with the manners of the real one. */
export interface FakeStore extends Store {
  closed: number;
  readonly asked: { sql: string; parameters: unknown; limit: number | undefined }[];
}

export function fakeStore(answer: QueryResult = { columns: [], rows: [] }): FakeStore {
  const stored: { report: VerifiedReport; version: string }[] = [];
  const at = (id: number): VerifiedReport => stored[id - 1]?.report ?? SAMPLE;
  const store: FakeStore = {
    file: 'juesuan.db',
    closed: 0,
    asked: [],
    isCurrent: (sha256, version) =>
      stored.some((entry) => entry.report.source.sha256 === sha256 && entry.version === version),
    save: (report, options) => {
      const index = stored.findIndex((entry) => entry.report.source.sha256 === report.source.sha256);
      const entry = { report, version: options.programVersion };
      if (index < 0) {
        stored.push(entry);
        return 'stored';
      }
      if (!options.force && stored[index]?.version === options.programVersion) {
        return 'skipped';
      }
      stored[index] = entry;
      return 'replaced';
    },
    query: (sql, parameters, limit) => {
      store.asked.push({ sql, parameters, limit });
      return { ...answer, rows: answer.rows.slice(0, limit) };
    },
    rows: () => answer,
    reports: (sha256) =>
      stored
        .map(({ report }, index) => summaryOf(report, index + 1))
        .filter((summary) => sha256?.includes(summary.sha256) ?? true),
    checks: (id) => at(id).checks.map((check, index) => ({ ...check, id: index + 1, evidence: [] })),
    findings: (id) => at(id).findings.map((finding, index) => ({ ...finding, id: index + 1, evidence: [] })),
    report: (id) => ({ ...at(id), id }),
    related: () => [],
    close: () => {
      store.closed += 1;
    },
  };
  return store;
}

function summaryOf(report: VerifiedReport, id: number): ReportSummary {
  const severities = report.findings.map((finding) => finding.severity);
  return {
    id,
    file: report.source.file,
    sha256: report.source.sha256,
    agency: report.agency?.name ?? null,
    kind: report.kind,
    scope: report.scope,
    fiscalYear: report.fiscalYear,
    region: report.region?.name ?? null,
    ...countScannedPages(report.source.pages),
    isCurrent: 1,
    replaces: null,
    replacedBy: null,
    statements: report.statements.length,
    ...countFigures(report.statements),
    errors: severities.filter((severity) => severity === 'error').length,
    warnings: severities.filter((severity) => severity === 'warning').length,
    notes: severities.filter((severity) => severity === 'note').length,
  };
}

export const QUERIES: readonly NamedQuery[] = [
  {
    name: 'by-year',
    title: 'Expenditure of a year',
    titleZh: '年度支出',
    sql: 'SELECT :year',
    parameters: [
      { name: 'year', type: 'integer', required: true, description: 'fiscal year' },
      { name: 'agency', type: 'text', required: false, description: 'part of the name' },
    ],
  },
];

/** What a run of the program left behind. */
export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Fakes {
  readonly services: Services;
  /** What has been written so far. */
  readonly written: { stdout: string; stderr: string };
}

/** Fakes of everything outside a command; `reports` by file name, any other file is not there. */
export function fakeServices(changes: Changes = {}): Fakes {
  const { reports = { 'demo.pdf': SAMPLE }, ...others } = changes;
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: false,
    columns: 80,
  });
  const store = fakeStore();
  const services: Services = {
    version: '9.8.7',
    programVersion: async () => '9.8.7',
    readReport: async (file) => {
      const report = reports[file] ?? new NotFoundError(file);
      if (report instanceof Error) {
        throw report;
      }
      return report;
    },
    stage: async (name, file) => `${name} of ${file}`,
    openStore: async () => store,
    openImportRuns: async () => fakeRuns(),
    openRunNews: async () => {
      throw new Error('no test of a fake database of news');
    },
    processImporter: async () => ({
      run: async ({ file, database, reading, ...options }, onOcrProgress) => {
        const report = await services.readReport(file, { ...reading, onOcrProgress });
        const opened = await services.openStore(database, { readOnly: false });
        return resultOf(report, () => opened.save(report, { ...options, ocr: reading.ocr ?? 'auto' }));
      },
      close: async () => {},
    }),
    watchOver: async () => ({ progress: () => {}, end: () => {} }),
    owner: { host: 'here', process: 1, isAlive: () => true },
    pause: async () => {},
    namedQueries: async () => QUERIES,
    askNamed: async (_store, name, parameters) => ({
      columns: ['name', 'year'],
      rows: [[name, parameters.year ?? null]],
    }),
    askBounded: async (file, sql, parameters, { rows }) => {
      const opened = await services.openStore(file, { readOnly: true });
      const answer = opened.query(sql, parameters, rows + 1);
      opened.close();
      return { ...answer, rows: answer.rows.slice(0, rows), cut: answer.rows.length > rows ? 'rows' : null };
    },
    backup: async (_file, target) => ({ file: target, bytes: 2048, reports: 1 }),
    examine: async () => [],
    searchCodes: async () => [],
    explainCheck: async () => null,
    checkPages: async () => [],
    findDocuments: async (paths) => ({ files: paths, missing: [] }),
    writeTextFile: async () => {},
    lookInto: async () => [],
    fileExists: async () => true,
    readFileHash: async (file) => {
      const report = reports[file];
      return report === undefined || report instanceof Error ? file : report.source.sha256;
    },
    readTextFile: async (file) => {
      throw new NotFoundError(file);
    },
    fetchDocuments: async () => ({ outcomes: [], discovery: null, interrupted: false }),
    openDownloads: async () => {
      throw new Error('no test of a fake database of downloads');
    },
    openLogFile: async () => ({ write: () => {} }),
    now: () => Date.UTC(2024, 0, 1),
    processors: 2,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    environment: {},
    interruptible: () => new AbortController().signal,
    ...others,
  };
  return { services, written };
}

/** A record that forgets everything. */
export function fakeRuns(): ImportRuns {
  return {
    begin: () => 1,
    beat: () => {},
    began: () => ({ attempts: 1 }),
    ended: () => {},
    refused: () => {},
    skipped: () => {},
    finish: () => {},
    quarantined: () => null,
    endedProcess: () => false,
    runs: () => [],
    items: () => [],
    unsettled: () => [],
    close: () => {},
  };
}

/** Services to put in place of the fakes, and reports to read. */
type Changes = Partial<Services> & { readonly reports?: Readonly<Record<string, VerifiedReport | Error>> };

/** Runs a command line on fakes. */
export async function run(argv: readonly string[], changes: Changes = {}): Promise<Run> {
  const { services, written } = fakeServices(changes);
  const exitCode = await runCommandLine(argv, services);
  return { exitCode, ...written };
}
