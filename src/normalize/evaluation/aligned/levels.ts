import type { PrintedText } from '../evaluation.js';
import { evaluationWords, labelWord, type PrintedColumn } from '../words.js';
import { type LabelName, type LabelPiece, namesDown } from './label-names.js';
import { type AlignedLine, placesOf, type Span, textIn } from './line.js';
import { type KnownRow, namesAtTop, namesOfRows, type PlacedName } from './merged-cells.js';

export type Level = 'level1' | 'level2';

/** A second level that no list knows (安全效益指标). */
const ANY_LEVEL = /^(?:(?!指标)[\p{Script=Han}（）()]){2,12}指标$/u;

/** The names in a column of levels, known ones and others that end in 指标; `null` where a word is part of no name. */
export function levelNames(level: Level, pieces: readonly LabelPiece[]): readonly LabelName[] | null {
  const { levels1, levels2, columnLevels, passing } = evaluationWords();
  const [own, other] = level === 'level1' ? [levels1, levels2] : [levels2, levels1];
  return namesDown(
    pieces,
    (word) => own.has(word) || columnLevels.has(word),
    (word) => ANY_LEVEL.test(word) && !passing.has(word) && !other.has(word) && !isRest(word, own),
  );
}

/** The rest of a known name whose beginning is missing (意度指标). */
function isRest(word: string, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => name.endsWith(word));
}

/** The merged columns on one page. */
export interface LevelPage {
  readonly lines: readonly AlignedLine[];
  /** Without a column that is blank on the page. */
  readonly columns: ReadonlyMap<PrintedColumn, Span>;
  readonly rows: readonly KnownRow[];
  /** Whether the cells of the page may stand in the middle of their rows, or at the top. */
  readonly inMiddle: boolean;
  readonly atTop: boolean;
  /** Whether the table begins before this page, and ends after it. */
  readonly opens: { readonly before: boolean; readonly after: boolean };
}

type LevelCells = readonly (PrintedText | null)[];

/** Reads the merged columns of the first and second level, page by page; a name may go on over the page. */
export class LevelReader {
  /** The names that the last row had; `null` where one is not known. */
  #last: Readonly<Record<Level, PrintedText | null>> = { level1: null, level2: null };

  /** A page could not be read: what goes on after it is not known. */
  lose(): void {
    this.#last = { level1: null, level2: null };
  }

  /**
   * The names of each row; `null` where one is not sure. The second level first: where its names stand tells how high the rows are, and
   * which names of the first level can be right.
   */
  read(page: LevelPage): Readonly<Record<Level, LevelCells>> {
    const names = { level1: namesIn('level1', page), level2: namesIn('level2', page) };
    const top = (level: Level): readonly number[] | null => {
      if (!page.atTop) return null;
      const tops = [names.level1, names.level2].map((of) => of && namesAtTop(of, page.rows, page.opens.before));
      return tops.includes(null) || names[level] === null
        ? null
        : namesAtTop(names[level], page.rows, page.opens.before);
    };
    const ways2 = inMiddle(names.level2, page);
    const top2 = top('level2');
    // In a table whose cells do not stand in the middle only the tops of rows tell; else both must tell the same.
    const sure2 = !page.inMiddle ? top2 : top2 === null || top2.join() === ways2?.join() ? ways2 : null;
    const level2 = this.#cells('level2', names.level2, sure2, page);
    const placed = names.level2 === null || sure2 === null ? [] : placedNames(names.level2, sure2);
    const ways1 = inMiddle(names.level1, page, placed);
    const top1 = top('level1');
    const possible = [ways1, top1]
      .flatMap((ways) => (ways === null ? [] : [ways]))
      .filter((ways, at, all) => all.findIndex((other) => other.join() === ways.join()) === at)
      .map((ways) => this.#cells('level1', names.level1, ways, page))
      .filter((level1) => level1.every((cell, row) => mayStandUnder(level2[row] ?? null, cell)));
    const [only, ...others] = possible;
    // Only with the names of the second level can those of the first be proven.
    const level1 =
      only !== undefined && others.length === 0 && !level2.includes(null) ? only : page.rows.map(() => null);
    if (page.rows.length > 0) this.#last = { level1: level1.at(-1) ?? null, level2: level2.at(-1) ?? null };
    return { level1, level2 };
  }

  #cells(
    level: Level,
    names: readonly LabelName[] | null,
    ways: readonly number[] | null,
    { rows, lines }: LevelPage,
  ): LevelCells {
    return rows.map((_, row): PrintedText | null => {
      const at = ways?.[row];
      if (at === undefined) return null;
      if (at < 0) return this.#last[level];
      const name = names?.[at];
      if (name === undefined) return null;
      return { text: name.text, places: placesOf(name.lines.flatMap((line) => lines[line] ?? [])) };
    });
  }
}

function namesIn(level: Level, { lines, columns }: LevelPage): readonly LabelName[] | null {
  const span = columns.get(level);
  if (span === undefined) return [];
  const pieces = lines.flatMap((line, at): LabelPiece[] => {
    const text = textIn(line, span);
    return text === '' ? [] : [{ text, line: at }];
  });
  return levelNames(level, pieces);
}

function inMiddle(
  names: readonly LabelName[] | null,
  page: LevelPage,
  placed: readonly PlacedName[] = [],
): readonly number[] | null {
  return names === null || !page.inMiddle ? null : namesOfRows(names, page.rows, page.opens, placed);
}

/** Whether a name of the second level is none of those that always stand under another one of the first (质量指标 under 产出指标). */
function mayStandUnder(level2: PrintedText | null, level1: PrintedText | null): boolean {
  const { levelParents } = evaluationWords();
  const parents = level2 === null ? undefined : levelParents.get(labelWord(level2.text));
  return level1 === null || parents === undefined || parents.has(labelWord(level1.text));
}

function placedNames(names: readonly LabelName[], ways: readonly number[]): readonly PlacedName[] {
  return names.map((name, at) => ({ name, from: ways.indexOf(at), to: ways.lastIndexOf(at) }));
}
