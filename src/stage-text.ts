import type { Grid, SourceDocument } from './extract/document.js';
import type { Evaluation } from './normalize/evaluation/evaluation.js';
import type { Quantity } from './normalize/printed.js';
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
    return `${[...identityLines(report), ...contentLines(report), ...findingLines(report)].join('\n')}\n`;
  },

  verify(report: VerifiedReport): string {
    const checks = report.checks.map(
      (check) =>
        `${check.outcome.padEnd(14)} ${check.check}  ${check.subject}${check.gapFen ? `  gap ${check.gapFen} fen` : ''}${check.left === null ? '' : `  ${check.left} | ${check.right ?? ''}`}`,
    );
    return `${[...identityLines(report), ...checks, ...contentLines(report), ...findingLines(report)].join('\n')}\n`;
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

function contentLines(report: Report): string[] {
  return [
    ...report.statements.flatMap(statementLines),
    ...narrativeLines(report),
    ...report.evaluations.flatMap(evaluationLines),
  ];
}

/** A number as it stands on the paper with its status: 26.43% [v]. */
function quantityText({ printed, unit, reading, status }: Quantity): string {
  const value = reading === 'amount' ? `${printed}${unit}` : `${printed}(${reading})`;
  return `${value}${status === 'unverified' ? '' : `[${status[0]}]`}`;
}

function numbersText(numbers: Readonly<Partial<Record<string, Quantity>>>): string {
  return Object.entries(numbers)
    .map(([key, quantity]) => `${key}=${quantity ? quantityText(quantity) : ''}`)
    .join(' ');
}

function narrativeLines({ claims, facts }: Report): string[] {
  const head = claims.length + facts.length > 0 ? [`\n== ${claims.length} claims, ${facts.length} facts`] : [];
  const stated = claims.map((claim, at) => {
    const name = [claim.subject, claim.row, claim.code?.code, claim.phase, claim.year].filter(Boolean).join(' ');
    const cells = Object.values(claim.figures).flat().join(' ');
    return `  claim ${at} ${name}: ${numbersText(claim.numbers)} ${claim.direction ?? ''} ${cells}`.trimEnd();
  });
  const known = facts.map(({ kind, subject, label, value, text }, at) => {
    const words = value ? quantityText(value) : text.slice(0, 40);
    return `  fact ${at} ${[kind, subject, label].filter(Boolean).join(' ')}: ${words}`;
  });
  return [...head, ...stated, ...known];
}

function evaluationLines(evaluation: Evaluation): string[] {
  const { title, project, grade, totalScore, pages, funds, indicators } = evaluation;
  const total = totalScore === null ? 'no total' : quantityText(totalScore);
  return [
    `\n== evaluation: ${title} ${project?.text ?? ''}  [${total}, ${grade?.word ?? 'no grade'}, p${pages.join(',')}]`,
    ...funds.map(({ key, label, numbers }) => `  ${key} ${label}: ${numbersText(numbers)}`),
    ...indicators.map(({ level1, level2, level3, target, actual, numbers, deviation }) => {
      const value = target.value === null ? '' : ` (${target.decoded})`;
      return `  ${level1}/${level2}/${level3}: ${target.printed}${value} ${actual} ${numbersText(numbers)} ${deviation}`;
    }),
  ];
}

function findingLines(report: Report): string[] {
  return [
    '',
    ...report.findings.map(
      (finding) =>
        `${finding.severity} ${finding.check}${finding.diagnosis === undefined ? '' : ` (${finding.diagnosis})`}: ${finding.message}`,
    ),
  ];
}
