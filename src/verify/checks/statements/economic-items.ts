import { z } from 'zod';
import type { Report } from '../../../normalize/report.js';
import { readSeedTable } from '../../../normalize/seeds.js';
import type { Check, Judgement, Term } from '../../check.js';
import { codedRows, rowsByCode } from '../../code-tree.js';
import { moneyText } from '../../money-text.js';
import { type Located, rowsOf } from '../../terms.js';
import { integerOf } from '../../value.js';
import { termText } from '../../wording.js';
import { judgeBound } from './bounds.js';
import { AMOUNT, cellOf, codeCells, isNil } from './cells.js';
import { betweenJudged } from './tables.js';

const codes = z.string().regex(/^\d{5,7}( \d{5,7})*$/, 'codes with a blank between two');
const pairRow = z.object({ economic: codes, functional: codes, what: z.string().min(1) });
const itemRow = z.object({ item: z.string().min(1), economic: codes });

const BASIC = ['basic', ...AMOUNT];
const BY_USE_AND_FUNCTION = {
  byUse: 'general-budget-basic-expenditure',
  byFunction: 'general-budget-expenditure',
} as const;

/**
 * What a table prints of these codes, nil for a code that it leaves out; `null` where that cannot be said: a row may be lost, or a
 * code stands beside another name ("30202 咨询费" in a Shanghai unit budget that numbers its items in its own way).
 */
function amountsOf(table: Located, list: string, columns: readonly string[], report: Report): readonly Term[] | null {
  const printed = rowsByCode(codedRows(rowsOf(table, null)));
  const cells = list.split(' ').map((code) => {
    const named = (printed.get(code) ?? []).every(({ row }) => row.code?.match === 'known');
    const { terms, doubt } = codeCells(table, null, code, columns, report);
    return named && doubt === null && terms.length > 0 ? terms : null;
  });
  return cells.every((terms) => terms !== null) ? cells.flat() : null;
}

function sum(terms: readonly Term[]): number | null {
  const values = terms.map((term) => (isNil(term) ? 0 : integerOf(term.figure)));
  return values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** One purpose by function and by economic class: usually one amount, so that a difference is worth a look and no more. */
function samePurpose(byUse: Located, byFunction: Located, report: Report): readonly Judgement[] {
  return readSeedTable('checks/item-and-use.tsv', pairRow).flatMap(
    ({ economic, functional, what }): readonly Judgement[] => {
      const left = amountsOf(byUse, economic, AMOUNT, report);
      const right = amountsOf(byFunction, functional, BASIC, report);
      const [a, b] = [left, right].map((terms) => (terms === null ? null : sum(terms)));
      if (left === null || right === null || typeof a !== 'number' || typeof b !== 'number' || (a === 0 && b === 0))
        return [];
      const [use, purpose] = [left, right].map((terms) => terms.map(termText).join(' + '));
      const base = {
        subject: what,
        measure: 'money',
        left: use ?? '',
        right: purpose ?? '',
        terms: [...left, ...right],
        about: [],
        diagnosis: null,
      } as const;
      if (a === b) return [{ ...base, outcome: 'exact', message: '' }];
      const gap = moneyText(Math.abs(a - b), '万元');
      const legitimate = '由项目支出负担一部分、与其他单位合用账户或当地列支习惯不同时，可以不同';
      const message = `按经济科目与按功能科目通常相同，这里不同：${use}；${purpose}；相差 ${gap}。${legitimate}。`;
      return [{ ...base, outcome: 'unresolved', message }];
    },
  );
}

function housingAllowances(byUse: Located, byFunction: Located, report: Report): readonly Judgement[] {
  const whole = amountsOf(byUse, '30102', AMOUNT, report);
  const part = amountsOf(byFunction, '2210202 2210203', BASIC, report);
  if (whole === null || part === null || part.every(isNil)) return [];
  const failure = '提租补贴与购房补贴通常在 30102 津贴补贴中发放，这里却更大';
  return [judgeBound({ subject: '住房补贴与津贴补贴', part, whole, failure, usual: true })];
}

/** “三公” of all fiscal money against the same item of basic expenditure, which is a part of it. */
function threePublic(byUse: Located, spent: Located, report: Report): readonly Judgement[] {
  const wide = spent.statement.columns.some(({ key }) => key.startsWith('abroad'));
  return readSeedTable('checks/three-public-items.tsv', itemRow).flatMap(({ item, economic }) => {
    const part = amountsOf(byUse, economic, AMOUNT, report);
    const whole = wide ? cellOf(spent, null, ['total'], [item], report) : cellOf(spent, null, [item], AMOUNT, report);
    if (part === null || whole === undefined) return [];
    const failure = '基本支出中的数大于“三公”经费表中的数，而后者还包括项目支出，不应更小';
    return [judgeBound({ subject: whole.label, part, whole: [whole], failure })];
  });
}

/** Economic classes against what else the report says of the same purpose (X15-X17). */
export const economicItems: readonly Check[] = [
  {
    id: 'statements/item-and-use',
    zh: '同一用途，按经济科目与按功能科目的基本支出通常相同（住房公积金、养老保险、职业年金、医疗保险、医疗补助）',
    en: 'housing fund, pension, annuity and medical contributions: by economic class usually the same as by function',
    severity: 'note',
    notApplicable:
      'Usual, not certain: a part paid from project money, accounts shared with other units, practice of the place.',
    identities: () => [],
    judgements: betweenJudged(BY_USE_AND_FUNCTION, ({ byUse, byFunction }, report) =>
      samePurpose(byUse, byFunction, report),
    ),
  },
  {
    id: 'statements/housing-allowances',
    zh: '30102 津贴补贴 ≥ 2210202 提租补贴 + 2210203 购房补贴',
    en: 'allowances by economic class ≥ rent and purchase allowances by function',
    severity: 'note',
    notApplicable: 'Usual, not certain: housing allowances may be paid under another class.',
    identities: () => [],
    judgements: betweenJudged(BY_USE_AND_FUNCTION, ({ byUse, byFunction }, report) =>
      housingAllowances(byUse, byFunction, report),
    ),
  },
  {
    id: 'statements/three-public-items',
    zh: '“三公”经费各项 ≥ 基本支出中同一经济科目（30212、30231、30217、31013）',
    en: 'each of the three public expenses ≥ the same class of basic expenditure',
    severity: 'warning',
    notApplicable: 'Classes that are printed under another name than the catalogue’s are not compared.',
    identities: () => [],
    judgements: betweenJudged(
      { byUse: 'general-budget-basic-expenditure', spent: 'three-public' },
      ({ byUse, spent }, report) => threePublic(byUse, spent, report),
    ),
  },
];
