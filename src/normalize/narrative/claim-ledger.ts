import type { Phase, Quantity } from '../printed.js';
import type { ReportKind } from '../report.js';
import type { ClaimRole, Comparison, Relation } from './claim.js';
import { type Draft, isSameSubject, newDraft } from './claim-draft.js';
import { isGeneric, type Naming, type NamingContext, nameOf } from './claim-naming.js';
import type { NumberToken } from './claim-numbers.js';
import { parentAmong } from './claim-parts.js';
import { claimWords, type Scope } from './claim-seeds.js';
import { type Clause, clausesOf } from './clauses.js';
import { comparisonIn, phaseOf, yearOf } from './comparison.js';
import type { FunctionCodes, FunctionPath } from './function-names.js';
import type { OnlyTotals } from './only-totals.js';
import type { ProseParagraph } from './prose.js';
import { endOf, type ProseForm, printedPart } from './prose-form.js';
import { readQuantity } from './quantity.js';

/** What the paragraphs of one section share. */
export interface SectionState {
  readonly scope: Scope;
  /** Class and section of the items that follow: from the heading, or from a paragraph before (检察（款）:). */
  readonly path: FunctionPath;
  /** Claims whose parts follow (其中：, 具体情况如下：), of this section and of those above it; the latest last. */
  readonly openers: readonly Draft[];
  /** The claims of the section so far. */
  readonly drafts: readonly Draft[];
  /** The claim that the paragraph before ended with: a page break may part its sentences. */
  readonly last: Draft | null;
}

/** What a report's paragraphs are read with. */
export interface ReaderContext {
  readonly codes: FunctionCodes;
  readonly reportKind: ReportKind | null;
  readonly fiscalYear: number | null;
  /** The claims of the sections before. */
  readonly earlier: readonly Draft[];
  /** Grand totals that are all of 本年收入, or of 本年支出, by the statements: nothing is carried over. */
  readonly onlyTotals: OnlyTotals;
}

/** What a paragraph speaks of: words of phase alone (年初预算为) are about it. */
export interface Topic {
  readonly naming: Naming;
  readonly label: string;
  readonly sentence: number;
}

/** The claims of one paragraph while it is read, and what the words so far were about. */
export class ClaimLedger {
  readonly clauses: readonly Clause[];
  readonly drafts: Draft[] = [];
  readonly openers: Draft[];
  scope: Scope;
  topic: Topic | null = null;
  current: Draft | null = null;
  compared: { readonly value: Comparison; sentence: number } | null = null;
  sentence = -1;
  /** Clauses without a number in the running half-sentence. */
  half = '';
  #path: FunctionPath;

  constructor(
    readonly paragraph: ProseParagraph,
    readonly form: ProseForm,
    private readonly state: SectionState,
    readonly context: ReaderContext,
  ) {
    this.clauses = clausesOf(this.form.text);
    this.scope = state.scope;
    this.openers = [...state.openers];
    this.#path = state.path;
  }

  /** What the next paragraph of the section is read with. */
  next(): SectionState {
    const { scope, openers, drafts, current, state } = this;
    return { scope, path: this.#path, openers, drafts: [...state.drafts, ...drafts], last: current ?? state.last };
  }

  /** The printed words of a part of the form. */
  printed(from: number, to: number): string {
    return printedPart(this.paragraph.text, this.form, from, to);
  }

  /** What names are read with at this point of the paragraph. */
  naming(): NamingContext {
    return {
      scope: this.scope,
      topic: this.topic?.naming ?? null,
      path: this.#path,
      before: this.half,
      ...this.context,
    };
  }

  /** What an amount is about, by the words before it. */
  name(label: string): Naming {
    return nameOf(label, this.naming());
  }

  /** The words without what they compare with. */
  withoutCompared(text: string): string {
    const found = comparisonIn(text, this.context.fiscalYear);
    return found === null ? text : text.slice(0, found.from) + text.slice(found.to);
  }

  /** Takes what is compared with out of the words before a number and remembers it for the sentence. */
  compare(text: string, clause: Clause): string {
    const found = comparisonIn(text, this.context.fiscalYear);
    if (found === null) return text;
    this.compared = { value: found.value, sentence: clause.sentence };
    return text.slice(0, found.from) + text.slice(found.to);
  }

  /** 年初预算 or 全年预算 by its words; 预算 alone is the budget that the prose states of the same amount. */
  budgetPhase(words: string, target: Draft): Phase | null {
    if (/年初|全年|调整/.test(words)) return phaseOf(words);
    const budgets = [...this.drafts, ...this.state.drafts].filter(
      (draft) =>
        isSameSubject(draft.naming, target.naming) &&
        /approved|adjusted/.test(draft.naming.phase ?? '') &&
        draft !== target,
    );
    return this.context.reportKind === 'final-accounts' ? (budgets.at(-1)?.naming.phase ?? null) : null;
  }

  /** Money that no words explain: kept as a claim of its own, which says nothing about the claim before it. */
  unexplained(lead: string, from: number, token: NumberToken, clause: Clause): void {
    if (token.measure !== 'money') return;
    const naming = { ...this.name(''), subject: 'other' as const, row: null, code: null, path: null, phase: null };
    const label = this.printed(from, Math.min(from + lead.length, token.from));
    const draft = this.draft(
      { ...naming, year: yearOf(this.withoutCompared(lead), this.context.fiscalYear) },
      label,
      clause,
    );
    this.put(draft, 'amount', token, clause);
  }

  /** A new claim, a part of the claim that was opened for such parts. */
  draft(naming: Naming, label: string, clause: Clause): Draft {
    const draft = newDraft(naming, label, this.paragraph, clause.sentence);
    draft.partOf = parentAmong(this.openers, draft, clause.inner, this.context.onlyTotals);
    this.drafts.push(draft);
    this.span(draft, clause.sentence);
    return draft;
  }

  /** Notes that an amount is greater than, less than or equal to another. */
  relate(target: Draft, is: Relation['is'], to: Comparison, from: number, end: number): void {
    const phase = to.phase ?? (to.year === 'current' ? this.budgetPhase('', target) : null);
    const { at } = this.form;
    target.relations.push({
      to: { year: to.year, phase },
      is,
      printed: this.printed(from, end),
      places: this.paragraph.placesAt(at[from] ?? 0, endOf(at, end)),
    });
    this.span(target, this.sentence);
  }

  /** Opens a claim: what follows may be its parts. */
  open(draft: Draft | null): void {
    if (draft === null || this.openers.at(-1) === draft) return;
    // 年初预算为…，支出决算为…，其中：the parts may be those of either.
    const same = this.drafts.filter((other) => other !== draft && isSameSubject(other.naming, draft.naming));
    this.openers.push(...same, draft);
  }

  /** Keeps class and section for the items that follow. */
  remember({ path }: Naming): void {
    if (path !== null && path.item === '' && path.unmarked === '' && path.code === '') this.#path = path;
  }

  /** The claim that words before a change, a share or a relation speak of: the last one, or the one they name. */
  target(label: string, clause: Clause): Draft | null {
    const plain = label.replace(claimWords().among, '').replace(/^(?:本数|本年数|同比)$/u, '');
    const isPlain = plain === '' || claimWords().generic.test(plain);
    if (isPlain && this.current === null && this.topic === null)
      return this.state.last === null ? null : this.found(this.state.last);
    if (plain === '' || (this.current !== null && isGeneric(plain, this.naming()))) return this.current;
    if (isGeneric(plain, this.naming()) && this.topic !== null) {
      return this.found(this.draft(this.name(plain), this.topic.label, clause));
    }
    const naming = this.name(plain);
    if (naming.subject === 'other') return null;
    const known = this.find(naming);
    return this.found(known ?? this.draft(naming, plain.slice(naming.from, naming.to), clause));
  }

  /** The claim that the next words speak of. */
  found(draft: Draft): Draft {
    this.current = draft;
    return draft;
  }

  /** The latest claim of the section with this subject, that of the accounts before that of the budget. */
  find(naming: Naming): Draft | null {
    const same = [...this.state.drafts, ...this.drafts].filter((draft) => isSameSubject(draft.naming, naming));
    return same.findLast((draft) => draft.naming.phase === naming.phase) ?? same.at(-1) ?? null;
  }

  /**
   * The claim that 收入预算中 or “三公”经费支出决算中 speaks of: in the section, or the one amount that sections before it state for that
   * phase and year. Where revenue, or expenditure, is nothing but the grand total, the grand total is meant.
   */
  wholeNamed(naming: Naming): Draft | null {
    const here = this.find(naming);
    if (here !== null) return here;
    if (naming.subject === 'three-public') return this.#statedBefore(naming);
    const totals = this.context.onlyTotals.get(naming.subject) ?? [];
    return (
      [...this.state.drafts, ...this.drafts].findLast(
        (draft) =>
          totals.includes(draft.naming.subject) &&
          draft.naming.phase === naming.phase &&
          draft.naming.year === naming.year,
      ) ?? null
    );
  }

  /** The claim of a section before whose amount is the only one stated for that subject, phase and year; the latest of them. */
  #statedBefore(naming: Naming): Draft | null {
    const stated = this.context.earlier.filter(
      (draft) =>
        draft.numbers.amount !== undefined &&
        draft.naming.phase === naming.phase &&
        isSameSubject(draft.naming, naming),
    );
    const isOne = new Set(stated.map(({ numbers }) => numbers.amount?.value)).size === 1;
    return isOne ? (stated.at(-1) ?? null) : null;
  }

  /** The claim that a share is a share of: in the section, or in one before it (占本年支出合计的100%). */
  whole(printed: string, part: Draft): Draft | null {
    if (printed === '') return part.partOf;
    const here = nameOf(printed, { ...this.naming(), topic: null });
    const found = here.subject === 'other' ? null : this.find(here);
    if (found !== null && found !== part) return found;
    const anywhere = nameOf(printed, { ...this.naming(), topic: null, scope: 'none' });
    if (anywhere.subject === 'other') return null;
    return this.context.earlier.findLast(({ naming }) => isSameSubject(naming, anywhere)) ?? null;
  }

  /** Gives a claim one of its numbers. */
  put(draft: Draft, role: ClaimRole, token: NumberToken, clause: Clause): void {
    draft.numbers[role] = this.quantity(token);
    if (draft.paragraph === this.paragraph) draft.sentence = clause.sentence;
    this.span(draft, clause.sentence);
  }

  /** The number of a token, with the box of its digits. */
  quantity(token: NumberToken): Quantity {
    const { at } = this.form;
    const { text } = this.paragraph;
    const [from, digitsTo] = [at[token.from] ?? 0, endOf(at, token.digitsTo)];
    // Digits of a justified line stand apart; two numbers side by side stay two.
    const printed = text.slice(from, digitsTo).replace(/\s+/g, token.digits.includes(' ') ? ' ' : '');
    return readQuantity(printed, token.unit, token.measure, this.paragraph.placesAt(from, digitsTo));
  }

  /** Adds a sentence to the text of a claim. */
  span(draft: Draft, sentence: number): void {
    const own = this.clauses.filter((clause) => clause.sentence === sentence);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return;
    const { at } = this.form;
    // The mark 。 behind the last clause belongs to the sentence.
    const to = Math.min(last.to + 1, this.form.text.length);
    draft.spans.push({ paragraph: this.paragraph, from: endOf(at, first.from), to: endOf(at, to) });
  }

  /** Whether another number of the same list follows: 5%、6% or 1.00,2.00万元. */
  isListed(token: NumberToken): boolean {
    const rest = this.form.text.slice(token.to);
    const all = this.clauses.flatMap(({ numbers }) => numbers);
    const next = all[all.indexOf(token) + 1];
    return (
      next !== undefined && /^[,、和]$/.test(rest.slice(0, next.from - token.to)) && next.measure === token.measure
    );
  }
}
