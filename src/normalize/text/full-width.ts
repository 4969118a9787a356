import { z } from 'zod';
import { readSeedTable } from '../seeds.js';

const radicalRow = z.object({ radical: z.string().length(1), ideograph: z.string().length(1) });

let radicals: ReadonlyMap<string, string> | undefined;

/**
 * CJK radicals as the ideographs that they stand for (⻔ as 门, ⽀ as 支). Some PDF writers (Chromium among them) map glyphs to the radical
 * blocks: the paper shows the same character, but no search would find it. NFKC folds the Kangxi block but only two of the CJK Radicals
 * Supplement, so the rest comes from a seed table.
 */
export function foldRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2EF3\u2F00-\u2FD5]/g, (radical) => {
    radicals ??= new Map(readSeedTable('text/cjk-radicals.tsv', radicalRow).map((row) => [row.radical, row.ideograph]));
    return radicals.get(radical) ?? radical.normalize('NFKC');
  });
}

/**
 * Full-width ASCII forms (０-９ Ａ-Ｚ ．，－（）) and the ideographic blank as ASCII, nothing else. For numbers: NFKC
 * would also turn ① into 1 and ² into 2, and make a figure of a footnote mark.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
  );
}

/**
 * A field (label, heading, code; never a paragraph) for comparison only: radicals folded, NFKC, every blank and
 * invisible character removed, quotation marks removed, all brackets round, all dashes '-', all middle dots '·'.
 */
export function labelForm(text: string): string {
  const known = labelForms.get(text);
  if (known !== undefined) return known;
  const form = computedLabelForm(text);
  if (labelForms.size >= MOST_LABELS) labelForms.clear();
  labelForms.set(text, form);
  return form;
}

/** Labels are asked for again and again, by each rule that looks at a cell or a heading; a report has some thousands. */
const labelForms = new Map<string, string>();
const MOST_LABELS = 20_000;

function computedLabelForm(text: string): string {
  return foldRadicals(text)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/["'“”‘’「」『』„‟«»〝〞]/g, '')
    .replace(/[[{〔【〖〈《⟨]/g, '(')
    .replace(/[\]}〕】〗〉》⟩]/g, ')')
    .replace(/[‐‑‒–—―−─]+/g, '-')
    .replace(/[•∙⋅・‧]/g, '·');
}

const ORDINAL =
  /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}(?:[、)]|\.(?!\d))|\(\d{1,2}\)|(?:其中|加|减):)/;

/**
 * A label without what counts it: 一、 （一） 1. 1、 (1) 其中： 加： 减：, several in a row too. Gives the {@link labelForm}.
 * The ordinal of a function row differs between forms (二十四 is 债务还本支出 or 抗疫特别国债), so rows go by name.
 */
export function withoutOrdinal(label: string): string {
  let text = labelForm(label);
  for (;;) {
    const rest = text.replace(ORDINAL, '');
    // A label of nothing but an ordinal stays what it is.
    if (rest === text || rest === '') return text;
    text = rest;
  }
}
