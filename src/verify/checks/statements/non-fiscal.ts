import type { Report } from '../../../normalize/report.js';
import type { Check, Identity, Term } from '../../check.js';
import type { Located } from '../../terms.js';
import { expenditureOfYear, expenditureRow, includesOpening, revenueOfYear, revenueRow, totalRow } from './accounts.js';
import { AMOUNT } from './cells.js';
import { between } from './tables.js';

const negative = (term: Term): Term => ({ ...term, sign: -1 });
const USED = ['use-nonfiscal-surplus', 'use-special-surplus'];

/** Terms that all forms of final accounts print; `null` where one is not there, for then the account is not whole. */
function all(...terms: readonly (Term | undefined)[]): readonly Term[] | null {
  return terms.every((term) => term !== undefined) ? terms : null;
}

function used(summary: Located, report: Report): readonly Term[] {
  return USED.flatMap((key) => revenueRow(summary, [key], report) ?? []);
}

function setAside(summary: Located, report: Report): readonly Term[] {
  return ['surplus-distribution'].flatMap((key) => expenditureRow(summary, [key], report) ?? []);
}

/** What is not fiscal money: the whole account less the fiscal one (X13). */
function nonFiscal(summary: Located, fiscal: Located, list: Located, report: Report): readonly Identity[] {
  const whole = all(
    totalRow(list, AMOUNT, report),
    expenditureRow(summary, ['closing'], report),
    revenueOfYear(summary, report),
    revenueRow(summary, ['opening'], report),
  );
  const part = all(
    expenditureOfYear(fiscal, report),
    expenditureRow(fiscal, ['closing'], report),
    revenueOfYear(fiscal, report),
    revenueRow(fiscal, ['opening'], report),
  );
  if (whole === null || part === null) return [];
  const [out, closing, income, opening] = whole;
  const [fiscalOut, fiscalClosing, fiscalIncome, fiscalOpening] = part;
  if (!out || !closing || !income || !opening) return [];
  if (!fiscalOut || !fiscalClosing || !fiscalIncome || !fiscalOpening) return [];
  return [
    {
      subject: '非财政拨款资金',
      shape: 'balance',
      left: [out, negative(fiscalOut), ...setAside(summary, report), closing, negative(fiscalClosing)],
      right: [income, negative(fiscalIncome), ...used(summary, report), opening, negative(fiscalOpening)],
      doubt: null,
    },
  ];
}

/** What came in and was not spent is what was carried forward (X18). By function the difference is the carry-over of the class. */
function carriedForward(summary: Located, revenue: Located, expenditure: Located, report: Report): readonly Identity[] {
  const received = totalRow(revenue, AMOUNT, report);
  const spent = totalRow(expenditure, AMOUNT, report);
  const opening = revenueRow(summary, ['opening'], report);
  const closing = expenditureRow(summary, ['closing'], report);
  if (received === undefined || spent === undefined) return [];
  const carried = totalRow(expenditure, ['carried-forward'], report) !== undefined;
  return [
    {
      subject: '收入表与支出表',
      shape: 'balance',
      left: [received, ...(opening && !includesOpening(revenue) ? [opening] : []), ...used(summary, report)],
      right: [spent, ...setAside(summary, report), ...(closing && !carried ? [closing] : [])],
      doubt: null,
    },
  ];
}

/** Reconciliation of statements whose totals are not the same. */
export const nonFiscalMoney: readonly Check[] = [
  {
    id: 'statements/non-fiscal',
    zh: '支出 − 财政拨款支出 + 结余分配 + 年末非财政拨款结转结余 = 收入 − 财政拨款收入 + 使用非财政拨款结余 + 年初非财政拨款结转结余',
    en: 'the account without fiscal money balances: expenditure + distribution + carried forward = revenue + surplus used + brought forward',
    severity: 'error',
    notApplicable: 'Only where both accounts print opening and closing balances (final accounts).',
    identities: between(
      { summary: 'revenue-and-expenditure', fiscal: 'appropriations', list: 'expenditure' },
      ({ summary, fiscal, list }, report) => nonFiscal(summary, fiscal, list, report),
    ),
  },
  {
    id: 'statements/receipts-and-outlays',
    zh: '收入表合计 + 年初结转和结余 + 使用结余 = 支出表合计 + 结余分配 + 年末结转和结余',
    en: 'total of the revenue statement + brought forward + surplus used = total of the expenditure statement + distribution + carried forward',
    severity: 'error',
    notApplicable: 'By total only: revenue and expenditure of one function may differ by what it carries forward.',
    identities: between(
      { summary: 'revenue-and-expenditure', revenue: 'revenue', expenditure: 'expenditure' },
      ({ summary, revenue, expenditure }, report) => carriedForward(summary, revenue, expenditure, report),
    ),
  },
];
