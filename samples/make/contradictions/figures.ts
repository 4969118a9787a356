import { type FunctionalItem, functionalName, functionalRows } from '../functional.js';
import { sum } from '../money.js';
import data from './figures.json' with { type: 'json' };
import names from './names.json' with { type: 'json' };
import texts from './texts.json' with { type: 'json' };

/** The invented body of the three reports; no county of this name exists. */
export const BODY = '兰泽县水务局';

/** An item of spending of a year, in hundredths of 万元. */
export interface AccountItem {
  readonly code: string;
  /** Spent from the general public budget. */
  readonly basic: number;
  readonly project: number;
  /** Spent from the government-managed fund; always project expenditure. */
  readonly fund: number;
  /** Spent from other income. */
  readonly otherBasic: number;
  readonly otherProject: number;
  /** Approved at the beginning of the year, general public budget. */
  readonly approved: number;
}

/** Where money comes from: general public budget, government-managed fund, other income. */
export const SOURCES = ['general', 'fund', 'other'] as const;
export type Source = (typeof SOURCES)[number];

/** Opening balance, income, spending and closing balance of one source. */
export interface Balance {
  readonly opening: number;
  readonly income: number;
  readonly spent: number;
  readonly closing: number;
}

export const THREE_PUBLIC = ['abroad', 'purchase', 'operation', 'reception'] as const;
export type ThreePublicItem = (typeof THREE_PUBLIC)[number];

/** What the prose of a body says of its work, by functional code or class 类 where it differs between them. */
export interface Words {
  readonly purposes: Readonly<Record<string, string>>;
  /** Why less, or more, was spent than approved. */
  readonly less: Readonly<Record<string, string>>;
  readonly more: Readonly<Record<string, string>>;
  /** Items of this class say their budget, the others only how much of it was spent. */
  readonly budgeted: string;
  /** Why totals moved, why the general budget spent less or more, why public expenses and running costs rose. */
  readonly moved: string;
  readonly generalLess: string;
  readonly generalMore: string;
  readonly carsMore: string;
  readonly operatingMore: string;
  /** What cars run for, and what the fund pays for. */
  readonly drives: string;
  readonly fundUse: string;
}

/** The accounts of a year: everything that final accounts of the body say. Amounts in hundredths of 万元. */
export interface Account {
  readonly body: string;
  readonly words: Words;
  readonly year: number;
  /** Items that received what was left over or used up of the year's money, by source. */
  readonly carried: Readonly<Record<Source, string>>;
  readonly items: readonly AccountItem[];
  /** Amount by economic section 款 of basic expenditure of the general public budget. */
  readonly economic: ReadonlyMap<string, number>;
  readonly personnel: number;
  readonly publicFunds: number;
  readonly balance: Readonly<Record<Source, Balance>>;
  /** Budget and final figure of the three public expenses. */
  readonly threePublic: Readonly<Record<ThreePublicItem, readonly [budget: number, final: number]>>;
  /** 机关运行经费: the public funds of the administrative bodies. */
  readonly operating: number;
  readonly before: Before;
}

/** Figures of the year before, for comparisons in prose. */
export interface Before extends Readonly<Record<ThreePublicItem, number>> {
  readonly total: number;
  readonly fiscalTotal: number;
  readonly general: number;
  readonly operating: number;
}

const ITEM_KEYS = ['basic', 'project', 'fund', 'otherBasic', 'otherProject', 'approved'] as const;

/** The accounts of 2022; its figures of 2021 are given, since there is no report of that year. */
export function account2022(): Account {
  const year = data.accounts[2022];
  return account(2022, year, year.lastYear);
}

/** The accounts of 2023, compared with those of 2022. Its opening balance is the planted one. */
export function account2023(): Account {
  const before = account2022();
  const { threePublic } = before;
  return account(2023, data.accounts[2023], {
    total: total(before, SOURCES),
    fiscalTotal: total(before, ['general', 'fund']),
    general: before.balance.general.spent,
    operating: before.operating,
    abroad: threePublic.abroad[1],
    purchase: threePublic.purchase[1],
    operation: threePublic.operation[1],
    reception: threePublic.reception[1],
  });
}

function account(
  year: number,
  printed: (typeof data.accounts)[2022] | (typeof data.accounts)[2023],
  before: Before,
): Account {
  const items = itemsOf(printed.items, ITEM_KEYS);
  const economic = new Map(Object.entries(printed.economic));
  const personnel = ofClasses(economic, ['301', '303']);
  const publicFunds = ofClasses(economic, ['302', '310']);
  const spent = {
    general: sum(items.map((item) => item.basic + item.project)),
    fund: sum(items.map((item) => item.fund)),
    other: sum(items.map((item) => item.otherBasic + item.otherProject)),
  };
  const basic = sum(items.map((item) => item.basic));
  if (basic !== personnel + publicFunds)
    throw new Error(`expected basic expenditure of ${personnel + publicFunds} by function too, found ${basic}`);
  const balance = (source: Source): Balance => {
    const [opening, closing] = [printed.opening[source], printed.closing[source]];
    return { opening, closing, spent: spent[source], income: spent[source] + closing - opening };
  };
  const { abroad, purchase, operation, reception } = printed.threePublic;
  return {
    body: BODY,
    words: texts,
    year,
    carried: { general: '2130305', fund: '2136601', other: '2130399' },
    items,
    economic,
    personnel,
    publicFunds,
    balance: { general: balance('general'), fund: balance('fund'), other: balance('other') },
    threePublic: {
      abroad: pair(abroad),
      purchase: pair(purchase),
      operation: pair(operation),
      reception: pair(reception),
    },
    operating: printed.operating,
    before,
  };
}

/** Income and opening balance of the given sources: 总计. */
export function total(account: Account, sources: readonly Source[]): number {
  return sum(sources.map((source) => account.balance[source].income + account.balance[source].opening));
}

/** One column of the balances, summed over the given sources. */
export function balances(account: Account, sources: readonly Source[], column: keyof Balance): number {
  return sum(sources.map((source) => account.balance[source][column]));
}

/** Income of an item by source: what it spent, and the change of the balance that it carries. */
export function incomeOf(account: Account, item: AccountItem): Readonly<Record<Source, number>> {
  const carried = (source: Source): number =>
    item.code === account.carried[source] ? account.balance[source].closing - account.balance[source].opening : 0;
  return {
    general: item.basic + item.project + carried('general'),
    fund: item.fund + carried('fund'),
    other: item.otherBasic + item.otherProject + carried('other'),
  };
}

/** A planned item of the budget of 2023, in hundredths of 万元. */
export interface BudgetItem {
  readonly code: string;
  readonly basic: number;
  readonly project: number;
  readonly fund: number;
  readonly other: number;
}

/** The budget of a year. */
export interface Budget {
  readonly body: string;
  readonly words: Words;
  readonly year: number;
  readonly items: readonly BudgetItem[];
  readonly economic: ReadonlyMap<string, number>;
  readonly personnel: number;
  readonly publicFunds: number;
  readonly general: number;
  readonly fund: number;
  readonly other: number;
  readonly before: Readonly<Record<'general' | 'fund' | 'other', number>>;
  /** The three public expenses in the budgets of the year before and of the year. */
  readonly threePublic: Readonly<Record<ThreePublicItem, readonly [before: number, now: number]>>;
}

/** The budget of 2023, which the accounts of 2023 repeat as 年初预算. */
export function budget2023(): Budget {
  const items = itemsOf(data.budget.items, ['basic', 'project', 'fund', 'other'] as const);
  const economic = new Map(Object.entries(data.budget.economic));
  const [before, now] = [account2022(), account2023()];
  const planned = (item: ThreePublicItem): [number, number] => [before.threePublic[item][0], now.threePublic[item][0]];
  return {
    body: BODY,
    words: texts,
    year: 2023,
    items,
    economic,
    personnel: ofClasses(economic, ['301', '303']),
    publicFunds: ofClasses(economic, ['302', '310']),
    general: sum(items.map((item) => item.basic + item.project)),
    fund: sum(items.map((item) => item.fund)),
    other: sum(items.map((item) => item.other)),
    before: { general: sum(before.items.map((item) => item.approved)), ...data.budget.lastYear },
    threePublic: {
      abroad: planned('abroad'),
      purchase: planned('purchase'),
      operation: planned('operation'),
      reception: planned('reception'),
    },
  };
}

/** Functional rows with the names of the classification. */
export function namedRows(items: readonly FunctionalItem[]): ReturnType<typeof functionalRows> {
  return functionalRows(items, names.functional);
}

/** The name of a functional code. Throws for a code without one. */
export function nameOf(code: string): string {
  return functionalName(code, names.functional);
}

/** Economic classes 类 and sections 款 with their names, a class before its sections. */
export function economicNames(): [code: string, name: string][] {
  return Object.entries(names.economic).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Sum over the sections of some economic classes. */
export function ofClasses(economic: ReadonlyMap<string, number>, classes: readonly string[]): number {
  return sum([...economic].filter(([code]) => classes.some((of) => code.startsWith(of))).map(([, amount]) => amount));
}

function itemsOf<K extends string>(
  printed: Readonly<Record<string, readonly number[]>>,
  keys: readonly K[],
): (Readonly<Record<K, number>> & { readonly code: string })[] {
  return Object.entries(printed)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, values]) => {
      const columns = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? 0])) as Record<K, number>;
      return { code, ...columns };
    });
}

function pair(values: readonly number[]): [number, number] {
  return [values[0] ?? 0, values[1] ?? 0];
}
