import type { GridCell } from '../../extract/document.js';
import type { Statement } from '../report.js';
import { halfWidth, labelForm } from '../text/full-width.js';
import type { Fact } from './claim.js';
import { compositionWords, isBodyName } from './composition-seeds.js';
import { readCount } from './fact-quantity.js';
import { type FactSource, type FoundFact, foundFact } from './fact-source.js';
import { factWords } from './fact-topics.js';

/**
 * The table of units in the consolidation (序号, 单位名称, 单位性质, 在职人数, 备注), out of a statement that no template knows: each unit, and its
 * staff. Only tables whose heads are all known words of such tables.
 */
export function readMemberTable(statement: Statement, section: number): readonly Fact[] {
  const heads = statement.cells.filter(({ row }) => row === 0);
  const words = compositionWords().table;
  const name = heads.find((cell) => words.name.test(labelForm(cell.text)));
  const known = heads.every((cell) => cell === name || words.known.test(labelForm(cell.text)));
  if (statement.kind !== 'other' || name === undefined || heads.length < 2 || !known) return [];
  const rows = new Map<number, GridCell[]>();
  for (const cell of statement.cells) if (cell.row > 0) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows.values()].flatMap((cells) => {
    const unit = cells.find(({ column }) => column === name.column);
    const subject = (unit?.text ?? '').replace(/\s/g, '');
    if (unit === undefined || !/\p{Script=Han}/u.test(subject) || factWords().placeholder.test(subject)) return [];
    if (/^(?:合计|总计|小计)$/u.test(subject)) return [];
    const number = heads.find((cell) => words.number.test(labelForm(cell.text)))?.column;
    const text = cells.filter(({ column, text: said }) => column !== number && said.trim() !== '');
    const common = { date: null, section, text: text.map((cell) => cell.text.trim()).join(' ') };
    const member: Fact = {
      ...common,
      kind: 'member-agency',
      subject,
      label: subject,
      value: null,
      places: unit.places,
    };
    const staff = heads
      .filter((head) => words.staff.test(labelForm(head.text)))
      .flatMap((head): readonly Fact[] => {
        const cell = cells.find(({ column }) => column === head.column);
        if (cell === undefined || !/[\d０-９]/.test(cell.text)) return [];
        const value = readCount(cell.text.trim(), '', 'count', cell.places);
        return [{ ...common, kind: 'staff', subject, label: head.text.trim(), value, places: cell.places }];
      });
    return [member, ...staff];
  });
}

/**
 * The same table in a dump, where it is broken over lines: the heads on one line, then the cells, wrapped and one by one. Rows are told by their
 * numbers 1, 2, …. A unit is taken only where its name ends like one of a body.
 */
export function readBrokenTable(sources: readonly FactSource[]): readonly FoundFact[] {
  const words = compositionWords().table;
  const at = sources.findIndex(({ paragraph }) => {
    const heads = tokensOf(paragraph.text);
    return heads.some(({ text }) => words.number.test(text)) && heads.some(({ text }) => words.name.test(text));
  });
  const head = sources[at];
  if (head === undefined) return [];
  const first = tokensOf(head.paragraph.text).map((token) => ({ ...token, source: head }));
  const count = first.findIndex(({ text }) => !words.name.test(text) && !words.known.test(text));
  const heads = (count < 0 ? first : first.slice(0, count)).map(({ text }) => text);
  const glued = count < 0 ? [] : first.slice(count);
  const following = sources.slice(at + 1);
  const end = following.findIndex(({ paragraph }) => /[。，；：]/u.test(paragraph.text));
  const body = [
    ...glued.flatMap((token) => withoutHead(token, heads)),
    ...(end < 0 ? following : following.slice(0, end)).flatMap((source) =>
      tokensOf(source.paragraph.text).map((token) => ({ ...token, source })),
    ),
  ];
  return rowsOf(body).flatMap((row) => rowFacts(row, heads));
}

interface Token {
  readonly text: string;
  /** In the printed paragraph. */
  readonly from: number;
  readonly source: FactSource;
}

function tokensOf(printed: string): readonly Omit<Token, 'source'>[] {
  return [...printed.matchAll(/\S+/gu)].map(({ index, 0: text }) => ({ text: halfWidth(text), from: index }));
}

/** A cell that was joined to the last head: 在职人数某中心. */
function withoutHead(token: Token, heads: string[]): readonly Token[] {
  const words = compositionWords().table;
  for (let length = Math.min(8, token.text.length - 1); length > 1; length--) {
    const head = token.text.slice(0, length);
    if (!words.known.test(head)) continue;
    heads.push(head);
    return [{ ...token, text: token.text.slice(length), from: token.from + length }];
  }
  return [token];
}

function rowsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const rows: Token[][] = [];
  for (const token of tokens) {
    const isNumber = token.text === String(rows.length + 1) && (rows.at(-1)?.length ?? 1) > 0;
    if (isNumber) rows.push([]);
    else if (rows.length > 0) rows.at(-1)?.push(token);
  }
  return rows.length > 0 ? rows : [tokens];
}

function rowFacts(row: readonly Token[], heads: readonly string[]): readonly FoundFact[] {
  const words = compositionWords();
  const said = row.filter(({ text }) => !/^\d+$/.test(text));
  const numbers = row.filter(({ text }) => /^\d+$/.test(text));
  const joined = said.map(({ text }) => text).join('');
  const natured = heads.some((head) => words.table.nature.test(head))
    ? words.nature.exec(joined)?.groups?.name
    : undefined;
  const subject = natured ?? joined;
  const first = said[0];
  if (first === undefined || !isBodyName(subject) || factWords().placeholder.test(subject)) return [];
  const member = tokenFact(first, Math.min(first.text.length, subject.length), 'member-agency', subject, joined);
  const staffed = heads.filter((head) => words.table.staff.test(head));
  if (staffed.length !== numbers.length) return [member];
  const staff = numbers.map((token, index): FoundFact => {
    const found = tokenFact(token, token.text.length, 'staff', subject, `${joined}${token.text}`);
    const value = readCount(token.text, '', 'count', found.fact.places);
    return { ...found, fact: { ...found.fact, label: staffed[index] ?? '', value } };
  });
  return [member, ...staff];
}

function tokenFact(token: Token, length: number, kind: Fact['kind'], subject: string, text: string): FoundFact {
  const at = token.source.form.at.findIndex((index) => index >= token.from);
  const found = foundFact(token.source, { kind, subject, label: [at, at + length] });
  const places = token.source.paragraph.placesAt(token.from, token.from + length);
  return { ...found, fact: { ...found.fact, text, places } };
}
