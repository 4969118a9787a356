import type { AnswerBounds, BoundedResult, QueryParameters } from '../read-query.js';

/** Bytes that the answering process may take, sorting included. */
export const MOST_MEMORY = 1.5 * (1 << 30);

/** A question to the process that answers it. */
export interface Question {
  readonly file: string;
  readonly sql: string;
  readonly parameters: QueryParameters;
  readonly bounds: AnswerBounds;
  /** Milliseconds after which the process ends itself, should nobody be there to end it. */
  readonly lifetime: number;
}

/** What comes back: rows in parts, then the end of the answer or the failure. */
export type Message =
  | { readonly kind: 'rows'; readonly rows: BoundedResult['rows'] }
  | { readonly kind: 'end'; readonly columns: readonly string[]; readonly cut: BoundedResult['cut'] }
  | {
      readonly kind: 'failed';
      /** Whose fault it is: of the question, of the database, of the program. */
      readonly fault: 'question' | 'database' | 'program';
      readonly message: string;
      readonly remedy: string;
    };
