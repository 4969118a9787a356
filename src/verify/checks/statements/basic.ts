import type { Report } from '../../../normalize/report.js';
import type { Check, Identity, Term } from '../../check.js';
import type { Located } from '../../terms.js';
import { expenditureOfYear, expenditureRow, totalRow } from './accounts.js';
import { AMOUNT, cellOf, sameAmount, sameCell } from './cells.js';
import { between } from './tables.js';

/** Basic expenditure as the economic statement closes: 合计, or 人员经费合计 and 公用经费合计. */
function basicTotal(table: Located, report: Report): readonly Term[] {
  const total = totalRow(table, AMOUNT, report);
  if (total !== undefined) return [total];
  const feet = ['personnel-total', 'public-total'].map((key) => cellOf(table, null, [key], AMOUNT, report));
  return feet.every((term) => term !== undefined) ? feet : [];
}

/** Basic expenditure of a statement by function: the column, or where it is split personnel and operating funds. */
function basicColumn(table: Located, report: Report): Term | undefined {
  return totalRow(table, ['basic'], report);
}

function sameBasic(subject: string, left: Term | undefined, table: Located, report: Report): readonly Identity[] {
  const right = basicTotal(table, report);
  return left === undefined || right.length === 0 ? [] : [sameAmount(subject, [left], right)];
}

/** Basic expenditure by function and by economic classification (X10, and the forms of Jiangsu). */
export const basic: readonly Check[] = [
  {
    id: 'statements/basic-expenditure',
    zh: '一般公共预算支出表基本支出 = 基本支出经济分类表人员经费 + 公用经费',
    en: 'basic expenditure by function = by economic classification',
    severity: 'error',
    notApplicable: 'Only where the statement by function has a column 基本支出.',
    identities: between(
      { byFunction: 'general-budget-expenditure', byUse: 'general-budget-basic-expenditure' },
      ({ byFunction, byUse }, report) => sameBasic('基本支出', basicColumn(byFunction, report), byUse, report),
    ),
  },
  {
    id: 'statements/fiscal-basic-expenditure',
    zh: '财政拨款总表基本支出 = 财政拨款基本支出经济分类表合计',
    en: 'basic expenditure in the appropriation account = total by economic classification',
    severity: 'error',
    notApplicable:
      'Only in forms that list fiscal expenditure by use and print its basic part by economic class (Jiangsu).',
    identities: between(
      { account: 'appropriations', byUse: 'appropriations-basic-expenditure' },
      ({ account, byUse }, report) =>
        sameBasic('财政拨款基本支出', expenditureRow(account, ['use-basic'], report), byUse, report),
    ),
  },
  {
    id: 'statements/fiscal-expenditure',
    zh: '财政拨款总表本年支出 = 财政拨款支出表合计',
    en: 'expenditure of the appropriation account = total of the fiscal expenditure statement',
    severity: 'error',
    notApplicable: 'Only in forms that print all fiscal expenditure by function (Jiangsu).',
    identities: between(
      { account: 'appropriations', list: 'appropriations-expenditure' },
      ({ account, list }, report) =>
        sameCell('财政拨款支出合计', expenditureOfYear(account, report), totalRow(list, AMOUNT, report)),
    ),
  },
];
