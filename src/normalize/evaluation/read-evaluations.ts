import type { Block, Grid, GridCell, TextLine } from '../../extract/document.js';
import type { Finding, Statement } from '../report.js';
import { runningLines } from '../segment/running-heads.js';
import { labelForm } from '../text/full-width.js';
import { alignedLines } from './aligned/line.js';
import { readAligned } from './aligned/reader.js';
import { assemble } from './assemble.js';
import { readLines } from './dump-reader.js';
import type { Evaluation } from './evaluation.js';
import { GridReader } from './grid-reader.js';
import { lineWords } from './line-words.js';
import { type RawEvaluation, yearIn } from './raw.js';
import { titleIn } from './title.js';
import { totalLabelOf } from './total-line.js';
import { unreadTable } from './unread.js';
import { evaluationWords, labelWord, type PrintedColumn } from './words.js';

/** How many lines above a grid may hold its title, year and unit. */
const ABOVE = 6;

/**
 * What a running line beside a table says: the name of the report, or the number of the page. Pages of tables begin and end alike too: a head, a
 * grade that comes on most pages is no running line.
 */
const RUNNING = /20\d{2}.*[决预]算|^第\s*\d+\s*页|^[-—–―·]+\s*\d+|^\d+\s*\/\s*\d+$/u;

interface Evaluations {
  readonly evaluations: readonly Evaluation[];
  readonly findings: readonly Finding[];
}

/** The self-evaluation tables of a report: out of grids where they are ruled, out of lines in a text dump. Pure. */
export function readEvaluations(blocks: readonly Block[], statements: readonly Statement[]): Evaluations {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block] : (block.lines ?? [])));
  if (lines.some(({ words }) => words !== undefined)) return readAlignedDump(lines);
  const statementOf = new Map<GridCell, number>();
  for (const [index, { cells }] of statements.entries()) for (const cell of cells) statementOf.set(cell, index);
  const found: RawEvaluation[] = [];
  const findings: Finding[] = [];
  const reader = new GridReader();
  let above: TextLine[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'line') {
      above.push(block);
      if (titleIn(block.text) === null) continue;
      reader.close();
      const lines = linesBelow(blocks, at);
      if (namesProject(lines)) found.push(readLines(block, lines));
      else if (namesLevels(lines))
        findings.push(unreadTable(block.text.trim(), [{ page: block.page, box: block.box }], '各栏的文字混排在一起'));
      continue;
    }
    const statement = block.cells[0] && statementOf.get(block.cells[0]);
    const head = headOf(above, block);
    above = [];
    if (reader.openPage !== null && (block.pages[0] ?? 0) - reader.openPage > 1) reader.close();
    if (statement === undefined || !(reader.openPage !== null || head.title !== '' || speaksOfIndicators(block))) {
      reader.close();
      continue;
    }
    reader.read(block, statement, head);
    if (head.title !== '' && reader.openPage === null)
      findings.push(unreadTable(head.title, [{ page: block.pages[0] ?? 1, box: null }], '栏目不在已知的式样中'));
  }
  reader.close();
  found.push(...reader.done);
  const read = assembleAll(found);
  return { evaluations: read.evaluations, findings: [...findings, ...read.findings] };
}

/** The tables in a dump that aligns columns by blanks; what was taken for a grid there is read as lines again. */
function readAlignedDump(lines: readonly TextLine[]): Evaluations {
  const titles = lines.flatMap((line, at) => (titleIn(line.text) === null ? [] : [at]));
  if (titles.length === 0) return { evaluations: [], findings: [] };
  const running = runningLines(lines, []);
  const found: RawEvaluation[] = [];
  const findings: Finding[] = [];
  for (const [index, at] of titles.entries()) {
    const title = lines[at];
    const below = linesOfTable(
      lines.slice(at + 1, titles[index + 1]).filter((line) => !(running.has(line) && RUNNING.test(line.text))),
    );
    if (title === undefined || !(namesProject(below) || namesLevels(below))) continue;
    const raw = readAligned(title, alignedLines(below));
    if (raw !== null) found.push(raw);
    else findings.push(unreadTable(title.text, [{ page: title.page, box: title.box }], '各栏的文字不能确定属于哪一栏'));
  }
  const read = assembleAll(found);
  return { evaluations: read.evaluations, findings: [...findings, ...read.findings] };
}

/** The lines of a table: up to a heading of the report below its total. */
function linesOfTable(lines: readonly TextLine[]): readonly TextLine[] {
  const { segmentEnds } = evaluationWords();
  const total = lines.findIndex((line) => totalLabelOf(line) !== null);
  const end = lines.findIndex((line, at) => at > total && segmentEnds.test(line.text.trim()));
  return end < 0 ? lines : lines.slice(0, end);
}

function assembleAll(found: readonly RawEvaluation[]): Evaluations {
  const evaluations: Evaluation[] = [];
  const findings: Finding[] = [];
  for (const raw of [...found].sort((a, b) => (a.places[0]?.page ?? 0) - (b.places[0]?.page ?? 0))) {
    if (raw.indicators.some(({ actual, score }) => actual !== undefined && score !== undefined)) {
      const read = assemble(raw);
      evaluations.push(read.evaluation);
      findings.push(...read.findings);
    } else if (raw.title !== '')
      findings.push(unreadTable(raw.title, raw.places, '没有找到带实际完成值和得分的绩效指标'));
  }
  return { evaluations, findings };
}

/** The lines of the table below a title: up to the next title, grid, or heading of the report. */
function linesBelow(blocks: readonly Block[], title: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const block of blocks.slice(title + 1)) {
    if (block.kind === 'grid' || titleIn(block.text) !== null) break;
    if (evaluationWords().segmentEnds.test(block.text.trim())) break;
    lines.push(block);
  }
  return lines;
}

/** A table begins with the name of its project; a title in a list of contents, or above a grid, does not. */
function namesProject(lines: readonly TextLine[]): boolean {
  const { fields } = evaluationWords();
  return lines.slice(0, ABOVE).some((line) => lineWords(line).some((word) => fields.get(word) === 'project'));
}

/** Whether the words of a header of indicators stand in the lines: 一级指标 and 二级指标, on one line or several, apart or run together; not in a sentence. */
function namesLevels(lines: readonly TextLine[]): boolean {
  const forms = lines.map(({ text }) => (text.includes('级指标') && !/[。；，]/u.test(text) ? labelForm(text) : ''));
  const { indicatorColumns } = evaluationWords();
  const names = (level: PrintedColumn): boolean =>
    [...indicatorColumns].some(([word, column]) => column === level && forms.some((form) => form.includes(word)));
  return names('level1') && names('level2');
}

/** Title, year and unit in the lines above a grid on its page, or at the end of the page before. */
function headOf(
  above: readonly TextLine[],
  grid: Grid,
): { title: string; year: number | null; unitTexts: readonly string[] } {
  const page = grid.pages[0] ?? 1;
  const near = above.slice(-ABOVE).filter((line) => page - line.page <= 1);
  const at = near.findLastIndex((line) => titleIn(line.text) !== null);
  if (at < 0) return { title: '', year: null, unitTexts: [] };
  const lines = near.slice(at);
  const years = lines.map(({ text }) => yearIn(text)).filter((year) => year !== null);
  return {
    title: titleIn(lines[0]?.text ?? '') ?? '',
    year: years[0] ?? null,
    unitTexts: lines.map(({ text }) => text),
  };
}

/** Whether a grid has a header of indicators: 一级指标 beside 二级指标 or 三级指标. */
function speaksOfIndicators(grid: Grid): boolean {
  const { indicatorColumns } = evaluationWords();
  return grid.cells.some(({ text }) => text.length < 12 && indicatorColumns.get(labelWord(text)) === 'level1');
}
