import type { Contradiction, NewsDocument, NewsRun, RunNews } from '../../store/run-news.js';
import type { ReportSummary, Store } from '../../store/store.js';
import { compareVersions } from '../../verify/revision/compare-versions.js';
import { pagesOf } from '../output/findings.js';
import type { Digest } from './record.js';

/** What a digest is asked for. */
export interface DigestRequest {
  readonly run?: number;
  /** ISO 8601, UTC. */
  readonly since?: string;
  /** How many reports and failures are listed in each part. */
  readonly limit: number;
  /** How many findings of each report. */
  readonly findings: number;
  /** Whose quarantine is told. */
  readonly programVersion: string;
}

/** A document that became a report. */
type Stored = NewsDocument & { readonly report: number; readonly sha256: string };

/** Puts a digest together. Only reports that are listed are asked for; only revisions that are listed are compared. */
export function composeDigest(
  news: RunNews,
  store: Pick<Store, 'file' | 'reports' | 'report'>,
  request: DigestRequest,
): Digest {
  const runs = news.runs(request);
  const documents = news.documents(runs.map(({ id }) => id));
  const stored = documents.filter(isStored);
  const fresh = stored.filter(({ state }) => state === 'stored');
  const first = fresh.filter(({ replaces }) => replaces === null);
  const revised = fresh.filter(({ replaces }) => replaces !== null);
  const failed = documents.filter(({ state }) => FAILED.has(state));
  const speaking = fresh.filter(({ errors, warnings }) => errors + warnings > 0).sort(worstFirst);
  const missed = news.missedAddresses();
  const quarantine = news.quarantine(request.programVersion);
  const firsts = <Item>(items: readonly Item[]): Item[] => items.slice(0, request.limit);
  const shown = [...firsts(first), ...firsts(revised), ...firsts(speaking)];
  const summaries = new Map(store.reports(shown.map(({ sha256 }) => sha256)).map((summary) => [summary.id, summary]));
  const summaryOf = ({ report }: Stored): readonly ReportSummary[] => [summaries.get(report) ?? []].flat();
  return {
    format: 1,
    database: store.file,
    since: request.since ?? null,
    runs: runs.map(runRecord),
    totals: {
      documents: sum(runs, ({ documents: count }) => count),
      skipped: sum(runs, ({ skipped }) => skipped),
      new: first.length,
      revised: revised.length,
      readAgain: stored.length - fresh.length,
      failed: failed.length,
      errors: sum(fresh, ({ errors }) => errors),
      warnings: sum(fresh, ({ warnings }) => warnings),
      pages: sum(documents, ({ pages }) => pages ?? 0),
      ocrPages: sum(documents, ({ ocrPages }) => ocrPages ?? 0),
      seconds: sum(documents, ({ seconds }) => seconds ?? 0),
      engines: enginesOf(documents),
    },
    new: {
      count: first.length,
      listed: firsts(first)
        .flatMap(summaryOf)
        .map((summary) => reportRecord(summary, news)),
    },
    revised: {
      count: revised.length,
      listed: firsts(revised)
        .flatMap(summaryOf)
        .flatMap((summary) => revisionRecord(summary, news, store, request.findings)),
    },
    contradictions: {
      count: speaking.length,
      listed: firsts(speaking).flatMap((document) =>
        summaryOf(document).map(({ id, file, agency, fiscalYear, kind, scope }) => ({
          report: id,
          file,
          agency,
          fiscalYear,
          kind,
          scope,
          findings: {
            count: document.errors + document.warnings,
            listed: news.contradictions(id, request.findings).map(findingRecord),
          },
        })),
      ),
    },
    failed: { count: failed.length, listed: firsts(failed).map(failureRecord) },
    quarantine: {
      count: quarantine.length,
      listed: firsts(quarantine).map((document) => ({ ...document, readAgainBy: 'retry' })),
    },
    missedAddresses: { count: missed.length, listed: firsts(missed) },
  };
}

/** States of a document that was not stored. */
const FAILED: ReadonlySet<string> = new Set(['failed', 'quarantined', 'broken-off']);

function isStored(document: NewsDocument): document is Stored {
  return document.report !== null && document.sha256 !== null;
}

function worstFirst(one: NewsDocument, other: NewsDocument): number {
  return other.errors - one.errors || other.warnings - one.warnings || (one.report ?? 0) - (other.report ?? 0);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  // Seconds are measured to the thousandth.
  return Math.round(items.reduce((total, item) => total + of(item), 0) * 1000) / 1000;
}

function enginesOf(documents: readonly NewsDocument[]): Digest['totals']['engines'] {
  const engines = [...new Set(documents.flatMap(({ engine }) => engine ?? []))].sort();
  return engines.map((engine) => ({
    engine,
    documents: documents.filter((document) => document.engine === engine).length,
  }));
}

function runRecord({ id, startedAt, endedAt, ...run }: NewsRun): Digest['runs'][number] {
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const { state, programVersion, ocr, documents, skipped } = run;
  return { run: id, state, startedAt, endedAt, seconds, programVersion, ocr, documents, skipped };
}

function reportRecord(summary: ReportSummary, news: RunNews): Digest['new']['listed'][number] {
  const { id, file, sha256, agency, region, fiscalYear, kind, scope, pages, pagesUnread, figures } = summary;
  const { verified, consistent, unverified, disputed, repaired, errors, warnings } = summary;
  const what = { report: id, file, sha256, url: news.origin(sha256), agency, region, fiscalYear, kind, scope };
  return {
    ...what,
    pages,
    pagesUnread,
    figures,
    verified,
    consistent,
    unverified,
    disputed,
    repaired,
    errors,
    warnings,
  };
}

function revisionRecord(
  summary: ReportSummary,
  news: RunNews,
  store: Pick<Store, 'report'>,
  limit: number,
): Digest['revised']['listed'] {
  const { id, replaces } = summary;
  if (replaces === null) return [];
  const { unchanged, findings } = compareVersions(store.report(replaces), store.report(id));
  const listed = findings.slice(0, limit).map(({ check, severity, diagnosis, message, places }) => {
    return { check, severity, diagnosis: diagnosis ?? null, message, pages: [...pagesOf({ places })] };
  });
  return [{ ...reportRecord(summary, news), replaces, unchanged, changes: { count: findings.length, listed } }];
}

function findingRecord({ pages, ...finding }: Contradiction) {
  return { ...finding, pages: pages === null ? [] : pages.split('、').map(Number) };
}

function failureRecord(document: NewsDocument): Digest['failed']['listed'][number] {
  const { run, file, sha256, state, errorClass, reason, remedy, attempts } = document;
  const readAgainBy = state === 'quarantined' ? 'retry' : 'next-import';
  return { run, file, sha256, state, errorClass, reason, remedy, attempts, readAgainBy };
}
