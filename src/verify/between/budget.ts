import { claimPath } from '../../normalize/quantities.js';
import { missingTerm, quantityTerm } from '../terms.js';
import { type Cell, cellAt, hasStatement, type Spot, spotsOf } from './cells.js';
import { ofSide, type Pair, type PairCheck, type PairIdentity } from './pair.js';

function inBudget(pair: Pair, spots: readonly Spot[]): Cell | null {
  for (const spot of spots) {
    const cell = cellAt(pair.earlier, spot, 'approved');
    if (cell !== null) return cell;
  }
  return null;
}

/** 年初预算 that the prose of the final accounts states, against the budget. */
function stated(pair: Pair): readonly PairIdentity[] {
  return pair.later.claims.flatMap((claim, index) => {
    const { amount } = claim.numbers;
    if (claim.phase !== 'approved' || claim.year !== 'current' || amount?.value == null) return [];
    const spots = spotsOf(pair.later, claim);
    const cell = inBudget(pair, spots);
    // A row that the budget does not have is no zero; without money in question it is no matter either.
    if (cell === null && (amount.value === 0 || !spots.some((spot) => hasStatement(pair.earlier, spot)))) return [];
    const path = claimPath(index, 'amount');
    const code = claim.code === null ? '' : `${claim.code.code} `;
    return [
      {
        subject: `${code}${claim.label}，年初预算`,
        shape: 'same-fact',
        left: [ofSide(pair, 'later', quantityTerm(path, `文字说明 ${code}${claim.label}年初预算`, amount))],
        right: [ofSide(pair, 'earlier', cell?.term ?? missingTerm(`${code}${claim.label}`))],
        doubt: pair.doubt,
        blames: [path],
      },
    ];
  });
}

/** An item of “三公”, which one form prints as a column of the row 合计 and another as a row. */
function turnable(spot: Spot): readonly Spot[] {
  if (spot.column === 'amount') return [spot, { ...spot, row: 'total', column: spot.row }];
  return spot.row === 'total' ? [spot, { ...spot, row: spot.column, column: 'amount' }] : [spot];
}

/** 预算数 beside 决算数 in a statement of the final accounts (“三公”), against the budget. */
function columns(pair: Pair): readonly PairIdentity[] {
  return pair.later.statements.flatMap((statement, s) =>
    statement.rows.flatMap((row, r) =>
      Object.entries(row.figures).flatMap(([key, figure]) => {
        const column = /^(?:(.+)-)?approved$/.exec(key);
        if (column === null || figure === undefined || /^row-\d+$/.test(row.key)) return [];
        const spot = { kind: statement.kind, panel: row.panel, row: row.key, column: column[1] ?? 'amount' };
        const cell = inBudget(pair, statement.kind === 'three-public' ? turnable(spot) : [spot]);
        if (cell === null) return [];
        const header = statement.columns.find((one) => one.key === key && one.panel === row.panel)?.header ?? key;
        const unit = statement.unit?.match(/[百千万亿]*元/)?.[0];
        const label = `${statement.title || statement.kind}·${row.label || row.key} ${header.replaceAll('/', '')}${unit === undefined ? '' : `（${unit}）`}`;
        return [
          {
            subject: label,
            shape: 'same-fact',
            left: [ofSide(pair, 'later', { sign: 1, label, path: `${s}/${r}/${key}`, figure })],
            right: [ofSide(pair, 'earlier', cell.term)],
            doubt: pair.doubt,
          },
        ];
      }),
    ),
  );
}

/** Budget against final accounts of one body and year. */
export const budgetAgainstAccounts: readonly PairCheck[] = [
  {
    id: 'between/approved-prose',
    zh: '决算文字说明的年初预算 = 预算报告所印的数',
    en: 'approved amounts that the final accounts state = those of the budget report',
    severity: 'warning',
    relation: 'budget-and-accounts',
    notApplicable:
      'Amounts after adjustment (全年预算). Amounts of functions that the budget counts elsewhere; bodies merged or divided within the year.',
    identities: stated,
  },
  {
    id: 'between/approved-column',
    zh: '决算表中的年初预算数 = 预算报告所印的数',
    en: 'budget columns of the final accounts (“三公”) = the budget report',
    severity: 'warning',
    relation: 'budget-and-accounts',
    notApplicable: 'Columns of the budget of the whole year 全年预算数. Bodies merged or divided within the year.',
    identities: columns,
  },
];
