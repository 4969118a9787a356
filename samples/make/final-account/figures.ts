import { type FunctionalItem, functionalName, functionalRows } from '../functional.js';
import { share, sum } from '../money.js';
import { type Draw, seeded } from '../random.js';
import data from './data.json' with { type: 'json' };

/** An item of spending; all amounts in hundredths of 万元. */
export interface Item {
  readonly code: string;
  /** Spent from the general public budget. */
  readonly basic: number;
  readonly project: number;
  /** Spent from the government-managed fund. */
  readonly fund: number;
  /** Spent from money that is not fiscal appropriation; always project expenditure here. */
  readonly nonFiscal: number;
  /** Received: fiscal appropriation (general public budget and fund), and other income. */
  readonly fiscalIncome: number;
  readonly otherIncome: number;
  /** Approved at the beginning of the year, general public budget. */
  readonly approved: number;
}

/** Opening and closing balances and income of one source of money; `spent` closes the account. */
export interface Account {
  readonly opening: number;
  readonly income: number;
  readonly spent: number;
  readonly closing: number;
}

/** What a report in the Shanghai layout says of its body besides money. */
export interface ShanghaiTexts {
  readonly body: string;
  readonly duties: readonly string[];
  readonly units: readonly { readonly name: string; readonly remark: string | null }[];
  readonly purposes: Readonly<Record<string, string>>;
  readonly glossary: readonly string[];
  readonly reasons: Readonly<Record<'more' | 'less' | 'same', string>>;
}

/** Everything that the invented final account says, in hundredths of 万元. */
export interface Figures {
  readonly texts: ShanghaiTexts;
  readonly year: number;
  /** The one item that the fund pays for; its row stands in form 08. */
  readonly fundCode: string;
  readonly items: readonly Item[];
  /** Amount by economic code, classes included. */
  readonly economic: ReadonlyMap<string, number>;
  readonly personnel: number;
  readonly operating: number;
  readonly general: Account;
  readonly fund: Account;
  readonly nonFiscal: Account & { readonly surplusUsed: number };
  /** Budget and final figure of each of the three public expenses. */
  readonly threePublic: Readonly<
    Record<'abroad' | 'purchase' | 'operation' | 'reception', readonly [budget: number, final: number]>
  >;
  /** Last year's figure of the totals that prose compares with. */
  readonly lastYear: Readonly<Record<'total' | 'fiscalTotal' | 'general' | 'operating' | 'threePublic', number>>;
  readonly draw: Draw;
}

/** Draws the figures: leaves at random from the seed, everything else by addition, so that every identity holds. */
export function finalAccountFigures(): Figures {
  const draw = seeded(data.seed);
  const economic = economicAmounts(draw);
  const amount = (code: string): number => economic.get(code) ?? 0;
  const personnel = amount('301') + amount('303');
  const operating = amount('302') + amount('310');
  const items = spendingItems(draw, amount, personnel + operating);

  const opening = draw(data.opening.low, data.opening.high);
  const generalSpent = sum(items.map((item) => item.basic + item.project));
  const fundSpent = sum(items.map((item) => item.fund));
  const fundIncome = fundSpent + data.fund.closing - data.fund.opening;
  const generalIncome = sum(items.map((item) => item.fiscalIncome)) - fundIncome;
  const { opening: otherOpening, surplusUsed, income, spent } = data.nonFiscal;
  const total = opening + data.fund.opening + otherOpening + surplusUsed + generalIncome + fundIncome + income;
  const threePublic = {
    abroad: [amount('30212') + draw(20, 90), amount('30212')],
    purchase: [0, 0],
    operation: [amount('30231') + draw(5, 60), amount('30231')],
    reception: [amount('30217') + draw(10, 80), amount('30217')],
  } as const;
  return {
    texts: data,
    year: data.year,
    fundCode: data.fund.code,
    items,
    economic,
    personnel,
    operating,
    general: {
      opening,
      income: generalIncome,
      spent: generalSpent,
      closing: opening + generalIncome - generalSpent,
    },
    fund: { opening: data.fund.opening, income: fundIncome, spent: fundSpent, closing: data.fund.closing },
    nonFiscal: {
      opening: otherOpening,
      income,
      surplusUsed,
      spent,
      closing: otherOpening + surplusUsed + income - spent,
    },
    threePublic,
    lastYear: {
      total: total - draw(9000, 31000),
      fiscalTotal: total - otherOpening - surplusUsed - income - draw(8000, 29000),
      general: generalSpent + draw(2000, 9000),
      operating: operating + draw(200, 900),
      threePublic: sum(Object.values(threePublic).map(([, final]) => final)) - draw(20, 90),
    },
    draw,
  };
}

function economicAmounts(draw: Draw): Map<string, number> {
  const leaves = data.economic
    .filter(({ code }) => code.length === 5)
    .map(({ code, low, high }) => [code, high === 0 ? 0 : draw(low, high)] as const);
  const classes = data.economic
    .filter(({ code }) => code.length === 3)
    .map(({ code }) => [code, sum(leaves.filter(([leaf]) => leaf.startsWith(code)).map(([, v]) => v))] as const);
  return new Map([...classes, ...leaves]);
}

/** Basic expenditure by function follows from the economic amounts; what is left over is the running of the bodies. */
function spendingItems(draw: Draw, amount: (code: string) => number, basicTotal: number): Item[] {
  const retired = amount('303') - amount('30304');
  const basic = new Map([
    ['2050803', amount('30216')],
    ['2080501', share(retired, 60)],
    ['2080502', retired - share(retired, 60)],
    ['2080505', amount('30108')],
    ['2080506', amount('30109')],
    ['2080801', amount('30304')],
    ['2101101', share(amount('30110'), 55)],
    ['2101102', amount('30110') - share(amount('30110'), 55)],
    ['2210201', amount('30113')],
    ['2210203', share(amount('30102'), 20)],
  ]);
  const running = basicTotal - sum([...basic.values()]);
  basic.set('2010301', share(running, 64));
  basic.set('2010350', running - share(running, 64));
  const projects = new Map(data.projects.map(({ code, low, high }) => [code, draw(low, high)]));
  const fundSpent = draw(data.fund.low, data.fund.high);
  const used = draw(data.openingUsed.low, data.openingUsed.high);
  const kept = draw(data.closingKept.low, data.closingKept.high);

  const codes = [...new Set([...basic.keys(), ...projects.keys(), data.fund.code])].sort();
  return codes.map((code) => {
    const general = (basic.get(code) ?? 0) + (projects.get(code) ?? 0);
    const fund = code === data.fund.code ? fundSpent : 0;
    const balance =
      (code === data.closingKept.code ? kept : 0) -
      (code === data.openingUsed.code ? used : 0) +
      (code === data.fund.code ? data.fund.closing - data.fund.opening : 0);
    const isNonFiscal = code === data.nonFiscal.code;
    return {
      code,
      basic: basic.get(code) ?? 0,
      project: projects.get(code) ?? 0,
      fund,
      nonFiscal: isNonFiscal ? data.nonFiscal.spent : 0,
      fiscalIncome: general + fund + balance,
      otherIncome: isNonFiscal ? data.nonFiscal.income : 0,
      approved: Math.max(0, general + draw(-3, 4) * draw(0, 180)),
    };
  });
}

/** Rows by function with the columns that `values` picks from an item. */
export function byFunction(figures: Figures, values: (item: Item) => readonly number[]): FunctionalItem[] {
  return figures.items.map((item) => ({ code: item.code, values: values(item) }));
}

/** Total spending of a class 类 from general budget and fund, for the two summary statements. */
export function classSpending(figures: Figures, code: string): { general: number; fund: number; all: number } {
  const of = figures.items.filter((item) => item.code.startsWith(code));
  const general = sum(of.map((item) => item.basic + item.project));
  const fund = sum(of.map((item) => item.fund));
  return { general, fund, all: general + fund + sum(of.map((item) => item.nonFiscal)) };
}

/** Functional rows with names from the data. */
export function namedRows(items: readonly FunctionalItem[]): ReturnType<typeof functionalRows> {
  return functionalRows(items, data.names);
}

/** The name of a functional code. */
export function nameOf(code: string): string {
  return functionalName(code, data.names);
}

/** Economic classes 类 and sections 款 of form 06 with their names. */
export function economicNames(): readonly { readonly code: string; readonly name: string }[] {
  return data.economic;
}
