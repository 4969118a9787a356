import type { CodeScheme } from '../report.js';
import { labelForm } from '../text/full-width.js';

/** class 类, section 款, item 项; the revenue classification goes one level deeper: sub-item 目. */
export type CodeLevel = 'class' | 'section' | 'item' | 'sub-item';

const LEVELS: Readonly<Record<number, CodeLevel>> = { 3: 'class', 5: 'section', 7: 'item', 9: 'sub-item' };

/** The first digit of every code of a scheme, and the length of its lowest level. */
const SHAPES: Readonly<Record<CodeScheme, { readonly first: string; readonly longest: number }>> = {
  functional: { first: '2', longest: 7 },
  'department-economic': { first: '3', longest: 5 },
  'government-economic': { first: '5', longest: 5 },
  revenue: { first: '1', longest: 9 },
};

/** The level of a code; `null` for what can not be a code of the scheme. */
export function codeLevel(scheme: CodeScheme, code: string): CodeLevel | null {
  const { first, longest } = SHAPES[scheme];
  if (!/^\d+$/.test(code) || !code.startsWith(first) || code.length > longest) return null;
  return LEVELS[code.length] ?? null;
}

/** The code one level up: 2080505 -> 20805 -> 208 -> `null`. */
export function parentCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null;
}

/** A code as put together from its cells, before any catalogue is asked. */
export interface BuiltCode {
  /** Digits of all cells together; not more than what is printed, apart from the zero of a one-digit 款 or 项. */
  readonly code: string;
  /** The cells as printed, with a blank between two. */
  readonly printed: string;
  /** Whether the cells divide as 类/款/项 do. False for "7", "11", "02": nothing is invented for a damaged 类. */
  readonly wellFormed: boolean;
}

/**
 * Puts a code together from one cell ("2080505", "208 05 05") or from the cells 类, 款, 项 ("208", "05", "05"). A 款 or 项 of one
 * digit gets its zero ("301", "2" is 30102, Shanghai budgets). A cell may repeat the code so far ("301", "30102").
 * Leading empty cells mean the values of `preceding`, the code of a row above (forms that print the 类 once).
 * `null` when no cell has a digit (合计, headers, empty cells).
 */
export function buildCode(cells: readonly string[], preceding: string | null = null): BuiltCode | null {
  const printed = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
  if (!/\d/.test(labelForm(printed))) return null;
  const parts = (cells.length === 1 ? printed.split(/\s+/) : cells).map(labelForm);
  while (parts.at(-1) === '') parts.pop();
  const inherited = inheritedCode(parts, preceding);
  let code = inherited ?? '';
  let wellFormed = inherited !== null || parts[0] !== '';
  for (const part of parts) {
    if (part === '' && code === inherited) continue;
    const next = append(code, part);
    wellFormed &&= next !== null;
    code = next ?? code + part;
  }
  return { code, printed, wellFormed };
}

/** The part of `preceding` that stands for the leading empty cells; `null` without such cells or without that part. */
function inheritedCode(parts: readonly string[], preceding: string | null): string | null {
  const empty = parts.findIndex((part) => part !== '');
  const length = 1 + 2 * empty;
  if (empty < 1 || preceding === null || preceding.length < length) return null;
  return preceding.slice(0, length);
}

/** The code with one more cell; `null` when the cell can not be the next level. */
function append(code: string, cell: string): string | null {
  if (!/^\d+$/.test(cell)) return null;
  if (code === '') return cell.length >= 3 ? cell : null;
  if (cell.length > code.length) return cell.startsWith(code) ? cell : null;
  if (cell.length > 2) return null;
  return code + cell.padStart(2, '0');
}
