import type { PrintedText } from '../evaluation.js';
import { evaluationWords } from '../words.js';
import { type LabelName, type LabelPiece, namesDown } from './label-names.js';
import { type AlignedLine, placesOf, type Span, textIn } from './line.js';
import { type KnownRow, namesOfRows, type PlacedName } from './merged-cells.js';

export type Level = 'level1' | 'level2';

/** A second level that no list knows (安全效益指标). */
const ANY_LEVEL = /^[\p{Script=Han}（）()]{2,12}指标$/u;

/** The names in a column of levels, known ones and others that end in 指标; `null` where a word is part of no name. */
export function levelNames(level: Level, pieces: readonly LabelPiece[]): readonly LabelName[] | null {
  const { levels1, levels2, columnLevels, passing } = evaluationWords();
  const [own, other] = level === 'level1' ? [levels1, levels2] : [levels2, levels1];
  return namesDown(
    pieces,
    (word) => own.has(word) || columnLevels.has(word),
    (word) => ANY_LEVEL.test(word) && !passing.has(word) && !other.has(word),
  );
}

/** Reads the merged columns of the first and second level; a name may go on over the page. */
export class LevelReader {
  /** The name that the last row had; `null` where it is not known. */
  readonly #last = new Map<Level, PrintedText | null>();

  /** A page could not be read: what goes on after it is not known. */
  lose(): void {
    this.#last.clear();
  }

  /** The name of each row; `null` where it is not sure. */
  read(
    level: Level,
    lines: readonly AlignedLine[],
    span: Span,
    rows: readonly KnownRow[],
    opens: { readonly before: boolean; readonly after: boolean },
    placed: readonly PlacedName[],
  ): { readonly cells: readonly (PrintedText | null)[]; readonly placed: readonly PlacedName[] } {
    const pieces = lines.flatMap((line, at): LabelPiece[] => {
      const text = textIn(line, span);
      return text === '' ? [] : [{ text, line: at }];
    });
    const names = levelNames(level, pieces);
    const ways = names === null ? null : namesOfRows(names, rows, opens, placed);
    const before = this.#last.get(level) ?? null;
    const cells = rows.map((_, row): PrintedText | null => {
      const at = ways?.[row];
      if (at === undefined) return null;
      if (at < 0) return before;
      const name = names?.[at];
      return name === undefined
        ? null
        : { text: name.text, places: placesOf(name.lines.flatMap((line) => lines[line] ?? [])) };
    });
    if (rows.length > 0) this.#last.set(level, cells.at(-1) ?? null);
    return { cells, placed: names === null || ways === null ? [] : placedNames(names, ways) };
  }
}

function placedNames(names: readonly LabelName[], ways: readonly number[]): readonly PlacedName[] {
  return names.map((name, at) => ({ name, from: ways.indexOf(at), to: ways.lastIndexOf(at) }));
}
