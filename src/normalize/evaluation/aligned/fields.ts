import type { RawEvaluation } from '../raw.js';
import { evaluationWords, type Field, labelWord } from '../words.js';
import { bandsIn, bandsOf, within } from './bands.js';
import { type LabelName, type LabelPiece, middleOf, namesDown } from './label-names.js';
import { type AlignedLine, cellOf, linesByPage, placesOf, type Span, textIn, wordsIn } from './line.js';
import { cutRows, type WrappedColumn } from './row-cuts.js';
import { wrappedColumn } from './wrapped-column.js';

/** Labels with their values in rows below each other: 项目名称 …, 主管部门 … 实施单位 …, 评价等级 …, each page on its own. */
export function readFields(lines: readonly AlignedLine[], open: RawEvaluation): void {
  for (const page of linesByPage(lines)) readPage(page, open);
}

function readPage(lines: readonly AlignedLine[], open: RawEvaluation): void {
  const [whole, parted] = [bandsIn(lines), bandsOf(lines.flatMap(({ words }) => words))];
  // The labels stand at the left, or right of one vertical word (项目基本情况).
  for (const band of [...whole.slice(0, 2), ...parted.slice(0, 2)]) {
    const names = labelsIn(lines, band);
    if (names === null) continue;
    readRows(lines, names, { left: band.right, right: Infinity }, open);
    return;
  }
  const { fields } = evaluationWords();
  if (lines.some(({ words }) => words.some(({ text }) => fields.has(labelWord(text)))))
    open.unread.push({ what: '表中各项名称与内容不能确定如何对应', places: placesOf(lines) });
}

/** The names in the column of labels, known ones and others; `null` where none of them is known. */
function labelsIn(lines: readonly AlignedLine[], band: Span): readonly LabelName[] | null {
  const { fields, passing } = evaluationWords();
  const pieces = lines.flatMap((line, at): LabelPiece[] => {
    const text = textIn(line, band);
    return text === '' ? [] : [{ text, line: at }];
  });
  const known = (word: string): boolean => fields.has(word) || passing.has(word.replace(/\(.*$/u, ''));
  const names: LabelName[] = [];
  let strange: LabelPiece[] = [];
  const keep = (): void => {
    if (strange.length > 0)
      names.push({ text: strange.map(({ text }) => text).join(''), lines: strange.map(({ line }) => line) });
    strange = [];
  };
  for (let at = 0; at < pieces.length; ) {
    // The first name of what is left, if one begins here.
    const name = firstName(pieces.slice(at), known);
    const piece = pieces[at];
    if (name === null && piece !== undefined) strange.push(piece);
    if (name !== null) {
      keep();
      names.push(name);
    }
    at += name?.lines.length ?? 1;
  }
  keep();
  return names.some(({ text }) => fields.has(labelWord(text))) ? names : null;
}

function firstName(pieces: readonly LabelPiece[], known: (word: string) => boolean): LabelName | null {
  for (let count = Math.min(5, pieces.length); count > 0; count--) {
    const [name, ...others] = namesDown(pieces.slice(0, count), known) ?? [];
    if (name !== undefined && others.length === 0) return name;
  }
  return null;
}

function readRows(lines: readonly AlignedLine[], names: readonly LabelName[], values: Span, open: RawEvaluation): void {
  const { fields } = evaluationWords();
  const { rows } = cutRows(names.map(middleOf), [valueColumn(lines, values)]);
  for (const [at, name] of names.entries()) {
    const field = fields.get(labelWord(name.text));
    const cell = rows[at]?.[0];
    if (field === undefined) continue;
    if (cell == null) {
      open.unread.push({
        what: `“${name.text}”的内容不能确定到哪一行为止`,
        places: placesOf(name.lines.flatMap((line) => lines[line] ?? [])),
      });
      continue;
    }
    readValues(
      field,
      cell.flatMap((line) => lines[line] ?? []),
      values,
      open,
    );
  }
}

/** The values as a column. Beside a second label (实施单位) stand the lines of several cells, of whose widths nothing is known. */
function valueColumn(lines: readonly AlignedLine[], values: Span): WrappedColumn {
  const { fields } = evaluationWords();
  const column = wrappedColumn(lines, values);
  const second = lines.map((line) => wordsIn(line, values).some(({ text }) => fields.has(labelWord(text))));
  return {
    ...column,
    goesOn: (line, next) => column.goesOn(line, next) ?? (second[line] || second[next] ? 'item' : null),
  };
}

/** The value of a label, and a second label with its value in the same row. */
function readValues(field: Field, lines: readonly AlignedLine[], values: Span, open: RawEvaluation): void {
  const second = labelAmong(lines, values);
  if (second === 'crossed') {
    open.unread.push({ what: '一行中有两项，不能确定各自的内容', places: placesOf(lines) });
    return;
  }
  open.fields[field] ??= cellOf(lines, { left: values.left, right: second?.span.left ?? values.right });
  if (second !== null) readValues(second.field, lines, { left: second.span.right, right: values.right }, open);
}

/** A label in a column of its own between two values. */
function labelAmong(
  lines: readonly AlignedLine[],
  values: Span,
): { readonly field: Field; readonly span: Span } | 'crossed' | null {
  const { fields } = evaluationWords();
  const words = lines.flatMap((line) => line.words.filter((word) => within(word, values)));
  const bands = bandsOf(words);
  for (const span of bands) {
    const field = fields.get(labelWord(cellOf(lines, span).text));
    // The label of the value itself, printed again, is no second label.
    if (field !== undefined && span !== bands[0]) return { field, span };
  }
  const alone = words.some(({ text }) => fields.has(labelWord(text)) && text.length > 2);
  return alone && words.length > 1 ? 'crossed' : null;
}
