import type { Claim } from '../../normalize/narrative/claim.js';
import { claimPath } from '../../normalize/quantities.js';
import { FUNDS } from '../forms.js';
import { quantityTerm } from '../terms.js';
import { type Cell, cellAt, type Spot, spotsOf } from './cells.js';
import { ofSide, type Pair, type PairCheck, type PairIdentity, type PairTerm } from './pair.js';

/** Opening balance of the later year and closing balance of the earlier one, as spots; per fund in 财政拨款收入支出决算总表. */
const BALANCES: readonly (readonly [opening: Spot, closing: Spot])[] = [
  [
    { kind: 'revenue-and-expenditure', panel: 'revenue', row: 'opening', column: 'amount' },
    { kind: 'revenue-and-expenditure', panel: 'expenditure', row: 'closing', column: 'amount' },
  ],
  [
    { kind: 'appropriations', panel: 'revenue', row: 'opening', column: 'amount' },
    { kind: 'appropriations', panel: 'expenditure', row: 'closing', column: 'total' },
  ],
  ...FUNDS.map((fund): readonly [Spot, Spot] => [
    { kind: 'appropriations', panel: 'revenue', row: `opening-${fund}`, column: 'amount' },
    { kind: 'appropriations', panel: 'expenditure', row: 'closing', column: fund },
  ]),
];

function identity(pair: Pair, subject: string, left: readonly PairTerm[], right: readonly PairTerm[]): PairIdentity {
  return { subject, shape: 'repeated', left, right, doubt: pair.doubt };
}

function openings(pair: Pair): readonly PairIdentity[] {
  if (pair.later.kind !== 'final-accounts') return [];
  return BALANCES.flatMap(([opening, closing]) => {
    const now = cellAt(pair.later, opening, 'executed');
    const before = cellAt(pair.earlier, closing, 'executed');
    if (now === null || before === null) return [];
    return [identity(pair, now.term.label, [ofSide(pair, 'later', now.term)], [ofSide(pair, 'earlier', before.term)])];
  });
}

/** Phase that the report of the year before gives: a budget its plan, final accounts what was executed. */
function phaseOf({ later }: Pair): 'approved' | 'executed' {
  return later.kind === 'budget' ? 'approved' : 'executed';
}

/** The cell of the year before that an amount of this year is compared with. */
function cellBefore(pair: Pair, claim: Claim): Cell | null {
  for (const spot of spotsOf(pair.later, claim)) {
    const cell = cellAt(pair.earlier, spot, phaseOf(pair));
    if (cell !== null) return cell;
  }
  return null;
}

/** amount − change as terms, or the amount itself where nothing changed; `null` where direction or numbers are missing. */
function impliedBefore(pair: Pair, claim: Claim, index: number): readonly PairTerm[] | null {
  const { amount, change, base } = claim.numbers;
  const term = (path: string, label: string, quantity: NonNullable<typeof amount>) =>
    ofSide(pair, 'later', quantityTerm(path, `${claim.label}${label}`, quantity));
  if (base?.value != null) return [term(claimPath(index, 'base'), '比较的基数', base)];
  if (amount?.value == null || claim.direction === null) return null;
  const now = term(claimPath(index, 'amount'), '', amount);
  if (claim.direction === 'unchanged') return [now];
  if (change?.value == null) return null;
  const sign = claim.direction === 'increase' || claim.direction === 'new' ? -1 : 1;
  return [now, { ...term(claimPath(index, 'change'), sign === -1 ? '增加' : '减少', change), sign }];
}

function priorValues(pair: Pair): readonly PairIdentity[] {
  const phase = phaseOf(pair);
  return pair.later.claims.flatMap((claim, index) => {
    if (claim.year === 'prior') return priorAmount(pair, claim, index);
    const { against } = claim;
    if (against === null || against.year !== 'prior' || (against.phase !== null && against.phase !== phase)) return [];
    if (claim.phase !== null && claim.phase !== phase) return [];
    const before = cellBefore(pair, claim);
    const implied = impliedBefore(pair, claim, index);
    if (before === null || implied === null) return [];
    const shape = implied.length === 1 ? ('repeated' as const) : ('balance' as const);
    return [
      {
        ...identity(pair, `${claim.label}，上年数`, [ofSide(pair, 'earlier', before.term)], implied),
        shape,
        blames: implied.map(({ path }) => path),
      },
    ];
  });
}

/** An amount of the year before that the prose prints itself. */
function priorAmount(pair: Pair, claim: Claim, index: number): readonly PairIdentity[] {
  const { amount } = claim.numbers;
  const phase = phaseOf(pair);
  if (amount?.value == null || claim.phase !== phase) return [];
  const before = cellBefore(pair, claim);
  if (before === null) return [];
  const term = ofSide(pair, 'later', quantityTerm(claimPath(index, 'amount'), claim.label, amount));
  return [identity(pair, `${claim.label}，上年数`, [ofSide(pair, 'earlier', before.term)], [term])];
}

/** Columns of the year before in a statement of the later report: 'total-approved-prior'. */
function priorColumns(pair: Pair): readonly PairIdentity[] {
  return pair.later.statements.flatMap((statement, s) =>
    statement.rows.flatMap((row, r) =>
      Object.entries(row.figures).flatMap(([key, figure]) => {
        const match = /^(.+?)(?:-(approved|executed))?-prior$/.exec(key);
        if (match === null || figure === undefined || /^row-\d+$/.test(row.key)) return [];
        const phase = match[2] === undefined ? phaseOf(pair) : match[2] === 'approved' ? 'approved' : 'executed';
        const spot = { kind: statement.kind, panel: row.panel, row: row.key, column: match[1] ?? '' };
        const before = cellAt(pair.earlier, spot, phase);
        if (before === null) return [];
        const header = statement.columns.find((one) => one.key === key && one.panel === row.panel)?.header ?? key;
        const label = `${statement.title || statement.kind}·${row.label || row.key} ${header.replaceAll('/', '')}`;
        const now = ofSide(pair, 'later', { sign: 1, label, path: `${s}/${r}/${key}`, figure });
        return [identity(pair, label, [now], [ofSide(pair, 'earlier', before.term)])];
      }),
    ),
  );
}

/** Y01 and Y02: two years of one body. */
export const yearChain: readonly PairCheck[] = [
  {
    id: 'between/opening',
    zh: '年初结转和结余 = 上年决算的年末结转和结余',
    en: 'opening balance = closing balance of the year before, in total and by fund of the appropriations',
    severity: 'warning',
    relation: 'year-chain',
    notApplicable:
      'Only final accounts of two years in a row. Audited adjustments, balances taken back by the treasury, merged or divided bodies.',
    identities: openings,
  },
  {
    id: 'between/prior-value',
    zh: '由本年数和增减额推出的上年数 = 上年报告所印的数',
    en: 'the value of the year before that the prose implies = the value printed in the report of that year',
    severity: 'warning',
    relation: 'year-chain',
    notApplicable:
      'Comparisons with a budget of this year, or without a cell in both reports. Restated or reclassified amounts, merged or divided bodies.',
    identities: priorValues,
  },
  {
    id: 'between/prior-column',
    zh: '表中上年数一栏 = 上年报告所印的数',
    en: 'columns of the year before = the values printed in the report of that year',
    severity: 'warning',
    relation: 'year-chain',
    notApplicable: 'Statements without columns of the year before. Restated amounts, merged or divided bodies.',
    identities: priorColumns,
  },
];
