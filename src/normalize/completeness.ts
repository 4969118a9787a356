import type { Finding, ReportKind, Statement, StatementKind } from './report.js';
import type { ContentsEntry } from './segment/contents.js';
import { statementTemplates } from './statements/templates.js';
import { templateByTitle } from './statements/title.js';

/** The forms that every final account prints, whatever its year and province. 国有资本 and “三公” tables may be absent. */
const ALWAYS: readonly StatementKind[] = [
  'revenue-and-expenditure',
  'revenue',
  'expenditure',
  'appropriations',
  'general-budget-expenditure',
  'general-budget-basic-expenditure',
];

const ABSENCE = {
  certain: '应当公开，但报告中没有这张表。',
  unread: '没有读到，可能在未读取的页上。',
  ocr: '没有读到；报告有由图像识别（OCR）读出的页，表名可能没有认出，请对照原页。',
} as const;

/**
 * Statements that the report promises and does not print, and statements printed without a single figure and without a word
 * that there is none. Empty, declared empty and missing are three different things.
 * @param doubt `unread`: some page could not be read, so a missing statement may stand there; `ocr`: pages were read from pictures, so
 * its title may have been misread. Neither may be called a fault of the report.
 */
export function missingStatements(
  statements: readonly Statement[],
  contents: readonly ContentsEntry[],
  kind: ReportKind | null,
  doubt: 'unread' | 'ocr' | null,
): Finding[] {
  const found = new Set(statements.map((statement) => statement.kind));
  if (statements.every((statement) => statement.kind === 'other')) return [];
  const promised = new Map<StatementKind, string>();
  for (const entry of contents) {
    const template = templateByTitle(entry.title);
    if (template && !promised.has(template.kind)) promised.set(template.kind, entry.title);
  }
  if (kind === 'final-accounts' && promised.size === 0)
    for (const form of ALWAYS)
      promised.set(form, statementTemplates().kinds.find((template) => template.kind === form)?.name ?? form);
  const findings: Finding[] = [];
  for (const [form, title] of promised) {
    if (found.has(form)) continue;
    findings.push({
      check: 'structure/statement-missing',
      severity: doubt === null ? 'error' : 'warning',
      message: `“${title}”${ABSENCE[doubt ?? 'certain']}`,
      places: [],
      figures: [],
    });
  }
  return [...findings, ...blankStatements(statements)];
}

/** A wholly blank form (no figure in the whole report) is a template, not a report that hides something. */
function blankStatements(statements: readonly Statement[]): Finding[] {
  // A known form that keeps raw cells was not read for want of a unit, which a finding of its own says.
  const read = statements.filter((statement) => statement.kind !== 'other' && statement.cells.length === 0);
  const blank = read.filter((statement) => !printsAmount(statement));
  if (blank.length === read.length) return [];
  return blank
    .filter((statement) => !statement.declaredEmpty)
    .map((statement) => ({
      check: 'structure/statement-blank',
      severity: statement.kind === 'three-public' ? 'warning' : 'note',
      message: `“${statement.title}”没有任何数字，也没有说明本表无数据。`,
      places: statement.places,
      figures: [],
    }));
}

function printsAmount(statement: Statement): boolean {
  return statement.rows.some((row) => Object.values(row.figures).some((figure) => figure.reading === 'amount'));
}
