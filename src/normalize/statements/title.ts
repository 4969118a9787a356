import { labelForm } from '../text/full-width.js';
import { matchesAny, type StatementTemplate, statementTemplates } from './templates.js';

/**
 * A table's title without what varies between bodies and years: labels (公开01表, 表一：), ordinals, the year, 部门/单位,
 * a bracketed remark at the end. "2024年预算单位财务收支预算总表" and "公开 01 表：收支预算总表" give comparable names.
 */
export function canonicalTitle(printed: string): string {
  const { titlePrefixes, titleSuffixes } = statementTemplates();
  let title = labelForm(printed).replace(/^\((.*)\)$/, '$1');
  for (let changed = true; changed; ) {
    const before = title;
    for (const prefix of titlePrefixes) title = title.replace(prefix, '') || title;
    for (const suffix of titleSuffixes) {
      const shorter = title.replace(suffix, '');
      // 续表 goes, but not the 表 that the name itself ends in.
      if (shorter.endsWith('表')) title = shorter;
    }
    changed = title !== before;
  }
  return title;
}

/**
 * The form that a title names, by the whole name: 支出决算表 is part of 一般公共预算财政拨款支出决算表, so patterns are anchored.
 * `null` for a text that is no title of a known form.
 */
export function templateByTitle(printed: string): StatementTemplate | null {
  if (printed.length > 120) return null;
  const title = canonicalTitle(printed);
  if (!/表$|批复$/.test(title)) return null;
  return statementTemplates().kinds.find((template) => matchesAny(template.titles, title)) ?? null;
}
