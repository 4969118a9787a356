import type { PageCondition } from '../document.js';
import type { PageContent } from './page-content.js';

/** A page with fewer characters than this and a large image is a scan; without an image it may be a cover or blank. */
const FEW_CHARACTERS = 12;
/** An image that covers this share of the page is a scan, not a seal or a logo. */
const SCAN_COVER = 0.5;
/** Share of unmapped glyphs beyond which a text layer is not to be trusted. */
const UNMAPPED = 0.05;

/**
 * Characters that stand on nearly every page of such a report, tables and prose alike. A text layer whose map is wrong
 * (no ToUnicode, wrong CMap) gives Chinese characters, but not these.
 */
const COMMON = new Set(
  '的一不在人和有年中国大政财支出收入本单位公共预决算款项目经费合计编制情况说明行部门万元金额科名称码及其他等为用机关事业工作务管理服总表',
);
const HAN = /\p{Script=Han}/u;
/** Pinyin injected after each character by mirror sites: 預(yù)算. */
const PINYIN = /\p{Script=Han}[（(][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}[)）]/u;

/** Whether the text layer of a page can be read, by looking at whether it reads like a report, with the reason if not. */
export function pageCondition(content: PageContent): {
  readonly condition: PageCondition;
  readonly reason: string | null;
} {
  const text = content.glyphs.map((glyph) => glyph.text).join('');
  if (text.length < FEW_CHARACTERS && content.imageCover > SCAN_COVER)
    return { condition: 'needs-ocr', reason: 'the page is an image without a text layer' };
  if (text.length === 0) return { condition: 'blank', reason: 'nothing is printed on the page' };
  const unmapped = content.glyphs.filter((glyph) => glyph.unmapped).length;
  if (unmapped > content.glyphs.length * UNMAPPED && unmapped > 3)
    return {
      condition: 'needs-ocr',
      reason: `${unmapped} of ${content.glyphs.length} characters have no meaning in the text layer (font without a usable character map)`,
    };
  if (PINYIN.test(text) && (text.match(new RegExp(PINYIN, 'gu')) ?? []).length > 3)
    return { condition: 'needs-ocr', reason: 'pinyin was injected into the text layer' };
  const han = [...text].filter((character) => HAN.test(character));
  const common = han.filter((character) => COMMON.has(character)).length;
  const digits = (text.match(/\d/g) ?? []).length;
  if (han.length >= 20 && common < han.length * 0.08)
    return {
      condition: 'needs-ocr',
      reason: 'the text layer does not read like Chinese budget text (wrong character map)',
    };
  const letters = (text.match(/[A-Za-z\u00A1-\u024F\u0370-\u058F\u0600-\u1FFF]/g) ?? []).length;
  if (text.length >= 40 && letters > (han.length + digits) * 2 && han.length < text.length * 0.1)
    return {
      condition: 'needs-ocr',
      reason: 'the text layer holds hardly any Chinese characters (font without a usable character map)',
    };
  return { condition: 'read', reason: null };
}
