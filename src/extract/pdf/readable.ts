import type { PageCondition } from '../document.js';
import type { PageContent } from './page-content.js';
import { areaOf } from './page-image-geometry.js';
import { unreadPictures } from './unread-pictures.js';

/** A page with fewer characters than this and a large image is a scan; without an image it may be a cover or blank. */
const FEW_CHARACTERS = 12;
/** Images that cover this share of the page are a scan, not a seal or a logo. */
const SCAN_COVER = 0.5;
/** A title, a unit and a note beside a picture that covers so much come to fewer characters than this: the picture is the page. */
const FEW_LINES = 100;
/** Share of the height of the page, at its upper and at its lower edge, in which running titles, page numbers and marks of scanners stand. */
const MARGIN = 0.1;
/** So many drawn shapes on a page without text are letters; with a little text (a page number), this many. */
const DRAWN_LETTERS = { alone: 3, besideText: 40 };
/** So many glyphs that are blanks in the text layer, and yet of many kinds, are what the page says. */
const BLANKS = 3;
/** On a page without any text, images that cover this share hold what it says. */
const PICTURE_COVER = 0.1;
/** Codes of two bytes read as if they were of one, because a standard font takes the place of the one that is missing. */
const CONTROLS = /^[\u0000-\u001F]+$/;
/** So few are marks of a symbol font. */
const FEW_CONTROLS = 3;
/** Share of unmapped glyphs beyond which a text layer is not to be trusted. */
const UNMAPPED = 0.05;

/**
 * Characters that stand on nearly every page of such a report, tables and prose alike. A text layer whose map is wrong
 * (no ToUnicode, wrong CMap) gives Chinese characters, but not these.
 */
const COMMON = new Set(
  '的一不在人和有年中国大政财支出收入本单位公共预决算款项目经费合计编制情况说明行部门万元金额科名称码及其他等为用机关事业工作务管理服总表',
);
/** Share of letters of foreign scripts beyond which the character map is wrong: real reports have none, or a name. */
const FOREIGN = 0.05;
const HAN = /\p{Script=Han}/u;
const ASCII_LETTER = /[A-Za-z]/;
/** Letters and marks that such a report does not print: neither Chinese, nor ASCII, nor forms of these in East Asian fonts. */
const FOREIGN_LETTER = /(?![\u3040-\u312F\uFF00-\uFFEF])[\p{L}\p{M}]/u;
/** Pinyin injected after each character by mirror sites: 預(yù)算. A tone mark there is proof; without one it may be a label, 款(a). */
const TONED_PINYIN = /\p{Script=Han}[（(][a-zü]{0,4}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zü]{0,3}[)）]/u;
const PINYIN = /\p{Script=Han}[（(][a-zü]{1,6}[)）]/gu;

/**
 * Whether the text layer of a page can be read, by looking at whether it reads like a report, with the reason if not, or if a part of it
 * is lost.
 */
export function pageCondition(content: PageContent): {
  readonly condition: PageCondition;
  readonly reason: string | null;
} {
  const text = content.glyphs.map((glyph) => glyph.text).join('');
  const fault = faultOf(content, text);
  if (fault !== null) return { condition: 'needs-ocr', reason: fault };
  // The picture of the page would lack them as well: what is there is read, and what is not there is told.
  if (content.lostTexts > 0)
    return { condition: 'read', reason: `${content.lostTexts} texts are lost: their font is damaged or missing` };
  const controls = content.glyphs.filter((glyph) => CONTROLS.test(glyph.text)).length;
  if (controls > FEW_CONTROLS)
    return { condition: 'read', reason: `${controls} characters are none: the font of their text is missing` };
  if (text.length === 0) return { condition: 'blank', reason: 'nothing is printed on the page' };
  return { condition: 'read', reason: null };
}

/** What speaks against the text layer of a page; `null` when nothing does. */
function faultOf(content: PageContent, text: string): string | null {
  if (text.length < FEW_CHARACTERS && content.imageCover > (text.length === 0 ? PICTURE_COVER : SCAN_COVER))
    return 'the page is an image without a text layer';
  if (content.imageCover > SCAN_COVER && charactersWithin(content) < FEW_CHARACTERS)
    return 'the page is an image, its text layer holds only lines in the margins';
  // A cover has its title beside a photograph.
  if (content.number > 1 && text.length < FEW_LINES && pictureShare(content) > SCAN_COVER)
    return 'the page is an image with a few lines of text beside it';
  if (content.blanks > BLANKS)
    return `${content.blanks} characters are blanks in the text layer (font without a usable character map)`;
  if (text.length < FEW_CHARACTERS && content.shapes >= DRAWN_LETTERS[text.length === 0 ? 'alone' : 'besideText'])
    return 'the page is drawn, letters and all, without a text layer';
  const characters = [...text];
  const han = characters.filter((character) => HAN.test(character));
  const latin = characters.filter((character) => ASCII_LETTER.test(character)).length;
  const unmapped = content.glyphs.filter((glyph) => glyph.unmapped).length;
  if ((unmapped > content.glyphs.length * UNMAPPED && unmapped > 3) || (unmapped > 1 && unmapped > han.length + latin))
    return `${unmapped} of ${content.glyphs.length} characters have no meaning in the text layer (font without a usable character map)`;
  if (TONED_PINYIN.test(text) || (text.match(PINYIN) ?? []).length > 3)
    return 'pinyin was injected into the text layer';
  const foreign = characters.filter(isForeign).length;
  if (foreign > 1 && foreign > (han.length + latin + foreign) * FOREIGN)
    return `${foreign} letters are of scripts that such a report does not print (font without a usable character map)`;
  const common = han.filter((character) => COMMON.has(character)).length;
  if (han.length >= 20 && common < han.length * 0.08)
    return 'the text layer does not read like Chinese budget text (wrong character map)';
  if (latin >= 20 && han.length < latin * 0.1)
    return 'the text layer holds hardly any Chinese characters (font without a usable character map)';
  return null;
}

/** Share of the page that pictures cover on which nothing is written. */
function pictureShare(content: PageContent): number {
  return unreadPictures(content).reduce((sum, box) => sum + areaOf(box), 0) / (content.width * content.height);
}

/** How many characters stand between the margins of a page. */
function charactersWithin({ glyphs, height }: PageContent): number {
  const [top, bottom] = [height * MARGIN, height * (1 - MARGIN)];
  const within = glyphs.filter(({ box }) => box.top + box.bottom > 2 * top && box.top + box.bottom < 2 * bottom);
  return within.reduce((sum, { text }) => sum + text.length, 0);
}

function isForeign(character: string): boolean {
  return FOREIGN_LETTER.test(character) && !HAN.test(character) && !ASCII_LETTER.test(character);
}
