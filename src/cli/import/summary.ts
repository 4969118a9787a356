import type { ReportSummary } from '../../store/store.js';
import { formatTable, type TableColumn } from '../output/table.js';
import { type DocumentOutcome, isFailure } from './import-documents.js';

/** One document of an import: what became of it, and what the store holds of it. */
export interface ImportedDocument {
  readonly result: DocumentOutcome;
  /** `null` for a document that failed. */
  readonly summary: ReportSummary | null;
}

/** What is added up over the documents of an import. */
const COUNTS = ['pages', 'statements', 'figures', 'verified', 'consistent', 'unverified', 'disputed'] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** The result of an import for machines (`juesuan import --json`). */
export interface ImportJson {
  readonly database: string;
  readonly documents: readonly (DocumentOutcome & { readonly report: ReportSummary | null })[];
  readonly totals: Counts & Readonly<Record<DocumentOutcome['outcome'], number>>;
  readonly interrupted: boolean;
  readonly seconds: number;
}

/** The contents that the documents of an import left in the store, each once: of all others nothing need be asked. Pure. */
export function storedHashes(results: readonly DocumentOutcome[]): readonly string[] {
  return [...new Set(results.flatMap((result) => (isFailure(result) ? [] : [result.sha256])))];
}

/** Puts the outcomes beside what the store holds; the hash of the content joins them. Pure. */
export function joinSummaries(
  results: readonly DocumentOutcome[],
  summaries: readonly ReportSummary[],
): readonly ImportedDocument[] {
  const byHash = new Map(summaries.map((summary) => [summary.sha256, summary]));
  return results.map((result) => ({
    result,
    summary: isFailure(result) ? null : (byHash.get(result.sha256) ?? null),
  }));
}

function addUp(documents: readonly ImportedDocument[]): Counts {
  // One content under two names is stored once, so it counts once.
  const reports = new Map(documents.flatMap(({ summary }) => (summary === null ? [] : [[summary.id, summary]])));
  const total = (count: keyof Counts): number =>
    [...reports.values()].reduce((sum, summary) => sum + summary[count], 0);
  return {
    pages: total('pages'),
    statements: total('statements'),
    figures: total('figures'),
    verified: total('verified'),
    consistent: total('consistent'),
    unverified: total('unverified'),
    disputed: total('disputed'),
  };
}

function countOutcomes(documents: readonly ImportedDocument[]): Readonly<Record<DocumentOutcome['outcome'], number>> {
  const count = (outcome: DocumentOutcome['outcome']): number =>
    documents.filter(({ result }) => result.outcome === outcome).length;
  return {
    stored: count('stored'),
    replaced: count('replaced'),
    skipped: count('skipped'),
    failed: count('failed'),
    quarantined: count('quarantined'),
  };
}

const COLUMNS: readonly TableColumn[] = [
  { header: 'document', align: 'left' },
  { header: 'outcome', align: 'left' },
  ...COUNTS.map((header): TableColumn => ({ header, align: 'right' })),
  { header: 'seconds', align: 'right' },
];

/** The folder that all files are in, with its slash; '' where they share none. Pure. */
export function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (!others.every((file) => file.startsWith(folder))) {
    // Behind the root comes nothing: an absolute path beside a relative one.
    folder = folder === '/' ? '' : folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder;
}

/**
 * The table at the end of an import: a line for each document and the totals. A folder that all share is named once,
 * above. `seconds` is the whole run. Pure.
 */
export function summaryTable(documents: readonly ImportedDocument[], seconds: number): string {
  const counts = (from: Counts | null): string[] => COUNTS.map((name) => (from === null ? '' : String(from[name])));
  const folder = commonFolder(documents.map(({ result }) => result.file));
  const rows = documents.map(({ result, summary }) => [
    result.file.slice(folder.length),
    result.outcome,
    ...counts(summary),
    result.seconds.toFixed(1),
  ]);
  const outcomes = Object.entries(countOutcomes(documents))
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
  const noun = documents.length === 1 ? 'document' : 'documents';
  const totals = [`${documents.length} ${noun}`, outcomes, ...counts(addUp(documents)), seconds.toFixed(1)];
  return (folder === '' ? '' : `Folder: ${folder}\n`) + formatTable(COLUMNS, [...rows, totals]);
}

/** The same for machines. Pure. */
export function summaryJson(
  database: string,
  documents: readonly ImportedDocument[],
  run: { readonly interrupted: boolean; readonly seconds: number },
): ImportJson {
  return {
    database,
    documents: documents.map(({ result, summary }) => ({ ...result, report: summary })),
    totals: { ...addUp(documents), ...countOutcomes(documents) },
    ...run,
  };
}

/** What a user does after an import. `database` is named only where it is not the default. Pure. */
export function nextSteps(documents: readonly ImportedDocument[], databaseOption: string): string {
  const failed = documents.some(({ result }) => isFailure(result));
  const stored = documents.some(({ summary }) => summary !== null);
  const lines = [
    ...(stored
      ? [
          `  juesuan audit${databaseOption}    findings of each report, with their pages`,
          `  juesuan query${databaseOption}    the ready-made queries`,
        ]
      : []),
    ...(failed ? ['  repair or replace what failed and import again: what is stored is skipped'] : []),
  ];
  return lines.length === 0 ? '' : `Next:\n${lines.join('\n')}\n`;
}
