import { type FunctionalItem, functionalName, functionalRows } from '../functional.js';
import { share, sum } from '../money.js';
import { seeded } from '../random.js';
import data from './data.json' with { type: 'json' };

/** A planned item of spending; amounts in fen. */
export interface BudgetItem {
  readonly code: string;
  readonly basic: number;
  /** Project expenditure paid from the general public budget. */
  readonly project: number;
  /** Project expenditure paid from the unit's own business income 事业收入. */
  readonly business: number;
}

/** What a budget in the Shanghai layout says of its body besides money. */
export interface BudgetTexts {
  readonly body: string;
  readonly duties: readonly string[];
  readonly organisation: readonly string[];
  readonly glossary: readonly string[];
  readonly purposes: Readonly<Record<string, string>>;
  /** Why the appropriation differs from the year before. */
  readonly moved: string;
}

/** Everything that the invented budget says, in fen. */
export interface BudgetFigures {
  readonly texts: BudgetTexts;
  readonly year: number;
  readonly items: readonly BudgetItem[];
  readonly economic: ReadonlyMap<string, number>;
  /** Classes and sections that the table by economic class prints, in its order. */
  readonly economicNames: readonly { readonly code: string; readonly name: string }[];
  readonly personnel: number;
  readonly operating: number;
  readonly fiscal: number;
  readonly business: number;
  /** Last year's budget of fiscal appropriation, for the comparison in prose. */
  readonly lastYearFiscal: number;
  readonly threePublic: Readonly<Record<'abroad' | 'reception' | 'purchase' | 'operation', number>>;
}

/** Fen in 0.01 万元, the last printed place of the ninth table and of prose. */
const FEN_PER_HUNDREDTH_WAN = 10_000;

/** Draws the figures from the seed; sums by addition, so that every identity holds to the fen. */
export function budgetFigures(): BudgetFigures {
  const draw = seeded(data.seed);
  const leaves = new Map<string, number>();
  for (const { code, high, low } of data.economic) {
    if (code.length === 5) leaves.set(code, draw(low, high));
  }
  // What the ninth table repeats in 万元 is planned in whole hundredths of 万元, so both units say the same.
  for (const code of ['30217', '30231']) leaves.set(code, wholeHundredths(leaves.get(code) ?? 0));
  const economic = new Map(leaves);
  for (const { code } of data.economic) {
    if (code.length === 3)
      economic.set(code, sum([...leaves].filter(([leaf]) => leaf.startsWith(code)).map(([, value]) => value)));
  }
  const amount = (code: string): number => economic.get(code) ?? 0;
  const personnel = amount('301') + amount('303');
  const operating = amount('302') + amount('310');

  const basic = new Map([
    ['2050803', amount('30216')],
    ['2080502', amount('30302')],
    ['2080505', amount('30108')],
    ['2080506', amount('30109')],
    ['2080599', amount('30399')],
    ['2101102', amount('30110')],
    ['2210201', amount('30113')],
    ['2210203', share(amount('30102'), 15)],
  ]);
  basic.set('2012604', personnel + operating - sum([...basic.values()]));
  const projects = new Map(
    data.projects.map((plan) => [
      plan.code,
      {
        project: draw(plan.fiscalLow, plan.fiscalHigh),
        business: plan.businessHigh === 0 ? 0 : draw(plan.businessLow, plan.businessHigh),
      },
    ]),
  );
  const items = [...new Set([...basic.keys(), ...projects.keys()])].sort().map((code) => ({
    code,
    basic: basic.get(code) ?? 0,
    ...(projects.get(code) ?? { project: 0, business: 0 }),
  }));
  const fiscal = sum(items.map((item) => item.basic + item.project));
  return {
    texts: data,
    year: data.year,
    items,
    economic,
    economicNames: data.economic,
    personnel,
    operating,
    fiscal,
    business: sum(items.map((item) => item.business)),
    lastYearFiscal: fiscal + draw(20_000_000, 60_000_000),
    threePublic: { abroad: 0, reception: amount('30217'), purchase: 0, operation: amount('30231') },
  };
}

function wholeHundredths(fen: number): number {
  return fen - (fen % FEN_PER_HUNDREDTH_WAN);
}

/** Fen as hundredths of 万元, rounded half up. */
export function inWan(fen: number): number {
  return Math.floor((fen + FEN_PER_HUNDREDTH_WAN / 2) / FEN_PER_HUNDREDTH_WAN);
}

/** Items with the columns that `values` picks. */
export function pick(figures: BudgetFigures, values: (item: BudgetItem) => readonly number[]): FunctionalItem[] {
  return figures.items.map((item) => ({ code: item.code, values: values(item) }));
}

/** Functional rows with names from the data. */
export function namedRows(items: readonly FunctionalItem[]): ReturnType<typeof functionalRows> {
  return functionalRows(items, data.names);
}

/** The name of a functional code. */
export function nameOf(code: string): string {
  return functionalName(code, data.names);
}
