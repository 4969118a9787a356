import {
  isSameBase,
  nameGoingOn,
  type PartContext,
  type PartWords,
  partBefore,
  partWithoutAmount,
} from './change-part.js';
import { changePartWords } from './change-part-seeds.js';
import type { ChangePart, Comparison } from './claim.js';
import type { Draft } from './claim-draft.js';
import type { ClaimLedger } from './claim-ledger.js';
import type { NumberToken } from './claim-numbers.js';
import { subjectWords } from './claim-seeds.js';
import type { Clause } from './clauses.js';
import { comparisonIn, directionAtEnd, relationIn } from './comparison.js';

/** Words of a paragraph that explain a change, as a part of its form. */
interface ReasonRange {
  readonly from: number;
  readonly to: number;
  /** They stand in brackets; brackets inside them hold parts of parts. */
  readonly inner: boolean;
  /** Sentence in which they begin. */
  readonly sentence: number;
}

/** A part of a change with the amount in the form that states it. */
interface FoundPart {
  readonly token: NumberToken | null;
  readonly part: ChangePart;
}

/**
 * Whether a reason that begins with these words explains the change of the claim: 决算数小于预算数的主要原因 explains another difference, and
 * 公用经费增加的原因 another change. What begins with 由于 may explain what follows.
 */
export function explainsChange(match: RegExpExecArray, clause: Clause, target: Draft, ledger: ClaimLedger): boolean {
  const words = changePartWords();
  const { fiscalYear } = ledger.context;
  if (words.cause.test(match[0]) && /^[。]?$/.test(clause.mark)) return false;
  const head = match.groups?.head ?? '';
  const relation = relationIn(head, fiscalYear);
  const compared: Comparison | null = relation?.value.to ?? comparisonIn(head, fiscalYear)?.value ?? null;
  if (compared !== null) return isSameBase(compared, target.against);
  const label = head.slice(0, directionAtEnd(head)?.from ?? head.length);
  if (words.plainHead.test(label)) return true;
  const { subject, row } = ledger.name(label);
  return subject !== 'other' && subject === target.naming.subject && row === target.naming.row;
}

/** The parts of the change of a claim that a reason states, in printed order; none where no part has an amount. */
export function changePartsIn(ledger: ClaimLedger, range: ReasonRange, target: Draft): readonly FoundPart[] {
  if (target.numbers.change?.measure !== 'money') return [];
  const reader = new PartReader(ledger, range, target);
  for (const clause of ledger.clauses) if (clause.to > range.from && clause.from < range.to) reader.clause(clause);
  return reader.found.some(({ token }) => token !== null) ? reader.found : [];
}

/**
 * Whether 其中 opens a list of changes (其中：项目经费增加…), not of amounts. Items that the seed knows as parts of the claim are claims of
 * their own: their sum is checked as such (“三公”).
 */
export function listsChanges(ledger: ClaimLedger, { sentence }: Clause, from: number, target: Draft): boolean {
  const token = moneyFrom(ledger, sentence, from)[0];
  if (token === undefined || target.numbers.change?.measure !== 'money') return false;
  const lead = ledger.withoutCompared(ledger.form.text.slice(from, token.from));
  const direction = directionAtEnd(lead);
  if (direction === null) return false;
  const { subject } = ledger.name(lead.slice(0, direction.from).replace(/^[:,]/, ''));
  return !(subjectWords().parts[subject] ?? []).includes(target.naming.subject);
}

/** Parts listed behind the change itself (增加50万元，其中：…, 增加50万元。其中：…) to the end of the sentence; `null` unless all amounts there are parts. */
export function listedParts(ledger: ClaimLedger, clause: Clause, from: number): readonly ChangePart[] | null {
  const { current } = ledger;
  if (current === null || current.sentence < clause.sentence - 1 || clause.inner) return null;
  if (!listsChanges(ledger, clause, from, current)) return null;
  const to = ledger.clauses.filter(({ sentence }) => sentence === clause.sentence).at(-1)?.to ?? clause.to;
  const found = changePartsIn(ledger, { from, to, inner: false, sentence: clause.sentence }, current);
  const amounts = moneyFrom(ledger, clause.sentence, from);
  const isAll = amounts.length > 1 && amounts.every((token) => found.some((one) => one.token === token));
  return isAll ? found.map(({ part }) => part) : null;
}

function moneyFrom(ledger: ClaimLedger, sentence: number, from: number): readonly NumberToken[] {
  return ledger.clauses
    .filter((clause) => clause.sentence === sentence)
    .flatMap(({ numbers }) => numbers.filter((token) => token.measure === 'money' && token.from >= from));
}

/** Reads a reason clause by clause. What may belong to a part, or to another amount, ends it. */
class PartReader {
  found: FoundPart[] = [];
  readonly #context: PartContext;
  /** 一是…二是…: marks and sentences inside an item do not matter. */
  #isListed = false;
  #isEnded = false;
  #isBegun = false;
  /** Amounts that a list before them has used (分别增加20万元、10万元). */
  readonly #used = new Set<NumberToken>();
  /** Inside 其中 or 主要是 behind a part. */
  #isBelow = false;
  #amountsBelow = 0;
  /** Where the parts of the running half-sentence begin among those found, and how many half-sentences there are. */
  #half = { first: 0, count: 0 };
  /** The last part, where a list of names may go on. */
  #verb: PartWords | null = null;

  constructor(
    private readonly ledger: ClaimLedger,
    private readonly range: ReasonRange,
    private readonly target: Draft,
  ) {
    this.#context = { fiscalYear: ledger.context.fiscalYear, against: target.against };
  }

  clause(clause: Clause): void {
    const { form } = this.ledger;
    const from = Math.max(clause.from, this.range.from);
    const text = form.text.slice(from, Math.min(clause.to, this.range.to));
    if (this.#isEnded || clause.inner !== this.range.inner || text === '') return;
    this.#mark(clause, text);
    this.#isBegun = true;
    if (this.#isEnded) return;
    const amounts = clause.numbers.filter(({ measure, from: at }) => measure === 'money' && at >= from);
    if (this.#isBelow) this.#amountsBelow += amounts.length;
    else if (clause.numbers.length === 0) this.#without(text, from);
    else this.#amounts(clause, from, amounts);
  }

  /** What the mark and the first words of a clause say of where it belongs. */
  #mark(clause: Clause, text: string): void {
    const words = changePartWords();
    const isOrdinal = words.ordinal.test(text);
    if (isOrdinal) this.#newItem();
    else if (this.#isBegun && /[;。]/.test(clause.mark)) this.#newHalf(clause, text);
    const isAgain = this.#isBegun && words.again.test(text);
    if (this.found.length === this.#half.first || !(isAgain || words.among.test(text))) return;
    this.#isBelow = true;
    this.#amountsBelow = 0;
    if (!isAgain || this.#isListed || this.#half.count === 0) return;
    // A；B增加20万元，主要是…: B may be another amount with a reason of its own.
    this.found = this.found.slice(0, this.#half.first);
    this.#isEnded = true;
  }

  /** 一是, 二是: one that does not go on from a first is no item of this reason. */
  #newItem(): void {
    if (!this.#isBegun) this.#isListed = true;
    this.#isEnded = !this.#isListed && this.found.length > 0;
    this.#isBelow = false;
    this.#half = { first: this.found.length, count: this.#half.count + 1 };
    this.#verb = null;
  }

  /** Behind ; or 。 another amount may begin, or a part of a part. Only what surely goes on is read. */
  #newHalf(clause: Clause, text: string): void {
    const parts = this.found.length - this.#half.first;
    const isSameSentence = clause.mark === ';';
    if (this.#isListed) {
      this.#isEnded = !this.#isBelow && isSameSentence && this.#isSibling(text);
      return;
    }
    const isMember = this.target.partOf !== null && this.range.sentence === this.target.sentence;
    const isMixed = this.#half.count === 0 && (parts === 0 || parts > 1);
    this.#isEnded =
      (this.#isBelow && this.#amountsBelow < 2) || (isSameSentence && (isMember || isMixed || this.#isSibling(text)));
    this.#isBelow = false;
    this.#half = { first: this.found.length, count: this.#half.count + 1 };
    this.#verb = null;
  }

  /** An amount beside the claim rather than below it: 项目支出 beside 基本支出, 公务接待费 beside 因公出国费. */
  #isSibling(text: string): boolean {
    const lead = /^[^\d]*/u.exec(text)?.[0] ?? '';
    const label = lead.slice(0, directionAtEnd(lead)?.from ?? lead.length);
    const { subject, row } = this.ledger.name(this.ledger.withoutCompared(label));
    const { naming } = this.target;
    if (subject === 'other') return false;
    if (subject === naming.subject) return row !== naming.row;
    const { parts } = subjectWords();
    const wholes = parts[naming.subject] ?? [];
    return (parts[subject] ?? []).some((whole) => wholes.includes(whole));
  }

  #without(text: string, from: number): void {
    const told = partWithoutAmount(text, this.#context);
    if (told !== null) this.#add(told.labels[0] ?? '', told.direction, null, from);
    this.#verb = null;
  }

  #amounts(clause: Clause, from: number, amounts: readonly NumberToken[]): void {
    let at = from;
    for (const [index, token] of clause.numbers.entries()) {
      const lead = this.ledger.form.text.slice(at, token.from);
      const start = at;
      at = token.to;
      if (!amounts.includes(token) || this.#used.has(token)) continue;
      const next = clause.numbers[index + 1]?.from ?? clause.to;
      const told = partBefore(lead, this.ledger.form.text.slice(token.to, next), this.#context);
      const chain = this.#chain(token);
      if (told !== null && told.labels.length === chain.length) {
        for (const [member, label] of told.labels.entries())
          this.#add(label, told.direction, chain[member] ?? token, start);
        this.#verb = told.isVerb ? told : null;
        for (const one of chain) this.#used.add(one);
        continue;
      }
      const goesOn =
        told === null && chain.length === 1 && this.#verb !== null ? nameGoingOn(this.#markOf(clause, lead)) : null;
      if (goesOn !== null && this.#verb !== null) this.#add(goesOn, this.#verb.direction, token, start);
      else this.#verb = null;
    }
  }

  /** The words before an amount with the mark 、 that parted them from the amount before. */
  #markOf(clause: Clause, lead: string): string {
    return clause.mark === '、' ? `、${lead}` : lead;
  }

  /** The amounts that follow each other with nothing but a mark between them: 20万元和10万元. */
  #chain(token: NumberToken): readonly NumberToken[] {
    const all = this.ledger.clauses.flatMap(({ numbers }) => numbers);
    const chain = [token];
    for (const other of all.slice(all.indexOf(token) + 1)) {
      const between = this.ledger.form.text.slice(chain.at(-1)?.to ?? 0, other.from);
      if (other.measure !== 'money' || !changePartWords().separator.test(between)) break;
      chain.push(other);
    }
    return chain;
  }

  #add(label: string, direction: ChangePart['direction'], token: NumberToken | null, from: number): void {
    const at = this.ledger.form.text.indexOf(label, from);
    const isWhole = at >= 0 && at < this.range.to;
    const printed = isWhole ? this.ledger.printed(at, at + label.length) : label;
    const change = token === null ? null : this.ledger.quantity(token);
    this.found.push({ token, part: { label: printed, direction, change } });
  }
}
