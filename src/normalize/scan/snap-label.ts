import { labelForm } from '../text/full-width.js';
import { bareForm, type Lexicon, nearestWord, type Word, wordsNear } from './lexicon.js';

/** Readings surer than this are left as they are where nothing else speaks for another text: forms differ, and new names appear. */
const SURE = 0.97;
/** Share of the characters that may differ: of the forms' own words, of names of codes, of names that the code beside supports. */
const SHARE = { form: 0.4, title: 0.3, name: 0.25, supported: 0.4 } as const;

/** Characters that an engine was surer of than this are not left out and not put in: two that differ make another word. */
const DOUBTFUL = 0.9;
const SURE_SHARE = 0.2;

/**
 * What stands before the words of a label, with what engines make of 一, of marks and of a rule beside (| 「 」). A quotation (“三公”) and what
 * stands in brackets belong to the words.
 */
const LEAD =
  /^(?:[\s:：·.,，。、;；!！"'‘’|｜丨」』]|“(?![^”]*”)|[「『[［](?![^」』\]］]*[」』\]］]))*((?:[一二三四五六七八九十—–―-]{1,3}[、.，,]|[(（][一二三四五六七八九十—–―-]{1,3}[)）]|\d{1,2}[.．、]\s*(?!\d)|[(（]\d{1,2}[)）])?(?:[其共]中[:：])?(?:[(（]\d{1,2}[)）])?)/u;
const HAN = /\p{Script=Han}/u;

/**
 * The text that a label printed, where an engine read something near to it: the nearest word of the forms, or of the names of codes.
 * `null` where the reading stands: it is a known word, or none is near, or two are, or the engine was sure.
 * @param confidence of the reading, from 0 to 1
 */
export function snappedLabel(text: string, confidence: number): string | null {
  const { lead, core } = parts(text);
  const bare = bareForm(core);
  if (bare === '' || !HAN.test(bare)) return null;
  const known = exact('form', bare) ?? exact('name', bare);
  if (known !== null) return changed(text, lead, core, known.text);
  if (confidence >= SURE) return changed(text, lead, core, core);
  return changed(text, lead, core, (nearestFormOrName(bare, confidence) ?? { text: core }).text);
}

/** As {@link snappedLabel} for a name that stands beside a code: the names that this code ever had. */
export function snappedName(text: string, names: readonly Word[], confidence: number): string | null {
  const bare = bareForm(text);
  if (bare === '' || names.some((word) => word.bare === bare)) return exactMarks(text, names, bare);
  const share = confidence >= SURE ? SHARE.name : SHARE.supported;
  const near = nearestWord(bare, names, Math.max(1, Math.floor(bare.length * share)));
  return near?.word?.text ?? null;
}

/** The title of a table as the forms print it, whatever stands before (a year) and behind (续表). */
export function snappedTitle(text: string): string | null {
  const match = /^(\s*(?:\d{4}年度?)?)(.*?)([(（]续?表?[)）]\s*)?$/u.exec(text);
  const [, year = '', printed = '', behind = ''] = match ?? [];
  // 一、收入支出决算总表: the number is no part of the title, and stays.
  const { lead, core } = parts(printed);
  const bare = bareForm(core);
  if (bare.length < 4 || !/[表衣裹未]$/u.test(bare)) return null;
  const known = exact('title', bare);
  const word = known ?? nearest('title', bare, SHARE.title)?.word ?? null;
  if (word === null) return null;
  const title = `${lead}${word.text}`;
  return plain(title) === plain(printed) ? null : `${year}${title}${behind}`;
}

function exact(lexicon: Lexicon, bare: string): Word | null {
  return wordsNear(lexicon, bare, 0).find((word) => word.bare === bare) ?? null;
}

/** A word of the forms goes before a name. Where two words of the forms are as near, only a nearer name speaks against both. */
function nearestFormOrName(bare: string, confidence: number): Word | null {
  const most = confidence >= DOUBTFUL ? SURE_SHARE : 1;
  const form = nearest('form', bare, Math.min(SHARE.form, most));
  if (form?.word) return form.word;
  const name = nearest('name', bare, Math.min(SHARE.name, most));
  return name !== null && (form === null || name.distance < form.distance) ? name.word : null;
}

function nearest(lexicon: Lexicon, bare: string, share: number): ReturnType<typeof nearestWord> {
  // Two characters: one that differs is half of the word, and another word as soon as the same.
  const limit = bare.length < 3 ? 0 : Math.max(1, Math.floor(bare.length * share));
  return limit === 0 ? null : nearestWord(bare, wordsNear(lexicon, bare, limit), limit);
}

/** Marks that an engine put between the characters of a known name are not printed there. */
function exactMarks(text: string, names: readonly Word[], bare: string): string | null {
  const word = names.find((name) => name.bare === bare);
  return word === undefined || labelForm(word.text) === labelForm(text) ? null : word.text;
}

function parts(text: string): { readonly lead: string; readonly core: string } {
  const match = LEAD.exec(text);
  return { lead: match?.[1] ?? '', core: text.slice(match?.[0].length ?? 0) };
}

/** Lead and core as one text; `null` where that is what was read. A dash before 、 is 一, and stands for it before a word too. */
function changed(text: string, lead: string, core: string, word: string): string | null {
  const ordinal = lead
    .replace(/[—–―-]/gu, '一')
    .replace(/[，,](?=$|其)/u, '、')
    .replace(/共中/u, '其中');
  const kept = labelForm(core) === labelForm(word) ? core : word;
  const result = `${ordinal}${kept}`;
  return plain(result) === plain(text) ? null : result;
}

/** Marks count here: a quotation mark before an ordinal is one that the engine saw in dirt. Full width, blanks and kinds of brackets do not. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
