import { tableLabel } from './headings.js';
import { identityWords } from './words.js';

let headLine: RegExp | undefined;

/**
 * A line that stands between the title of a table and its frame: 公开01表, 单位：万元, 部门：某局 单位：万元, 编制单位：…. It
 * belongs to the statement (unit, label) and is no prose.
 */
export function isTableFurniture(text: string): boolean {
  headLine ??= new RegExp(`^[（(]?(?:金额)?(?:${identityWords().agencyLabels.join('|')})[）)]?\\s*[:：]`, 'u');
  const trimmed = text.trim();
  if (headLine.test(trimmed)) return trimmed.replace(/\s/gu, '').length <= 60 && !/[。；]/u.test(trimmed);
  const label = tableLabel(trimmed);
  return label !== null && (label.rest === '' || headLine.test(label.rest));
}

/** A note under a table: 注：, 说明：, 备注：. */
export function isTableNote(text: string): boolean {
  return /^\s*(?:注|说明|备注|附注)\s*[:：]/u.test(text);
}
