import { chineseNumeral } from '../text/numerals.js';
import { headingForms } from './words.js';

/** The number at the start of a line, as headings and list items carry it. */
export interface HeadingNumber {
  /** 1 第一部分 (附件), 2 一、, 3 （一）, 4 1., 5 (1), 6 第一条. */
  readonly level: number;
  /** As printed, without blanks: "第三部分", "一、", "（一）". */
  readonly number: string;
  /** What the number counts, from 1; `null` for 附件 without a number. */
  readonly ordinal: number | null;
  /** What follows the number, blanks at the ends removed. */
  readonly rest: string;
}

/**
 * The heading number that a text begins with, or `null`. Only the form is read: whether the text is a heading, a list item or
 * a sentence is for the caller. "1.5万元", "一、二季度" and "3、5、7" carry no number.
 */
export function headingNumber(text: string): HeadingNumber | null {
  const trimmed = text.trim();
  for (const form of headingForms().forms) {
    const match = form.pattern.exec(trimmed);
    if (!match) continue;
    return {
      level: form.level,
      number: match[0].replace(/\s/gu, ''),
      ordinal: ordinalOf(match.groups?.ordinal),
      rest: trimmed.slice(match[0].length).trim(),
    };
  }
  return null;
}

function ordinalOf(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  // ㈠, ⑴ and ① are one character each; NFKC gives (一), (1) and 1.
  const plain = printed.normalize('NFKC').replace(/[()]/gu, '');
  return /^\d+$/u.test(plain) ? Number(plain) : chineseNumeral(plain);
}

/** The label 公开01表 (公开表一, 财决公开01表, 公开 01 表：) that a text begins with, and what follows it; or `null`. */
export function tableLabel(text: string): { readonly label: string; readonly rest: string } | null {
  const trimmed = text.trim();
  const match = headingForms().tableLabel.exec(trimmed);
  const label = match?.[0].replace(/\s/gu, '') ?? '';
  if (!/[一二三四五六七八九十\d]/u.test(label) || !label.includes('表')) return null;
  return { label, rest: trimmed.slice(match?.[0].length ?? 0).trim() };
}
