/** Of a figure of `read --json`: what is needed to hold it against the truth. */
export interface JsonFigure {
  readonly blank: boolean;
  readonly printed: string;
  /** Fen, or `null` where no amount was read. */
  readonly amountFen: number | null;
  readonly status: string;
  readonly place: { readonly page: number };
}

/** Of a statement of `read --json`. */
export interface JsonStatement {
  readonly kind: string;
  readonly rows: readonly { readonly label: string; readonly figures: Readonly<Record<string, JsonFigure>> }[];
}

/** Of a statement of a truth file: form (`FA01`, `B01`), unit of its amounts, values as printed. */
export interface TrueStatement {
  readonly form: string;
  readonly unit: string;
  readonly rows: readonly { readonly values: readonly (string | null)[] }[];
}

/** An amount that was called verified or repaired and that its statement prints less often, or nowhere. */
export interface InventedAmount {
  readonly kind: string;
  readonly page: number;
  readonly label: string;
  readonly printed: string;
  readonly amountFen: number;
  readonly status: string;
}

const KINDS = [
  'revenue-and-expenditure',
  'revenue',
  'expenditure',
  'appropriations',
  'general-budget-expenditure',
  'general-budget-basic-expenditure',
  'three-public',
  'government-funds',
  'state-capital',
] as const;
/** Fen in each unit, as a power of ten. */
const FEN_DIGITS: Readonly<Record<string, number>> = { 元: 2, 千元: 5, 万元: 6, 亿元: 10 };
const VOUCHED = new Set(['verified', 'repaired']);

/**
 * Silent errors that no pairing of rows can hide: a misread name leaves its row unpaired in `score.mjs`, which then sees no error in it.
 * Each vouched amount of a statement uses up one equal amount of the true statements of its kind; those left over are invented. Zeros do
 * not count: blank cells and zeros are the same amount.
 */
export function inventedAmounts(
  statements: readonly JsonStatement[],
  truth: readonly TrueStatement[],
): readonly InventedAmount[] {
  return KINDS.flatMap((kind, index) => {
    const left = countsOf(
      truth.filter(({ form }) => new RegExp(`^(FA|B)0${index + 1}$`).test(form)).flatMap(amountsOf),
    );
    const invented: InventedAmount[] = [];
    for (const { label, figures } of statements.filter((one) => one.kind === kind).flatMap(({ rows }) => rows))
      for (const { blank, printed, amountFen, status, place } of Object.values(figures)) {
        if (blank || amountFen === null || amountFen === 0 || !VOUCHED.has(status)) continue;
        const times = left.get(amountFen) ?? 0;
        if (times > 0) left.set(amountFen, times - 1);
        else invented.push({ kind, page: place.page, label, printed, amountFen, status });
      }
    return invented;
  });
}

function countsOf(amounts: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return counts;
}

/** The printed values of a statement in fen; what is not a number is left out. */
function amountsOf({ rows, unit }: TrueStatement): number[] {
  const digits = FEN_DIGITS[unit];
  if (digits === undefined)
    throw new Error(`expected a unit among ${Object.keys(FEN_DIGITS).join('、')}, found ${unit}`);
  return rows
    .flatMap(({ values }) => values)
    .flatMap((value) => {
      const parts = /^(-?)([\d,]+)(?:\.(\d+))?$/.exec((value ?? '').normalize('NFKC').trim());
      if (parts === null) return [];
      const [, minus = '', whole = '', decimals = ''] = parts;
      return [Number(`${minus}${whole.replaceAll(',', '')}${decimals.padEnd(digits, '0')}`)];
    });
}
