import { chineseNumeral } from '../text/numerals.js';
import { factWords } from './fact-topics.js';

/** A day that the prose names, ISO, and where. */
export interface PrintedDay {
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

/** The days of 截至2023年12月31日, 截至2023年末 (the last day of the year); a day that no calendar has is left out. */
export function daysIn(text: string): readonly PrintedDay[] {
  if (!/截[至止]|年[末底]/u.test(text)) return [];
  return factWords()
    .dates.flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => {
      const { year, month = '12', day = '31' } = match.groups ?? {};
      const date = isoDate(numberOf(year), numberOf(month), numberOf(day));
      return date === null ? [] : [{ date, from: match.index, to: match.index + match[0].length }];
    })
    .sort((a, b) => a.from - b.from);
}

/** The last day named before an index in its sentence; `null` where there is none. */
export function dateBefore(text: string, index: number): string | null {
  const sentence = text.lastIndexOf('。', index - 1);
  return daysIn(text).findLast(({ from }) => from > sentence && from < index)?.date ?? null;
}

function numberOf(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  return /^\d+$/.test(printed) ? Number(printed) : chineseNumeral(printed);
}

function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}
