import type { Grid, SourceDocument } from './extract/document.js';
import type { Report, Statement } from './normalize/report.js';
import type { VerifiedReport } from './verify/check.js';

/** A document after each stage as text that a maintainer reads: `juesuan stage NAME FILE`. */
export const stageText = {
  extract(document: SourceDocument): string {
    const lines = document.pages
      .filter((page) => page.condition !== 'read')
      .map((page) => `page ${page.number}: ${page.condition} (${page.reason ?? ''})`);
    for (const block of document.blocks) {
      if (block.kind === 'line') lines.push(`p${block.page}  ${block.text}`);
      else
        lines.push(
          `p${block.pages.join(',')}  ${block.method} grid, ${block.rows} rows × ${block.columns} columns`,
          ...gridLines(block),
        );
    }
    return `${lines.join('\n')}\n`;
  },

  segment(report: Report): string {
    const lines = report.sections.map(
      (section) =>
        `${'  '.repeat(section.level - 1)}${section.number}${section.title}  [p${section.place.page}, ${section.paragraphs.length} paragraphs]`,
    );
    const tables = report.statements.map(
      (statement) =>
        `${statement.kind}: ${statement.title}  [p${statement.pages.join(',')}, ${statement.unit ?? 'no unit'}]`,
    );
    return `${[...lines, '', ...tables].join('\n')}\n`;
  },

  normalize(report: Report): string {
    return `${[...identityLines(report), ...report.statements.flatMap(statementLines), ...findingLines(report)].join('\n')}\n`;
  },

  verify(report: VerifiedReport): string {
    const checks = report.checks.map(
      (check) =>
        `${check.outcome.padEnd(14)} ${check.check}  ${check.subject}${check.gapFen ? `  gap ${check.gapFen} fen` : ''}`,
    );
    return `${[...identityLines(report), ...checks, ...report.statements.flatMap(statementLines), ...findingLines(report)].join('\n')}\n`;
  },
};

function gridLines(grid: Grid): string[] {
  const rows: string[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    rows.push(
      `    ${cells.map((cell) => `${cell.column}${cell.columnSpan > 1 ? `+${cell.columnSpan}` : ''}${cell.rowSpan > 1 ? `v${cell.rowSpan}` : ''}:${cell.text}`).join(' | ')}`,
    );
  }
  return rows;
}

function identityLines(report: Report): string[] {
  return [
    `${report.kind ?? 'kind unknown'}, ${report.scope ?? 'scope unknown'}, ${report.fiscalYear ?? 'year unknown'}, ${report.agency?.name ?? 'agency unknown'}, ${report.region ? `${report.region.name} ${report.region.code}` : 'region unknown'}`,
  ];
}

function statementLines(statement: Statement): string[] {
  const head = `\n== ${statement.kind}: ${statement.title}  [${statement.unit ?? 'no unit'}, p${statement.pages.join(',')}${statement.declaredEmpty ? ', declared empty' : ''}]`;
  const columns = statement.columns.map((column) => `${column.panel ? `${column.panel}.` : ''}${column.key}`).join(' ');
  const rows = statement.rows.map((row) => {
    const figures = Object.entries(row.figures).map(
      ([key, figure]) =>
        `${key}=${figure.printed || '∅'}${figure.status === 'unverified' ? '' : `[${figure.status[0]}]`}`,
    );
    return `  ${row.panel ?? ''} ${row.key} ${row.code ? `${row.code.code}(${row.code.match})` : ''} ${row.label}: ${figures.join(' ')}`;
  });
  return [head, `  columns: ${columns}`, ...rows, ...statement.notes.map((note) => `  note: ${note}`)];
}

function findingLines(report: Report): string[] {
  return ['', ...report.findings.map((finding) => `${finding.severity} ${finding.check}: ${finding.message}`)];
}
