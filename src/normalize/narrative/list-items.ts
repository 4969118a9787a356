import { chineseNumeral } from '../text/numerals.js';
import type { FactSource, Passage } from './fact-source.js';

/** Forms of ordinals: (一) 一、 1. (1) ① 第一条. */
type Style = 'bracketed' | 'plain' | 'digit' | 'bracketed-digit' | 'circled' | 'article';

/** A piece of a paragraph: what one ordinal introduces, or text without one. */
export interface Piece extends Passage {
  readonly ordinal: { readonly style: Style; readonly value: number; readonly printed: string } | null;
}

const FORMS: readonly (readonly [Style, RegExp])[] = [
  ['bracketed', /\((?<ordinal>[一二三四五六七八九十]{1,3})\)[、.]?/uy],
  ['plain', /(?<ordinal>[一二三四五六七八九十]{1,3})[、.](?!\d)/uy],
  ['digit', /(?<ordinal>\d{1,2})(?:、|\.(?!\d))/uy],
  ['bracketed-digit', /\((?<ordinal>\d{1,2})\)[、.]?/uy],
  ['circled', /(?<ordinal>[①-⑳])[、.]?/uy],
  ['article', /第(?<ordinal>[一二三四五六七八九十]{1,3}|\d{1,2})条[、:]?/uy],
];

/**
 * The paragraphs cut at their ordinals: at the beginning of a paragraph, and behind 。 ; : within it where the ordinal goes on from the
 * one before in the same form, or begins a list (主要任务是：1.…2.…).
 */
export function piecesOf(sources: readonly FactSource[]): readonly Piece[] {
  const last = new Map<Style, number>();
  return sources.flatMap((source) => {
    const { text } = source.form;
    const cuts: { readonly from: number; readonly body: number; readonly ordinal: Piece['ordinal'] }[] = [];
    for (const from of [0, ...marksIn(text)]) {
      const found = ordinalAt(text, from);
      const goesOn = found !== null && (found.value === (last.get(found.style) ?? 0) + 1 || found.value === 1);
      if (found !== null && (from === 0 || goesOn)) {
        last.set(found.style, found.value);
        const { style, value, to } = found;
        cuts.push({ from, body: to, ordinal: { style, value, printed: text.slice(from, to) } });
      } else if (from === 0) {
        cuts.push({ from, body: 0, ordinal: null });
      }
    }
    return cuts.map(({ body, ordinal }, index) => ({
      source,
      ordinal,
      span: [body, cuts[index + 1]?.from ?? text.length] as const,
    }));
  });
}

function marksIn(text: string): readonly number[] {
  return [...text.matchAll(/[。;:]/gu)].map(({ index }) => index + 1);
}

function ordinalAt(
  text: string,
  at: number,
): { readonly style: Style; readonly value: number; readonly to: number } | null {
  for (const [style, form] of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text);
    const printed = match?.groups?.ordinal;
    if (match === null || printed === undefined) continue;
    const value = ordinalValue(printed);
    if (value !== null) return { style, value, to: at + match[0].length };
  }
  return null;
}

function ordinalValue(printed: string): number | null {
  if (/^\d+$/.test(printed)) return Number(printed);
  const circled = (printed.codePointAt(0) ?? 0) - 0x245f;
  return circled > 0 && circled <= 20 ? circled : chineseNumeral(printed);
}
