import { claimWords } from './claim-seeds.js';

const TWO_SIDES = /^(?<before>.*?)收(?:入)?(?<what>(?:预算|决算)?)[、和与及]支(?:出)?(?<after>.*)$/u;

/** 货物、工程、服务支出分别为 as its members; 收、支总计 as 收入总计 and 支出总计. */
export function splitLabel(label: string): readonly string[] {
  const sides = TWO_SIDES.exec(label);
  if (sides?.groups) {
    const { before = '', what = '', after = '' } = sides.groups;
    return [`${before}收入${what}${after}`, `${before}支出${after}`];
  }
  return label.replace(/(?:分别|各)(?:为|是)?$/u, '').split(/[、和及与]/u);
}

/** 基本工资、津贴补贴等支出 as its items. */
export function itemsOf(words: string): readonly string[] {
  return words
    .replace(claimWords().listEnd, (end) => (/^等/.test(end) ? '' : end))
    .split(/[、,，;；:：]/u)
    .filter((item) => item !== '');
}
