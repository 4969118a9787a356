import { labelForm } from '../text/full-width.js';
import { divisionOf } from './region.js';
import { identityWords } from './words.js';

/** A name as printed without blanks and quotation marks, brackets as printed in Chinese: （本级）. */
export function cleanName(text: string): string {
  return text
    .replace(/[\s\u3000]/gu, '')
    .replace(/[“”"《》]/gu, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/[:：,，、。.]+$/u, '');
}

/** Whether the name is a blank of a form: 上海市XX局, 某某局, （部门名称）. */
export function isPlaceholder(name: string): boolean {
  return identityWords().placeholders.test(name);
}

/** Whether a text can be the name of a body: 3 to 45 Chinese characters that end like one (局, 委员会, 中心 …). */
export function looksLikeAgency(text: string): boolean {
  const plain = labelForm(text);
  if (
    plain.length < 3 ||
    plain.length > 45 ||
    /[\d,。:;、!?]/u.test(plain) ||
    !/^[\p{Script=Han}()·A-Za-z]+$/u.test(plain)
  )
    return false;
  return endsLikeAgency(plain);
}

function endsLikeAgency(plain: string): boolean {
  const { organisationEnds, organisationSuffixes } = identityWords();
  const suffix = organisationSuffixes.find((word) => plain.endsWith(word));
  const name = suffix ? plain.slice(0, -suffix.length) : plain;
  return organisationEnds.some((word) => name.endsWith(word) && name.length > word.length);
}

/**
 * What is left of a line of a cover without year, date and the words of the document: "2023年度泉州市某局部门决算公开" is the name
 * alone. '' where nothing of a name is left.
 */
export function nameOnCover(line: string): string {
  let plain = cleanName(line)
    .replace(
      /[\d〇○零一二三四五六七八九]{4}年(?:[\d一二三四五六七八九十]{1,3}月)?(?:[\d一二三四五六七八九十]{1,3}日)?度?/gu,
      ' ',
    )
    .trim();
  const words = [...identityWords().documentWords].sort((a, b) => b.length - a.length);
  for (let changed = true; changed; ) {
    changed = false;
    for (const word of words) {
      // Only from the end and from the start: 财政预算 inside a name stays.
      if (plain.endsWith(word) && !looksLikeAgency(plain))
        [plain, changed] = [plain.slice(0, -word.length).trim(), true];
      if (plain.startsWith(word)) [plain, changed] = [plain.slice(word.length).trim(), true];
    }
  }
  const parts = plain.split(' ').filter((part) => part !== '');
  const best = parts.find(looksLikeAgency) ?? parts.join('');
  return looksLikeAgency(best) || divisionOf(best) !== null ? best : '';
}
