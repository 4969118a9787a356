import { halfWidth } from '../../text/full-width.js';
import type { FundColumn, PrintedText } from '../evaluation.js';
import type { RawEvaluation, RawFund } from '../raw.js';
import { evaluationWords, labelWord } from '../words.js';
import { bandsIn } from './bands.js';
import { type Columns, columnsOf, type Head } from './head.js';
import { type AlignedLine, cellOf, placesOf, type Span, wordsIn } from './line.js';
import { cutRows } from './row-cuts.js';
import { wrappedColumn } from './wrapped-column.js';

/** Whether head words are those of the funds: 全年执行数 beside 年初预算数 or 全年预算数. */
export function isFundHead(keys: ReadonlySet<FundColumn>): boolean {
  return keys.has('executed') && (keys.has('approved') || keys.has('adjusted'));
}

/** The funds: numbers under their heads, one line for each row, its label left of them. `lines` from the head to the next block. */
export function readFunds(lines: readonly AlignedLine[], head: Head<FundColumn>, open: RawEvaluation): void {
  const page = lines.filter((line) => line.page === lines[head.from]?.page);
  const found = columnsOf(head, page) ?? numbersUnder(head, page.slice(head.to));
  const funds =
    found === null || page.length < lines.length ? null : rowsOf(page.slice(head.to), found.of, found.before);
  if (found === null || funds === null) {
    open.unread.push({ what: '资金各栏的数字不能确定属于哪一栏或哪一行', places: placesOf(lines) });
    return;
  }
  for (const [column, { text }] of head.keys) open.fundHeads[column] = text;
  // Left of the labels, and above them in the head, stands 项目资金（万元） with the unit.
  open.unitTexts.push(...found.before.map((band) => cellOf(page, band).text));
  open.funds.push(...funds);
}

const NUMBER = /^(?:-?[\d,]+(?:\.\d+)?%?|[-—–/]+)$/u;

/** As many columns of nothing but numbers as there are heads: heads of narrow columns do not stand over them in a dump. */
function numbersUnder(head: Head<FundColumn>, lines: readonly AlignedLine[]): Columns<FundColumn> | null {
  const bands = bandsIn(lines);
  const numbers = bands.filter((band) =>
    lines.every((line) => wordsIn(line, band).every(({ text }) => NUMBER.test(halfWidth(text)))),
  );
  const keys = [...head.keys.keys()];
  const before = bands.slice(0, bands.length - numbers.length);
  if (numbers.length !== keys.length || head.unknown.length > 0 || before.some((band) => numbers.includes(band)))
    return null;
  return { of: new Map(keys.flatMap((key, at) => (numbers[at] ? [[key, numbers[at]] as const] : []))), before };
}

function rowsOf(
  lines: readonly AlignedLine[],
  columns: ReadonlyMap<FundColumn, Span>,
  before: readonly Span[],
): readonly RawFund[] | null {
  const label = before.at(-1);
  if (label === undefined) return null;
  const { fundRows } = evaluationWords();
  const hasNumbers = (line: AlignedLine): boolean =>
    [...columns.values()].some((span) => wordsIn(line, span).length > 0);
  const anchors = lines.flatMap((line, at) =>
    hasNumbers(line) || fundRows.has(labelWord(cellOf([line], label).text)) ? [at] : [],
  );
  const { rows } = cutRows(anchors, [wrappedColumn(lines, label)]);
  const funds = anchors.map((anchor, row): RawFund | null => {
    const line = lines[anchor];
    const cell = rows[row]?.[0];
    const own = line === undefined ? [] : [line];
    const cells: Partial<Record<FundColumn, PrintedText>> = {};
    for (const [column, span] of columns) cells[column] = { ...cellOf(own, span), places: placesOf(own) };
    if (cell == null || cell.length === 0 || Object.values(cells).some(({ text }) => text.includes(' '))) return null;
    return {
      label: cellOf(
        cell.flatMap((at) => lines[at] ?? []),
        label,
      ),
      cells,
    };
  });
  return funds.every((fund) => fund !== null) && funds.length > 0 ? funds : null;
}
