import type { Grid, GridCell } from '../../extract/document.js';

const DIGITS = '一二三四五六七八九';
const HAN = /\p{Script=Han}/u;
/** What stands before the words of an entry: marks that are none of it, its number, and the mark behind that. */
const ENTRY = /^(?:[^\p{L}\p{N}(（“]|“(?![^”]*”))*(?:([一二三四五六七八九十]{1,3})[、.．，,])?(.*)$/su;
/** What an engine makes of a 一 that it did not see as one, or of the 、 behind it. */
const REST = /^[—–―\-、，,.．]/u;

/**
 * The labels of a column whose entries are numbered (一、 二、 三、 …, as the forms list sources and functions), where the number of one was lost or
 * misread and the entries before and after it leave one only. Never for two in a row, and never where the entries do not count up.
 * @param textOf what a cell prints, words corrected
 */
export function withOrdinals(grid: Grid, textOf: (cell: GridCell) => string): ReadonlyMap<GridCell, string> {
  const corrected = new Map<GridCell, string>();
  for (let column = 0; column < grid.columns; column++) {
    const cells = grid.cells
      .filter((cell) => cell.column === column && HAN.test(textOf(cell)))
      .sort((a, b) => a.row - b.row);
    const entries = cells.map((cell) => entryOf(textOf(cell)));
    cells.forEach((cell, index) => {
      const entry = entries[index];
      const ordinal = expected(entries[index - 1]?.ordinal ?? null, entries[index + 1]?.ordinal ?? null);
      if (entry === undefined || cell.readings === undefined || ordinal === null || entry.ordinal === ordinal) return;
      // The first entry has none before it: only a rest of its number says that it is one.
      if (ordinal === 1 && !REST.test(textOf(cell))) return;
      // A part of the entry before, in a list that leaves a number out.
      if (/^其中/u.test(entry.words)) return;
      corrected.set(cell, `${chinese(ordinal)}、${entry.words}`);
    });
  }
  return corrected;
}

/** The number between two; `null` where they are not two apart. The first stands before 二, and nothing numbered stands before it. */
function expected(before: number | null, after: number | null): number | null {
  if (after === null || after < 2) return null;
  return (before ?? 0) === after - 2 ? after - 1 : null;
}

interface Entry {
  /** `null` where no number is read. */
  readonly ordinal: number | null;
  readonly words: string;
}

function entryOf(text: string): Entry {
  const [, ordinal, words = ''] = ENTRY.exec(text) ?? [];
  return { ordinal: ordinal === undefined ? null : ordinalOf(ordinal), words };
}

/** 一 to 九十九; `null` for what is not written so (一五). */
function ordinalOf(text: string): number | null {
  const [, tens = null, ones = ''] = /^(?:(.?)十)?(.?)$/u.exec(text) ?? [];
  const value = (tens === null ? 0 : tens === '' ? 10 : 10 * digit(tens)) + (ones === '' ? 0 : digit(ones));
  return chinese(value) === text ? value : null;
}

function digit(character: string): number {
  return DIGITS.indexOf(character) + 1;
}

function chinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const one = ones === 0 ? '' : (DIGITS[ones - 1] ?? '');
  return tens === 0 ? one : `${tens === 1 ? '' : (DIGITS[tens - 1] ?? '')}十${one}`;
}
