import { labelForm } from '../text/full-width.js';
import { rowLabels, titleWords } from './words.js';

/** Longest title by level (1 to 6), in characters without blanks. Real titles reach 45; sentences of duties are longer or end in 。 */
const LONGEST = [0, 50, 50, 45, 32, 24, 0] as const;

const AMOUNT = /\d[\d,.]*\s*(?:万|亿|千)?元|\d[\d,]*\.\d\d(?!\d)|\d%/u;

/**
 * Whether the text after a heading number reads as a title and not as a sentence or a row of a table. The rule:
 * - no 。；！？ inside; one 。 at the very end only after words that end titles (情况说明。: 上海普陀财政局 2024, 七（一）);
 * - no colon inside ("一、财政拨款收入：指…" is an entry of a glossary), one at the end is dropped, unless the words lead in
 *   a list (主要职责是：, 其中：);
 * - no amount of money, percentage or decimal ("1.一般公共预算财政拨款收入2568.50万元。");
 * - not the label of a table row (五、教育支出), no second number after a blank (一、基本支出 二、…);
 * - at most 50 characters, less below the second level; 第一条 is never a title.
 * What follows (a body or not) is judged later, by the section tree.
 */
export function isTitle(text: string, level: number): boolean {
  const title = text.trim();
  const words = titleWords();
  const plain = labelForm(title).replace(/[.·。]$/u, '');
  if (plain === '' || plain.length > (LONGEST[level] ?? 0)) return false;
  if (/[。；！？;!?]/u.test(title.replace(/[。.]$/u, '')) || AMOUNT.test(title)) return false;
  if (/。$/u.test(title) && !words.trailingStop.test(plain)) return false;
  if (/[:：]./u.test(title) || words.leadIn.test(plain)) return false;
  if (/[，,、]$/u.test(title) || words.sentenceStart.test(plain)) return false;
  if (/\s[一二三四五六七八九十]{1,3}、|\s\d[\d,.]*$/u.test(title)) return false;
  return !rowLabels().has(plain) && /\p{Script=Han}/u.test(plain);
}

/** A title as kept: blanks between Chinese characters, closing stop or colon removed. */
export function cleanTitle(text: string): string {
  return text
    .trim()
    .replace(/(?<=[^\x20-\x7e])\s+(?=[^\x20-\x7e])/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[。:：]$/u, '');
}

let runInTitles: RegExp | undefined;

/**
 * Splits a title that runs into its text: "机关运行经费支出情况。2023年度…", "收入决算情况说明：本年…", and lines
 * that a converter glued ("单位基本情况从决算单位构成看，…"). Only for known titles; `null` otherwise.
 */
export function runInTitle(rest: string): { readonly title: string; readonly text: string } | null {
  runInTitles ??= new RegExp(`^(?:${titleWords().runIn.join('|')})`, 'u');
  const flat = rest.replace(/\s/gu, '');
  // Quotation marks vary (“三公”, "三公"), so they count for nothing in the comparison, and are counted back in afterwards.
  const match = runInTitles.exec(flat.replace(/["“”]/gu, '').normalize('NFKC'));
  if (!match) return null;
  const end = printedEnd(rest, match[0].length);
  const title = rest.slice(0, end).replace(/[“"]$/u, '');
  const tail = rest.slice(end).replace(/^[”"]/u, '');
  if (/^\s*[及和与、的（(]|^\s*[:：]?\s*(?:指|是指)/u.test(tail) || tail.trim() === '') return null;
  const stopped = /^\s*[。:：]\s*/u.exec(tail);
  const text = tail.slice(stopped?.[0].length ?? 0).trim();
  // Without a stop the tail must be a sentence of its own: 情况 may also be the middle of a longer title.
  const sentence = text.length > 8 && (stopped !== null || /[，,。:：]/u.test(text));
  // "机关运行经费：为保障行政单位…" explains a term; before a colon only a title that says so opens a section.
  if (/[:：]/u.test(stopped?.[0] ?? '') && !/(?:情况|说明|职责|职能|总结)$/u.test(title)) return null;
  return sentence && text !== '' ? { title: cleanTitle(title), text } : null;
}

/** Where the first `count` characters that are neither blank nor quotation mark end. */
function printedEnd(text: string, count: number): number {
  let seen = 0;
  let index = 0;
  for (; index < text.length && seen < count; index++) {
    if (!/[\s"“”]/u.test(text.charAt(index))) seen++;
  }
  return index;
}

/** The level of a known title that stands without a number (上海 budgets: 上海市…局主要职能, 名词解释); `null` for others. */
export function unnumberedLevel(text: string): number | null {
  const plain = labelForm(text);
  if (plain.length > 45 || /[。；！？;!?:,，]/u.test(plain) || AMOUNT.test(plain)) return null;
  const found = titleWords().unnumbered.find(({ pattern }) => pattern.test(plain));
  if (!found) return null;
  const before = plain.replace(found.pattern, '');
  const bad = /[、,]|[的和与及或对在]$/u.test(before) || /[一二三四五六七八九十]、/u.test(before);
  return bad ? null : found.level;
}

/** Whether the title of a first-level section uses a word that such titles are known to use. */
export function isKnownPart(title: string): boolean {
  const plain = labelForm(title);
  return titleWords().parts.some((pattern) => pattern.test(plain));
}

/** The title of a statement: …决算表, …预算总表, …明细表, as a line of its own. */
export function isTableTitle(text: string): boolean {
  const plain = labelForm(text).replace(/\((?:续)?\)$|\([^()]{1,8}\)$/u, '');
  return (
    plain.length >= 4 &&
    plain.length <= 50 &&
    /(?:决算|预算|收支|收入|支出|自评|情况|绩效|采购|资产|项目)[^,。:]{0,20}表$/u.test(plain) &&
    !/[。；，,;:]|^\(|见|^注|详/u.test(plain)
  );
}
