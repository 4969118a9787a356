/** Of a figure of `read --json`: what is needed to hold it against the truth. */
export interface JsonFigure {
  readonly blank: boolean;
  readonly printed: string;
  /** Fen, or `null` where no amount was read. */
  readonly amountFen: number | null;
  readonly status: string;
  readonly page: number | null;
}

/** Of a statement of `read --json`. */
export interface JsonStatement {
  readonly kind: string;
  readonly pages: readonly number[];
  readonly rows: readonly { readonly label: string; readonly figures: Readonly<Record<string, JsonFigure>> }[];
}

/** Of a finding of `read --json`. */
export interface JsonFinding {
  readonly check: string;
  readonly severity: string;
  readonly places: readonly { readonly page: number }[];
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
  readonly page: number | null;
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
    const left = countsOf(trueAmounts(truth, index));
    const invented: InventedAmount[] = [];
    for (const { label, figures } of statements.filter((one) => one.kind === kind).flatMap(({ rows }) => rows))
      for (const { blank, printed, amountFen, status, page } of Object.values(figures)) {
        if (blank || amountFen === null || amountFen === 0 || !VOUCHED.has(status)) continue;
        const times = left.get(amountFen) ?? 0;
        if (times > 0) left.set(amountFen, times - 1);
        else invented.push({ kind, page, label, printed, amountFen, status });
      }
    return invented;
  });
}

/** Amounts that a statement prints and that were lost without a word. */
export interface UntoldLoss {
  readonly kind: string;
  readonly amountsFen: readonly number[];
}

/**
 * Printed amounts, zeros aside, that were not read, or read as others, where nothing tells a reader: the statement has no figure in dispute, none that could not
 * be read, fewer unconfirmed wrong amounts than lost ones, and no warning or error stands on its pages; or it was not found, and no finding of the structure says so.
 */
export function untoldLosses(
  statements: readonly JsonStatement[],
  findings: readonly JsonFinding[],
  truth: readonly TrueStatement[],
): readonly UntoldLoss[] {
  const told = findings.filter(({ severity }) => severity !== 'note');
  return KINDS.flatMap((kind, index) => {
    const own = statements.filter((one) => one.kind === kind);
    const figures = own.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.figures)));
    const lost = countsOf(trueAmounts(truth, index));
    let doubted = 0;
    for (const { amountFen, status } of figures) {
      const times = lost.get(amountFen ?? 0) ?? 0;
      if (times > 0) lost.set(amountFen ?? 0, times - 1);
      else if (amountFen !== null && amountFen !== 0 && !VOUCHED.has(status)) doubted++;
    }
    const amountsFen = [...lost].flatMap(([fen, times]) => (fen === 0 ? [] : Array<number>(times).fill(fen)));
    const pages = new Set(own.flatMap((one) => one.pages));
    const isTold =
      figures.some(({ status, blank, amountFen }) => status === 'disputed' || (!blank && amountFen === null)) ||
      told.some(({ check, places }) =>
        own.length === 0 ? check.startsWith('structure/') : places.some(({ page }) => pages.has(page)),
      );
    return amountsFen.length <= doubted || isTold ? [] : [{ kind, amountsFen }];
  });
}

/** The amounts of the true statements of a kind, by its index in {@link KINDS}. */
function trueAmounts(truth: readonly TrueStatement[], index: number): readonly number[] {
  return truth.filter(({ form }) => new RegExp(`^(FA|B)0${index + 1}$`).test(form)).flatMap(amountsOf);
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
