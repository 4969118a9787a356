import type { Finding } from '../../normalize/report.js';
import type { ReportSummary } from '../../store/store.js';
import type { Paint } from '../output/colour.js';
import { formatCsv } from '../output/csv.js';
import { bySeverity, findingCounts, findingLines, pagesOf, pagesText, SEVERITIES } from '../output/findings.js';
import { identityLine } from '../output/identity.js';
import { formatJson } from '../output/json.js';
import { escaped } from '../output/markdown.js';
import { qualityLine } from '../output/quality.js';
import { scannedPagesLine } from '../output/scanned-pages.js';
import type { AuditedPair } from './between.js';

/** A stored report with what was found in it. */
export interface AuditedReport {
  readonly summary: ReportSummary;
  readonly findings: readonly Finding[];
  /** What came of comparing it with the reports that it follows. */
  readonly pairs: readonly AuditedPair[];
}

/** For a terminal, messages wrapped to `columns` (see {@link findingLines}). Pure. */
export function auditPage(reports: readonly AuditedReport[], paint: Paint, columns: number | null): string {
  return reports
    .map(({ summary, findings, pairs }) =>
      [
        `${paint('bold', `${summary.id}. ${identityLine(summary)}`)}\n`,
        `  ${summary.file}, ${pageCount(summary)}\n`,
        ...replacedLines(summary).map((line) => `  ${line}\n`),
        ...scannedLines(summary).map((line) => `  ${line}\n`),
        `  ${qualityLine(summary)}\n`,
        `  ${findingCounts(findings)}\n`,
        findingLines(
          findings.map((finding) => ({ ...finding, pages: pagesOf(finding) })),
          paint,
          columns,
        ),
        ...pairs.map((pair) => pairSection(pair, paint, columns)),
      ].join(''),
    )
    .join('\n');
}

function pairSection(pair: AuditedPair, paint: Paint, columns: number | null): string {
  const shown = pair.findings.map((finding) => ({ ...finding, pages: pagesOf(finding) }));
  return `  ${paint('bold', pairHead(pair))}: ${pairCounts(pair)}\n${findingLines(shown, paint, columns)}`;
}

const RELATIONS: Readonly<Record<AuditedPair['relation'], string>> = {
  'year-chain': 'compared with the year before',
  'budget-and-accounts': 'compared with the budget',
  revision: 'published again, compared with the version that it replaces',
};

function pairHead({ relation, earlier, earlierFile, earlierYear }: AuditedPair): string {
  return `${RELATIONS[relation]} (${earlier}. ${earlierFile}, ${earlierYear ?? 'unknown year'})`;
}

function pairCounts({ relation, holding, findings }: AuditedPair): string {
  if (relation === 'revision')
    return `${holding} ${holding === 1 ? 'number' : 'numbers'} unchanged, ${findingCounts(findings)}`;
  return `${holding} ${holding === 1 ? 'identity holds' : 'identities hold'}, ${findingCounts(findings)}`;
}

function pageCount({ pages }: ReportSummary): string {
  return `${pages} ${pages === 1 ? 'page' : 'pages'}`;
}

/** That a report was published again, in a line; none for a current one. */
function replacedLines({ replacedBy }: ReportSummary): readonly string[] {
  return replacedBy === null ? [] : [`replaced by ${replacedBy}, which was published later: not counted any more`];
}

/** How the pictures of a report were read, in a line; none for a digital report. */
function scannedLines(summary: ReportSummary): readonly string[] {
  const line = scannedPagesLine(summary);
  return line === null ? [] : [line];
}

/** A document to hand on: a heading for each report and each severity, a list of findings. Pure. */
export function auditMarkdown(reports: readonly AuditedReport[]): string {
  return reports.map(markdownOf).join('\n');
}

function markdownOf({ summary, findings, pairs }: AuditedReport): string {
  const sections = SEVERITIES.flatMap((severity) => {
    const items = findings.filter((finding) => finding.severity === severity).map(markdownItem);
    return items.length === 0 ? [] : [`\n### ${severity} (${items.length})\n\n${items.join('')}`];
  });
  return [
    `## ${escaped(identityLine(summary))}\n\n`,
    `- file: ${escaped(summary.file)} (${pageCount(summary)}, SHA-256 \`${summary.sha256}\`)\n`,
    ...replacedLines(summary).map((line) => `- ${line}\n`),
    ...scannedLines(summary).map((line) => `- ocr: ${escaped(line)}\n`),
    `- data quality: ${qualityLine(summary)}\n`,
    `- findings: ${findingCounts(findings)}\n`,
    ...sections,
    ...pairs.map(
      (pair) =>
        `\n### ${escaped(pairHead(pair))}\n\n${pairCounts(pair)}\n\n${bySeverity(pair.findings).map(markdownItem).join('')}`,
    ),
  ].join('');
}

function markdownItem(finding: Finding): string {
  const pages = pagesText(pagesOf(finding));
  const message = escaped(finding.message).replaceAll('\n', '\n  ');
  const facts = [`\`${finding.check}\``, finding.diagnosis ?? '', pages].filter((fact) => fact !== '');
  return `- ${facts.join(', ')}: ${message}\n`;
}

/** One line a finding, for a spreadsheet. Pure. */
export function auditCsv(reports: readonly AuditedReport[], options: { readonly bom: boolean }): string {
  return formatCsv(
    ['report', 'agency', 'fiscal_year', 'kind', 'file', 'severity', 'check', 'diagnosis', 'pages', 'message'],
    reports.flatMap(({ summary, findings, pairs }) =>
      [...bySeverity(findings), ...pairs.flatMap((pair) => bySeverity(pair.findings))].map((finding) => [
        summary.id,
        summary.agency,
        summary.fiscalYear,
        summary.kind,
        summary.file,
        finding.severity,
        finding.check,
        finding.diagnosis ?? null,
        pagesOf(finding).join(' '),
        finding.message,
      ]),
    ),
    options,
  );
}

/** For machines: the summary of each report with its findings and their places. Pure. */
export function auditJson(reports: readonly AuditedReport[]): string {
  return formatJson(
    reports.map(({ summary, findings, pairs }) => ({
      ...summary,
      findings: bySeverity(findings).map((finding) => ({ ...finding, pages: pagesOf(finding) })),
      comparedWith: pairs.map((pair) => ({
        ...pair,
        findings: bySeverity(pair.findings).map((finding) => ({ ...finding, pages: pagesOf(finding) })),
      })),
    })),
  );
}
