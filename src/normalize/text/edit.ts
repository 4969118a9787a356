import type { Edit } from '../report.js';

/** Every rule that may change printed text, with its explanation for people. No text is changed under another name. */
export const EDIT_RULES = {
  'full-width-digits': 'Full-width digits, signs and brackets (１２３．４５) became their ASCII forms.',
  'blanks-removed': 'Blanks at the ends, beside a separator, a sign or a bracket were removed.',
  'misread-separators':
    'Recognition took a comma for a point, or saw specks at the ends: 2.106.66. became 2,106.66. No digit was changed.',
  'letter-for-digit': 'A letter that recognition confuses with a digit (O, o, l, I) became that digit.',
  'decimal-point': 'A raised dot (·) became the decimal point.',
  'minus-sign': 'Another dash or minus sign in front of a number became the ASCII minus sign.',
  'minus-triangle': 'A triangle (△, ▲) in front of a number became a minus sign.',
  'minus-word': 'The word 负 before or after a number became a minus sign.',
  'brackets-negative': 'A number in brackets became a negative number.',
  'plus-sign': 'A plus sign in front of a number was removed.',
  'thousands-separators': 'Commas between groups of three digits were removed.',
  'leading-zero': 'A zero was put before a decimal point that nothing preceded (.50).',
  repair: 'A misread number of a scan became the only one that satisfies the identities it stands in.',
} as const;

export type EditRule = keyof typeof EDIT_RULES;

/** A text on its way from the paper to its canonical form, with the edits made so far. */
export interface Trail {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The trail that begins with the printed text. */
export function beginTrail(printed: string): Trail {
  return { text: printed, edits: [] };
}

/** One step further. A rule that changes nothing leaves no edit. `from` and `to` are the whole text before and after. */
export function amend(trail: Trail, rule: EditRule, to: string): Trail {
  if (to === trail.text) return trail;
  return { text: to, edits: [...trail.edits, { rule, from: trail.text, to }] };
}

/**
 * The text that the edits lead to, from the printed one. `null` when the trail is broken: an edit that does not
 * begin where the one before it ended, or a rule that is not in {@link EDIT_RULES}.
 */
export function replay(printed: string, edits: readonly Edit[]): string | null {
  let text = printed;
  for (const edit of edits) {
    if (edit.from !== text || !Object.hasOwn(EDIT_RULES, edit.rule)) return null;
    text = edit.to;
  }
  return text;
}
