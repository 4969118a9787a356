import type { Account, AccountItem, Balance, Budget, Source } from '../contradictions/figures.js';
import { ofClasses, SOURCES, total } from '../contradictions/figures.js';
import { share, sum } from '../money.js';
import type { Draw } from '../random.js';
import type { Agency } from './agency.js';
import economicRanges from './economic.json' with { type: 'json' };

/** A year of a body: its budget, its accounts, and the accounts of the year before, which it is compared with. */
export interface AgencyYear {
  readonly budget: Budget;
  readonly account: Account;
  readonly before: Account;
}

type Amounts = ReadonlyMap<string, number>;

/** What a body planned and spent in a year, before anything is compared. Amounts in hundredths of 万元. */
interface Plain {
  readonly year: number;
  readonly planned: Amounts;
  readonly spent: Amounts;
  readonly plannedProjects: Amounts;
  readonly projects: Amounts;
  readonly plannedFund: number;
  readonly fund: number;
  readonly plannedOther: number;
  readonly other: number;
  readonly purchase: readonly [budget: number, final: number];
  readonly closing: Readonly<Record<Source, number>>;
}

/** Public expenses by economic section: what is spent of them stays under the budget. */
const SPARED = ['30212', '30217', '30231'];

/**
 * The years of a body from `first` on, `count` of them. The opening balance of a year is the closing balance of the year before; what the accounts
 * call 年初预算 is what the budget planned; comparisons name what the report of the year before printed. Everything adds up.
 */
export function agencyYears(agency: Agency, first: number, count: number, draw: Draw): AgencyYear[] {
  const plain: Plain[] = [];
  for (let year = first - 2; year < first + count; year++) plain.push(plainYear(agency, year, plain.at(-1), draw));
  const accounts: Account[] = [];
  for (const [index, year] of plain.slice(1).entries()) {
    const opening = plain[index]?.closing;
    if (opening !== undefined) accounts.push(accountOf(agency, year, opening, accounts.at(-1)));
  }
  return accounts.slice(1).map((account, index) => {
    const [before, now, last] = [accounts[index], plain[index + 2], plain[index + 1]];
    if (before === undefined || now === undefined || last === undefined)
      throw new Error(`expected a year before ${account.year}`);
    return { account, before, budget: budgetOf(agency, now, last) };
  });
}

function plainYear(agency: Agency, year: number, last: Plain | undefined, draw: Draw): Plain {
  const { size, family, kind } = agency;
  const hasFund = family !== 'quanzhou';
  const around = (amount: number, low: number, high: number): number => share(amount, draw(low, high));
  const sized = (low: number, high: number): number => share(draw(low, high), size);
  const planned = new Map(
    economicRanges.map(({ code, low, high }) => {
      const before = last?.planned.get(code);
      if (code === '30212' && family !== 'shanghai-final') return [code, 0];
      if (before === undefined) return [code, Math.max(10, sized(low, high))];
      return [code, SPARED.includes(code) && family === 'shanghai-budget' ? before : around(before, 95, 109)];
    }),
  );
  const spent = new Map(
    [...planned].map(([code, amount]) => [
      code,
      SPARED.includes(code) ? around(amount, 70, 100) : around(amount, 94, 105),
    ]),
  );
  const plannedProjects = new Map(
    kind.projects.map(([code = ''], index) => {
      const before = last?.plannedProjects.get(code);
      if (before !== undefined) return [code, around(before, 85, 118)];
      return [code, index === 0 ? sized(60_000, 120_000) : sized(3000, 26_000)];
    }),
  );
  const projects = new Map([...plannedProjects].map(([code, amount]) => [code, around(amount, 86, 108)]));
  const large = projects.get(kind.projects[0]?.[0] ?? '') ?? 0;
  const plannedFund = hasFund ? sized(6000, 30_000) : 0;
  const plannedOther = family === 'quanzhou' ? 0 : sized(2000, 6000);
  const [fund, other] = [around(plannedFund, 88, 106), around(plannedOther, 70, 100)];
  const buys = family === 'national' && draw(0, 3) === 0;
  const purchase = buys ? sized(1800, 2200) : 0;
  return {
    year,
    planned,
    spent,
    plannedProjects,
    projects,
    plannedFund,
    fund,
    plannedOther,
    other,
    purchase: [purchase, around(purchase, 90, 100)],
    closing: {
      general: around(large, 5, 30),
      fund: around(fund, 0, 25),
      other: around(other, 10, 40),
    },
  };
}

/** Basic expenditure by function follows from the amounts by economic section; what is left over runs the bodies. */
function basicItems(agency: Agency, economic: Amounts): Amounts {
  const amount = (code: string): number => economic.get(code) ?? 0;
  const isUnit = agency.level === 'unit';
  const half = (code: string, part: number): [first: number, rest: number] => {
    const first = isUnit ? 0 : share(amount(code), part);
    return [first, amount(code) - first];
  };
  const [retiredOffice, retiredUnits] = half('30302', 60);
  const [healthOffice, healthUnits] = half('30110', 48);
  const items = new Map([
    ['2050803', amount('30216')],
    ['2080501', retiredOffice],
    ['2080502', retiredUnits],
    ['2080505', amount('30108')],
    ['2080506', amount('30109')],
    ['2080801', amount('30304')],
    ['2101101', healthOffice],
    ['2101102', healthUnits],
    ['2101103', amount('30111')],
    ['2210201', amount('30113')],
  ]);
  const running = sum([...economic.values()]) - sum([...items.values()]);
  const office = isUnit ? 0 : share(running, 58);
  items.set(agency.kind.administration, office);
  items.set(agency.kind.service, (items.get(agency.kind.service) ?? 0) + running - office);
  return items;
}

function itemsOf(agency: Agency, year: Plain): AccountItem[] {
  const { kind } = agency;
  const [basic, approved] = [basicItems(agency, year.spent), basicItems(agency, year.planned)];
  const codes = new Set([...basic.keys(), ...year.projects.keys(), kind.fund, kind.other]);
  return [...codes].sort().map((code) => ({
    code,
    basic: basic.get(code) ?? 0,
    project: year.projects.get(code) ?? 0,
    fund: code === kind.fund ? year.fund : 0,
    otherBasic: 0,
    otherProject: code === kind.other ? year.other : 0,
    approved: (approved.get(code) ?? 0) + (year.plannedProjects.get(code) ?? 0),
  }));
}

function accountOf(
  agency: Agency,
  year: Plain,
  opening: Readonly<Record<Source, number>>,
  last: Account | undefined,
): Account {
  const items = itemsOf(agency, year);
  const general = sum(items.map((item) => item.basic + item.project));
  const balance = (source: Source, spent: number): Balance => ({
    opening: opening[source],
    closing: year.closing[source],
    spent,
    income: spent + year.closing[source] - opening[source],
  });
  const publicFunds = ofClasses(year.spent, ['302', '310']);
  const pair = (code: string): [number, number] => [year.planned.get(code) ?? 0, year.spent.get(code) ?? 0];
  const threePublic = {
    abroad: pair('30212'),
    purchase: year.purchase,
    operation: pair('30231'),
    reception: pair('30217'),
  };
  const account = {
    body: agency.body,
    words: agency.words,
    year: year.year,
    carried: { general: agency.kind.projects[0]?.[0] ?? '', fund: agency.kind.fund, other: agency.kind.other },
    items,
    economic: year.spent,
    personnel: ofClasses(year.spent, ['301', '303']),
    publicFunds,
    balance: {
      general: balance('general', general),
      fund: balance('fund', year.fund),
      other: balance('other', year.other),
    },
    threePublic,
    operating: agency.level === 'unit' ? 0 : share(publicFunds, 61),
  };
  const from = last ?? { ...account, before: NOTHING };
  return {
    ...account,
    before: {
      total: total(from, SOURCES),
      fiscalTotal: total(from, ['general', 'fund']),
      general: from.balance.general.spent,
      operating: from.operating,
      abroad: from.threePublic.abroad[1],
      purchase: from.threePublic.purchase[1],
      operation: from.threePublic.operation[1],
      reception: from.threePublic.reception[1],
    },
  };
}

/** Of the year that no report compares with anything. */
const NOTHING = {
  total: 0,
  fiscalTotal: 0,
  general: 0,
  operating: 0,
  abroad: 0,
  purchase: 0,
  operation: 0,
  reception: 0,
};

function budgetOf(agency: Agency, year: Plain, last: Plain): Budget {
  const { kind } = agency;
  const basic = basicItems(agency, year.planned);
  const codes = new Set([...basic.keys(), ...year.plannedProjects.keys(), kind.fund, kind.other]);
  const items = [...codes].sort().map((code) => ({
    code,
    basic: basic.get(code) ?? 0,
    project: year.plannedProjects.get(code) ?? 0,
    fund: code === kind.fund ? year.plannedFund : 0,
    other: code === kind.other ? year.plannedOther : 0,
  }));
  const general = (of: Plain): number => sum([...of.planned.values()]) + sum([...of.plannedProjects.values()]);
  const planned = (code: string): [number, number] => [last.planned.get(code) ?? 0, year.planned.get(code) ?? 0];
  return {
    body: agency.body,
    words: agency.words,
    year: year.year,
    items,
    economic: year.planned,
    personnel: ofClasses(year.planned, ['301', '303']),
    publicFunds: ofClasses(year.planned, ['302', '310']),
    general: general(year),
    fund: year.plannedFund,
    other: year.plannedOther,
    before: { general: general(last), fund: last.plannedFund, other: last.plannedOther },
    threePublic: {
      abroad: planned('30212'),
      purchase: [last.purchase[0], year.purchase[0]],
      operation: planned('30231'),
      reception: planned('30217'),
    },
  };
}
