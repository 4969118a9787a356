import { boxAround, type Place } from '../../extract/place.js';
import type { EvaluationProblem, FundColumn, Goal, PrintedText } from './evaluation.js';
import type { Field, PrintedColumn } from './words.js';

/** A row of the funds block as printed. */
export interface RawFund {
  readonly label: PrintedText;
  /** Columns that the block has; a cell that could not be told from its neighbours is `null`. */
  readonly cells: Readonly<Partial<Record<FundColumn, PrintedText | null>>>;
}

/** A row of the indicators as printed; the columns that the table does not have are missing. */
export type RawIndicator = Partial<Record<PrintedColumn, PrintedText>>;

/** What one self-evaluation table prints, found in a grid or in lines, before any number is read. Filled row by row. */
export interface RawEvaluation {
  title: string;
  fiscalYear: number | null;
  readonly fields: Partial<Record<Field, PrintedText>>;
  /** Texts around the funds that may name their unit of money. */
  readonly unitTexts: string[];
  readonly fundHeads: Partial<Record<FundColumn, string>>;
  readonly funds: RawFund[];
  readonly goals: Goal[];
  readonly indicators: RawIndicator[];
  totals: { readonly weight: PrintedText | null; readonly score: PrintedText | null } | null;
  readonly problems: EvaluationProblem[];
  readonly statements: Set<number>;
  /** Where the rows of the table stand. */
  readonly places: Place[];
  /** What could not be read, for the finding `evaluation/unread`. */
  readonly unread: { readonly what: string; readonly places: readonly Place[] }[];
}

export function emptyRaw(title: string, fiscalYear: number | null): RawEvaluation {
  return {
    title,
    fiscalYear,
    fields: {},
    unitTexts: [],
    fundHeads: {},
    funds: [],
    goals: [],
    indicators: [],
    totals: null,
    problems: [],
    statements: new Set(),
    places: [],
    unread: [],
  };
}

/** The year that a title or the line below it prints: （2023 年度）, 2023年度…自评表. */
export function yearIn(text: string): number | null {
  const year = /(20\d{2})\s*年/u.exec(text.normalize('NFKC'))?.[1];
  return year === undefined ? null : Number(year);
}

/** Places as one box for each page. */
export function byPage(places: readonly Place[]): readonly Place[] {
  const pages = new Map<number, Place[]>();
  for (const place of places) pages.set(place.page, [...(pages.get(place.page) ?? []), place]);
  return [...pages].map(([page, on]) => ({
    page,
    box: boxAround(on.flatMap(({ box }) => (box === null ? [] : [box]))),
  }));
}
