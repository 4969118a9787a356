import type { Statement } from '../../normalize/report.js';
import type { Outcome, VerifiedReport } from '../../verify/check.js';
import type { Paint } from './colour.js';
import { findingCounts, findingLines, pagesOf } from './findings.js';
import { identityLine } from './identity.js';
import { countFigures, qualityLine } from './quality.js';
import { countScannedPages, scannedPagesLine } from './scanned-pages.js';
import { formatTable, type TableColumn } from './table.js';

const COLUMNS: readonly TableColumn[] = [
  { header: 'statement', align: 'left' },
  { header: 'kind', align: 'left' },
  { header: 'pages', align: 'left' },
  { header: 'rows', align: 'right' },
  { header: 'figures', align: 'right' },
  { header: 'verified', align: 'right' },
  { header: 'consistent', align: 'right' },
  { header: 'unverified', align: 'right' },
  { header: 'disputed', align: 'right' },
  { header: 'repaired', align: 'right' },
];

function statementRow(statement: Statement): readonly string[] {
  const counts = countFigures([statement]);
  const numbers = [
    counts.figures,
    counts.verified,
    counts.consistent,
    counts.unverified,
    counts.disputed,
    counts.repaired,
  ];
  return [
    statement.title + (statement.declaredEmpty ? ' (declared empty)' : ''),
    statement.kind,
    statement.pages.join(', '),
    String(statement.rows.length),
    ...numbers.map(String),
  ];
}

function pageLine(pages: VerifiedReport['source']['pages']): string {
  const unread = pages.filter((page) => page.condition === 'needs-ocr');
  const blank = pages.filter((page) => page.condition === 'blank').length;
  const parts = [
    `${pages.length}`,
    ...(blank > 0 ? [`${blank} blank`] : []),
    ...(unread.length > 0 ? [`not read, OCR needed: ${unread.map((page) => page.number).join(', ')}`] : []),
  ];
  return parts.join('; ');
}

/** The page `juesuan read FILE` prints: what the report is, its statements with counts, its findings. Pure. */
export function reportPage(report: VerifiedReport, paint: Paint, columns: number | null): string {
  const { agency, region, statements, findings, source } = report;
  const scanned = scannedPagesLine(countScannedPages(source.pages));
  const identity = identityLine({ ...report, agency: agency?.name ?? null });
  const checks = (...outcomes: readonly Outcome[]): number =>
    report.checks.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return [
    `${paint('bold', identity)}\n`,
    `file     ${source.file}\n`,
    `sha256   ${source.sha256}\n`,
    ...(region === null ? [] : [`region   ${region.code} ${region.name}\n`]),
    `pages    ${pageLine(source.pages)}\n`,
    ...(scanned === null ? [] : [`ocr      ${scanned}\n`]),
    `quality  ${qualityLine(countFigures(statements))}\n`,
    `checks   ${checks('exact', 'rounding')} hold, ${checks('violation')} fail, ${checks('unresolved')} could not run\n`,
    '\n',
    statements.length === 0 ? 'No statement was found.\n' : formatTable(COLUMNS, statements.map(statementRow)),
    '\n',
    `${paint('bold', 'Findings')}: ${findingCounts(findings)}\n`,
    findingLines(
      findings.map((finding) => ({ ...finding, pages: pagesOf(finding) })),
      paint,
      columns,
    ),
  ].join('');
}
