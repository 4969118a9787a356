import type { TextLine } from '../../extract/document.js';
import { fundColumnsIn, fundIn } from './dump-funds.js';
import { goesOnWithHeader, indicatorColumnsIn, indicatorsIn } from './dump-indicators.js';
import type { FundColumn } from './evaluation.js';
import { lineWords } from './line-words.js';
import { byPage, emptyRaw, type RawEvaluation, yearIn } from './raw.js';
import { readTotal, totalLabelOf } from './total-line.js';
import { joinedLines, twoCells } from './two-columns.js';
import { evaluationWords, type Field, labelWord } from './words.js';

const placesOf = (lines: readonly TextLine[]) => lines.map(({ page, box }) => ({ page, box }));

/**
 * Reads one self-evaluation table that stands as lines, from its title on: a dump gives the cells one after the other, wrapped, blank
 * cells left out. The blocks follow each other as on the form: header, funds, goals, indicators, total, grade, problems.
 */
export function readLines(title: TextLine, lines: readonly TextLine[]): RawEvaluation {
  const open = emptyRaw(title.text.trim(), yearIn(title.text) ?? yearIn(lines[0]?.text ?? ''));
  const { goalColumns, problemColumns, indicatorColumns } = evaluationWords();
  const fundsAt = lines.findIndex((line) => fundColumnsIn(line).length > 0);
  const goalsAt = lines.findIndex((line) => lineWords(line).filter((word) => goalColumns.has(word)).length === 2);
  const indicatorsAt = lines.findIndex((line) =>
    lineWords(line).some((word) => indicatorColumns.get(word) === 'level1'),
  );
  const totalAt = lines.findIndex((line, at) => at > indicatorsAt && totalLabelOf(line) !== null);
  const problemsAt = lines.findIndex((line) => lineWords(line).filter((word) => problemColumns.has(word)).length >= 2);
  const starts = [fundsAt, goalsAt, indicatorsAt, totalAt, problemsAt].filter((at) => at >= 0);
  const end = (at: number): number => Math.min(...starts.filter((other) => other > at), lines.length);
  readFields(lines.slice(0, Math.min(...starts, lines.length)), open);
  if (fundsAt >= 0) readFunds(lines, fundsAt, end(fundsAt), open);
  if (goalsAt >= 0) readGoals(body(lines.slice(goalsAt + 1, end(goalsAt))), open);
  if (indicatorsAt >= 0 && totalAt >= 0) readIndicators(lines.slice(indicatorsAt, totalAt), open);
  const totalLine = lines[totalAt];
  if (totalLine !== undefined) {
    readTotal(totalLine, open);
    readFields(lines.slice(totalAt + 1, end(totalAt)), open);
  }
  if (problemsAt >= 0) readProblems(lines.slice(problemsAt + 1), open);
  open.places.push(...byPage(placesOf([title, ...lines])));
  return open;
}

/** Lines without the names of blocks that stand between them (绩效 指标, 年度总体目标). */
function body(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.filter((line) => !isPassing(line));
}

/** The name of a block and nothing else; a remark in brackets may go on over the next line. */
function isPassing(line: TextLine): boolean {
  return line.text.length < 40 && evaluationWords().passing.has(labelWord(line.text).replace(/\(.*$/u, ''));
}

/** Labels with their values, which may begin on the next line and be wrapped. */
function readFields(lines: readonly TextLine[], open: RawEvaluation): void {
  const { fields } = evaluationWords();
  let at: { field: Field; lines: TextLine[] } | null = null;
  const keep = (): void => {
    if (at !== null) open.fields[at.field] ??= joinedLines(at.lines);
  };
  for (const line of lines) {
    let rest = line.text.trim();
    if (isPassing(line)) {
      keep();
      at = null;
      continue;
    }
    // A label takes the beginning of a line, or stands between two values of one line (主管部门 … 实施单位 …).
    for (const word of rest.split(/\s+/u)) {
      const field = fields.get(labelWord(word));
      if (field === undefined) continue;
      const [before, ...after] = rest.split(word);
      if (at !== null && before?.trim()) at.lines.push({ ...line, text: before });
      keep();
      at = { field, lines: [] };
      rest = after.join(word).trim();
    }
    if (rest !== '' && at !== null) at.lines.push({ ...line, text: rest });
  }
  keep();
}

function readFunds(lines: readonly TextLine[], from: number, to: number, open: RawEvaluation): void {
  const [head, above] = [lines[from], lines[from - 1]];
  const columns: readonly FundColumn[] = head === undefined ? [] : fundColumnsIn(head);
  open.unitTexts.push(...[head, above].flatMap((line) => (line === undefined ? [] : [line.text])));
  for (const line of body(lines.slice(from + 1, to))) {
    const fund = fundIn(line, columns);
    if (fund !== null) open.funds.push(fund);
    else open.unread.push({ what: `资金栏的一行“${line.text.trim().slice(0, 20)}”`, places: placesOf([line]) });
  }
}

function readGoals(lines: readonly TextLine[], open: RawEvaluation): void {
  if (lines.length === 0) return;
  const cells = twoCells(lines);
  if (cells !== null) open.goals.push({ expected: cells[0], achieved: cells[1] });
  else open.unread.push({ what: '年度总体目标的预期目标与实际完成情况不能确定分界', places: placesOf(lines) });
}

function readIndicators(lines: readonly TextLine[], open: RawEvaluation): void {
  const rest = lines.slice(1).findIndex((line) => !goesOnWithHeader(line));
  const head = rest < 0 ? lines : lines.slice(0, rest + 1);
  const columns = indicatorColumnsIn(head).join(' ');
  // Blank cells leave no trace in a dump: only the order of the form itself can be read.
  if (!/^level1 level2 level3 target actual weight score( deviation)?$/.test(columns)) {
    open.unread.push({ what: '绩效指标的栏目不在已知的顺序中', places: placesOf(head) });
    return;
  }
  indicatorsIn(body(lines.slice(head.length)), open);
}

/** Each problem begins with its kind on a line of its own. */
function readProblems(lines: readonly TextLine[], open: RawEvaluation): void {
  const { problemKind } = evaluationWords();
  const rows: { kind: TextLine; lines: TextLine[] }[] = [];
  for (const line of lines)
    if (problemKind.test(line.text.trim())) rows.push({ kind: line, lines: [] });
    else rows.at(-1)?.lines.push(line);
  for (const row of rows) {
    const cells = twoCells(row.lines);
    const kind = row.kind.text.trim();
    const places = byPage(placesOf([row.kind, ...row.lines]));
    if (cells !== null) open.problems.push({ kind, problem: cells[0].text, suggestion: cells[1].text, places });
    else open.unread.push({ what: `“${kind}”的存在问题与改进建议不能确定分界`, places });
  }
}
