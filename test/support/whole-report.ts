import type { Report, Statement } from '../../src/normalize/report.js';
import { figure, type RowSpec, report, statement, twoSided } from './statement-factory.js';

/** The amounts of a made-up final account in hundredths of 万元, from which all nine statements follow. */
export interface Account {
  /** Expenditure of each item from the general public budget: basic and project. */
  readonly items: Readonly<Record<string, readonly [basic: number, project: number]>>;
  /** Revenue and expenditure of government-managed funds (item 2120801), and of other money (item 2080599). */
  readonly fund: number;
  readonly other: number;
  /** What of the general public budget was brought forward, and what is left of it. */
  readonly opening: number;
  readonly closing: number;
  /** Brought forward of other money, and carried forward as well. */
  readonly otherBalance: number;
}

export const PLAIN: Account = {
  items: { '2080505': [2533, 0], '2101102': [899, 0], '2150599': [23117, 226795], '2210201': [2193, 0] },
  fund: 0,
  other: 0,
  opening: 0,
  closing: 231,
  otherBalance: 0,
};

export const MIXED: Account = { ...PLAIN, fund: 5000, other: 1230, opening: 777, otherBalance: 420 };

const SOURCES = ['superior-subsidy', 'institutional', 'operating', 'subsidiary-remittance', 'other'];
const CLASSES = ['201', '208', '210', '212', '215', '221'];
const FUND_ITEM = '2120801';
const OTHER_ITEM = '2080599';

/** How an amount is printed: of itself, or rounded from a finer unit. */
export type Print = (amount: number) => string;

export const inHundredths: Print = (amount) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Rows of a statement by function: the total, then class, section and item, each column added up. */
function byFunction(
  items: Readonly<Record<string, readonly number[]>>,
  width: number,
  money: Print,
): readonly RowSpec[] {
  const columns = (prefix: string): number[] =>
    Array.from({ length: width }, (_, at) =>
      sum(Object.entries(items).flatMap(([code, values]) => (code.startsWith(prefix) ? (values[at] ?? 0) : 0))),
    );
  const prefixes = new Set(Object.keys(items).flatMap((code) => [code.slice(0, 3), code.slice(0, 5), code]));
  return ['', ...[...prefixes].sort()].map((prefix) => [prefix || 'total', ...columns(prefix).map(money)]);
}

const classOf = (items: Readonly<Record<string, readonly number[]>>, code: string): number =>
  sum(Object.entries(items).flatMap(([item, values]) => (item.startsWith(code) ? sum(values) : 0)));

/** The nine statements of an account, every figure printed; exact where amounts are printed as they are. */
export function wholeReport(account: Account, money: Print = inHundredths): Report {
  const { items, fund, other, opening, closing, otherBalance } = account;
  const general = sum(Object.values(items).flat());
  const income = general + closing - opening;
  const all: Record<string, readonly number[]> = { ...items };
  if (fund > 0) all[FUND_ITEM] = [0, fund];
  if (other > 0) all[OTHER_ITEM] = [other, 0];
  const spent = general + fund + other;
  const received = income + fund + other;
  const funds = (inGeneral: number, inFund: number) => [inGeneral + inFund, inGeneral, inFund, 0].map(money);

  const summary = twoSided(
    'revenue-and-expenditure',
    [
      ['general-budget', money(income)],
      ['government-funds', money(fund)],
      ['state-capital', money(0)],
      ...SOURCES.map((source): RowSpec => [source, money(source === 'other' ? other : 0)]),
      ['current-total', money(received)],
      ['use-nonfiscal-surplus', money(0)],
      ['opening', money(opening + otherBalance)],
      ['grand-total', money(received + opening + otherBalance)],
    ],
    ['amount'],
    [
      ...CLASSES.map((code): RowSpec => [`func-${code}`, money(classOf(all, code))]),
      ['current-total', money(spent)],
      ['surplus-distribution', money(0)],
      ['closing', money(closing + otherBalance)],
      ['grand-total', money(spent + closing + otherBalance)],
    ],
  );

  // The carry-over of the year stands in the revenue of its function (215).
  const revenueItems = Object.fromEntries(
    Object.entries(all).map(([code, values]) => {
      const total = sum(values) + (code === '2150599' ? closing - opening : 0);
      const isOther = code === OTHER_ITEM;
      return [
        code,
        [total, isOther ? 0 : total, ...SOURCES.map((source) => (isOther && source === 'other' ? total : 0))],
      ];
    }),
  );
  const revenue = statement(
    'revenue',
    ['total', 'fiscal', ...SOURCES],
    byFunction(revenueItems, 2 + SOURCES.length, money),
  );
  const natures = ['total', 'basic', 'project'];
  const withTotals = (rows: typeof all) =>
    Object.fromEntries(
      Object.entries(rows).map(([code, [basic = 0, project = 0]]) => [code, [basic + project, basic, project]]),
    );
  const expenditure = statement('expenditure', natures, byFunction(withTotals(all), 3, money));
  const generalBudget = statement('general-budget-expenditure', natures, byFunction(withTotals(items), 3, money));

  const appropriations = twoSided(
    'appropriations',
    [
      ['general-budget', money(income)],
      ['government-funds', money(fund)],
      ['state-capital', money(0)],
      ['current-total', money(income + fund)],
      ['opening', money(opening)],
      ['opening-general-budget', money(opening)],
      ['opening-government-funds', money(0)],
      ['opening-state-capital', money(0)],
      ['grand-total', money(income + fund + opening)],
    ],
    ['total', 'general-budget', 'government-funds', 'state-capital'],
    [
      ...CLASSES.map((code): RowSpec => [`func-${code}`, ...funds(classOf(items, code), code === '212' ? fund : 0)]),
      ['current-total', ...funds(general, fund)],
      ['closing', ...funds(closing, 0)],
      ['grand-total', ...funds(general + closing, fund)],
    ],
  );

  const basic = sum(Object.values(items).map(([amount]) => amount));
  const contributions = { '30108': 2533, '30110': 899, '30113': 2193 };
  const wages = basic - sum(Object.values(contributions)) - 1893;
  const economic = statement(
    'general-budget-basic-expenditure',
    ['amount'],
    [
      ['301', money(basic - 1893)],
      ['30102', money(wages)],
      ...Object.entries(contributions).map(([code, amount]): RowSpec => [code, money(amount)]),
      ['302', money(1893)],
      ['30217', money(893)],
      ['30231', money(1000)],
      ['personnel-total', money(basic - 1893)],
      ['public-total', money(1893)],
    ],
  );
  const threePublic = statement(
    'three-public',
    ['amount'],
    [
      ['total', money(1893)],
      ['abroad', money(0)],
      ['vehicle', money(1000)],
      ['vehicle-purchase', money(0)],
      ['vehicle-operation', money(1000)],
      ['reception', money(893)],
    ],
  );
  const fundAccount = statement(
    'government-funds',
    ['opening', 'income', 'total', 'basic', 'project', 'closing'],
    byFunction(fund > 0 ? { [FUND_ITEM]: [0, fund, fund, 0, fund, 0] } : {}, 6, money),
  );
  const stateCapital = statement('state-capital', natures, [['total', money(0), money(0), money(0)]]);
  return report(
    summary,
    revenue,
    expenditure,
    appropriations,
    generalBudget,
    economic,
    threePublic,
    fundAccount,
    stateCapital,
  );
}

/** The report with another print in one cell (`path` as in findings), read as the normalizer would read it. */
export function corrupt(before: Report, path: string, printed: string): Report {
  const [s = '', r = '', column = ''] = path.split('/');
  const statements = before.statements.map((table, index) => {
    if (index !== Number(s)) return table;
    const rows = table.rows.map((row, at) =>
      at === Number(r) ? { ...row, figures: { ...row.figures, [column]: figure(printed) } } : row,
    );
    return { ...table, rows };
  });
  return { ...before, statements };
}

/** The path of a cell by statement kind, row key and column. */
export function pathOf({ statements }: Report, kind: Statement['kind'], key: string, column: string): string {
  const s = statements.findIndex((table) => table.kind === kind);
  const r = statements[s]?.rows.findIndex((row) => row.key === key && row.figures[column] !== undefined) ?? -1;
  if (s < 0 || r < 0) throw new RangeError(`no cell ${kind} ${key} ${column}`);
  return `${s}/${r}/${column}`;
}
