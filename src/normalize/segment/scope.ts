import type { ReportKind, ReportScope } from '../report.js';
import { labelForm } from '../text/full-width.js';
import { identityWords } from './words.js';

/** Texts that say what a report is, the most trusted first: cover, titles, prose. */
export type TextsByTrust = readonly (readonly string[])[];

/**
 * 决算 or 预算. The name of a title ends in it (…支出决算表, …预算情况说明); 一般公共预算 and the other budgets of a government
 * inside a name are no budget reports. `null` where nothing says it.
 */
export function kindOf(texts: TextsByTrust): ReportKind | null {
  for (const source of texts) {
    let accounts = 0;
    let budget = 0;
    for (const text of source) {
      const plain = labelForm(text).replace(
        /(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算|全面预算|预算(?:主管)?(?:单位|部门)|预算绩效|年初预算|预决算/gu,
        '',
      );
      accounts += plain.split('决算').length - 1;
      budget += plain.split('预算').length - 1;
    }
    if (accounts !== budget) return accounts > budget ? 'final-accounts' : 'budget';
  }
  return null;
}

/** 部门 or 单位: 部门决算, 本部门, 预算主管部门 against 单位决算, 本单位, 预算单位. `null` where nothing says it. */
export function scopeOf(texts: TextsByTrust): ReportScope | null {
  const { departmentScope, unitScope } = identityWords();
  for (const source of texts) {
    const plain = source.map(labelForm).join('\n');
    const department = occurrences(plain, departmentScope);
    const unit = occurrences(plain, unitScope);
    if (department !== unit) return department > unit ? 'department' : 'unit';
  }
  return null;
}

function occurrences(text: string, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + text.split(word).length - 1, 0);
}
