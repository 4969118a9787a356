/** What came of one identity. `exact`: the printed values add up. `rounding`: within the added half-steps. */
export type Outcome = 'exact' | 'rounding' | 'violation' | 'not-applicable' | 'unresolved';

/** Why an identity is unresolved. */
export type Unresolved = 'missing' | 'unreadable' | 'too-large' | 'doubt' | 'total-below-part';

/** What came of an identity. Money in fen, other measures in ten-thousandths of their unit; the four amounts are `null` when it was not evaluated. */
export interface Evaluation {
  readonly outcome: Outcome;
  readonly reason: Unresolved | null;
  readonly leftFen: number | null;
  readonly rightFen: number | null;
  readonly gapFen: number | null;
  /** Largest gap that rounding explains, rounded down to a whole fen. */
  readonly slackFen: number | null;
}
