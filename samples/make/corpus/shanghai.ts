import type { BudgetFigures } from '../budget/figures.js';
import { type Account, type Budget, economicNames, incomeOf, ofClasses } from '../contradictions/figures.js';
import type { Figures } from '../final-account/figures.js';
import { sum } from '../money.js';
import type { Draw } from '../random.js';
import type { Agency } from './agency.js';
import type { AgencyYear } from './chain.js';

/** Fen in a hundredth of 万元: the budget of Shanghai is printed in 元. */
const FEN = 10_000;

/** The accounts of a year as the forms of Shanghai take them. */
export function finalFigures(agency: Agency, { account, before }: AgencyYear, draw: Draw): Figures {
  const { general, fund, other } = account.balance;
  return {
    texts: { ...textsOf(agency), units: agency.units.map((name) => ({ name, remark: null })), reasons: agency.reasons },
    year: account.year,
    fundCode: agency.kind.fund,
    items: account.items.map((item) => {
      const income = incomeOf(account, item);
      return {
        code: item.code,
        basic: item.basic,
        project: item.project,
        fund: item.fund,
        nonFiscal: item.otherBasic + item.otherProject,
        fiscalIncome: income.general + income.fund,
        otherIncome: income.other,
        approved: item.approved,
      };
    }),
    economic: withClasses(account.economic),
    personnel: account.personnel,
    operating: account.publicFunds,
    general,
    fund,
    nonFiscal: { ...other, surplusUsed: 0 },
    threePublic: account.threePublic,
    lastYear: {
      total: account.before.total,
      fiscalTotal: account.before.fiscalTotal,
      general: account.before.general,
      operating: before.publicFunds,
      threePublic: threePublicOf(before),
    },
    draw,
  };
}

/** The budget of a year as the forms of Shanghai take it, in fen. */
export function budgetFigures(agency: Agency, budget: Budget): BudgetFigures {
  const economic = new Map([...withClasses(budget.economic)].map(([code, amount]) => [code, amount * FEN]));
  const { abroad, reception, purchase, operation } = budget.threePublic;
  return {
    texts: {
      ...textsOf(agency),
      organisation: [`${agency.body}设4个内设机构，包括：办公室、综合科、业务科、财务科。`],
      moved: agency.words.moved,
    },
    year: budget.year,
    items: budget.items.map(({ code, basic, project, other }) => ({
      code,
      basic: basic * FEN,
      project: project * FEN,
      business: other * FEN,
    })),
    economic,
    economicNames: economicNames()
      .filter(([code]) => (economic.get(code) ?? 0) > 0)
      .map(([code, name]) => ({ code, name })),
    personnel: budget.personnel * FEN,
    operating: budget.publicFunds * FEN,
    fiscal: budget.general * FEN,
    business: budget.other * FEN,
    lastYearFiscal: budget.before.general * FEN,
    threePublic: {
      abroad: abroad[1] * FEN,
      reception: reception[1] * FEN,
      purchase: purchase[1] * FEN,
      operation: operation[1] * FEN,
    },
  };
}

function textsOf(agency: Agency): Pick<Figures['texts'], 'body' | 'duties' | 'purposes' | 'glossary'> {
  return { body: agency.body, duties: agency.duties, purposes: agency.words.purposes, glossary: agency.glossary };
}

function withClasses(economic: ReadonlyMap<string, number>): Map<string, number> {
  const classes = [...new Set([...economic.keys()].map((code) => code.slice(0, 3)))];
  return new Map([...classes.map((code) => [code, ofClasses(economic, [code])] as const), ...economic]);
}

function threePublicOf(account: Account): number {
  return sum(Object.values(account.threePublic).map(([, final]) => final));
}
