import type { RawEvaluation } from '../raw.js';
import { evaluationWords, type ProblemColumn } from '../words.js';
import { columnsOf, type Head } from './head.js';
import { type LabelName, type LabelPiece, middleOf, namesDown } from './label-names.js';
import { type AlignedLine, cellOf, placesOf, type Span, textIn } from './line.js';
import { cutRows } from './row-cuts.js';
import { areTorn } from './two-cells.js';
import { wrappedColumn } from './wrapped-column.js';

export function isProblemHead(keys: ReadonlySet<ProblemColumn>): boolean {
  return keys.has('kind') && keys.has('problem') && keys.has('suggestion');
}

/** 问题类型, 存在问题, 改进建议: a row for each kind. `lines` from the head to the end of the table. */
export function readProblems(lines: readonly AlignedLine[], head: Head<ProblemColumn>, open: RawEvaluation): void {
  const page = lines.filter((line) => line.page === lines[head.from]?.page);
  const columns = columnsOf(head, page)?.of;
  const [kind, problem, suggestion] = [columns?.get('kind'), columns?.get('problem'), columns?.get('suggestion')];
  const body = page.slice(head.to);
  const unread = (): void => {
    open.unread.push({ what: '存在问题与改进建议不能确定分界', places: placesOf(lines) });
  };
  if (!kind || !problem || !suggestion || page.length < lines.length) {
    if (body.length > 0) unread();
    return;
  }
  const kinds = kindsIn(body, kind);
  if (kinds === null) {
    unread();
    return;
  }
  const { rows } = cutRows(kinds.map(middleOf), [wrappedColumn(body, problem), wrappedColumn(body, suggestion)]);
  for (const [at, name] of kinds.entries()) {
    const [one, other] = rows[at] ?? [];
    const texts = (cell: readonly number[] | null | undefined, span: Span): readonly string[] =>
      (cell ?? []).flatMap((line) => (body[line] ? [textIn(body[line], span)] : []));
    if (!one?.length || !other?.length || areTorn(texts(one, problem), texts(other, suggestion))) {
      unread();
      continue;
    }
    const linesOf = (cell: readonly number[]): readonly AlignedLine[] => cell.flatMap((line) => body[line] ?? []);
    const own = linesOf([...new Set([...name.lines, ...one, ...other])].sort((a, b) => a - b));
    open.problems.push({
      kind: name.text,
      problem: cellOf(linesOf(one), problem).text,
      suggestion: cellOf(linesOf(other), suggestion).text,
      places: placesOf(own),
    });
  }
}

function kindsIn(lines: readonly AlignedLine[], span: Span): readonly LabelName[] | null {
  const { problemKind } = evaluationWords();
  const pieces = lines.flatMap((line, at): LabelPiece[] => {
    const text = textIn(line, span);
    return text === '' ? [] : [{ text, line: at }];
  });
  return namesDown(
    pieces,
    () => false,
    (word) => problemKind.test(word),
  );
}
