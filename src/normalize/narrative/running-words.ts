import { changePartsIn, explainsChange, listsChanges } from './change-parts.js';
import type { Draft } from './claim-draft.js';
import type { ClaimLedger } from './claim-ledger.js';
import { itemsOf } from './claim-lists.js';
import type { NumberToken } from './claim-numbers.js';
import type { Clause } from './clauses.js';

/** Words that run on over clauses: a reason, a purpose, a list of items. */
export type RunningMode = 'reason' | 'purpose' | 'items';

/** Where such words begin: behind the words that lead in. */
interface Opening {
  readonly mode: RunningMode;
  readonly match: RegExpExecArray;
  readonly from: number;
  readonly clause: Clause;
}

/** A reason, a purpose or a list while it is read, with the amounts in it. */
export class RunningWords {
  readonly mode: RunningMode;
  /** Where the words end so far, in the form of the paragraph. */
  to: number;
  readonly #opening: Opening;
  /** The claim whose change the words explain; `null` where they explain something else. */
  readonly #explained: Draft | null;
  readonly #amounts: {
    readonly lead: string;
    readonly at: number;
    readonly token: NumberToken;
    readonly clause: Clause;
  }[] = [];

  constructor(
    private readonly ledger: ClaimLedger,
    opening: Opening,
  ) {
    const { mode, match, clause } = opening;
    const { current } = ledger;
    this.#opening = opening;
    this.mode = mode;
    this.to = clause.to;
    const explains = mode === 'reason' && current !== null && explainsChange(match, clause, current, ledger);
    this.#explained = explains ? current : null;
  }

  /** Whether the clause goes on a list rather than stating another amount: 、公用经费10万元 in a reason, anything in a purpose. */
  lists({ mark }: Clause): boolean {
    return this.mode === 'purpose' || (this.mode === 'reason' && mark === '、');
  }

  /** Whether the list that 其中 opens goes on with the parts of the change, or with parts of them. */
  explains(clause: Clause, from: number): boolean {
    return this.#explained !== null && listsChanges(this.ledger, clause, from, this.#explained);
  }

  /** An amount among the words, with the words before it. */
  add(lead: string, at: number, token: NumberToken, clause: Clause): void {
    if (token.measure === 'money') this.#amounts.push({ lead, at, token, clause });
  }

  /** Gives the claim its words. Amounts that are parts of its change go with them, the others are claims that no words explain. */
  close(target: Draft | null): void {
    const { from, clause } = this.#opening;
    const words = this.ledger.printed(from, this.to).replace(/^[:：，,;；”]+|[，,;；:：。]+$/gu, '');
    if (target !== null && words !== '') {
      if (this.mode === 'reason') target.reasons.push(words);
      if (this.mode === 'purpose') target.purpose ??= words;
      if (this.mode === 'items' && target.items.length === 0) target.items = itemsOf(words);
    }
    const range = { from, to: this.to, inner: clause.inner, sentence: clause.sentence };
    const parts = target !== null && target === this.#explained ? changePartsIn(this.ledger, range, target) : [];
    target?.parts.push(...parts.map(({ part }) => part));
    for (const { lead, at, token, clause: own } of this.#amounts)
      if (!parts.some((part) => part.token === token)) this.ledger.unexplained(lead, at, token, own);
  }
}
