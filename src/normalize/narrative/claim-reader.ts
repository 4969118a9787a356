import type { Phase, Quantity } from '../printed.js';
import type { ReportKind } from '../report.js';
import type { ClaimRole, Comparison, Relation } from './claim.js';
import { type Draft, isSameSubject, newDraft } from './claim-draft.js';
import { isGeneric, type Naming, type NamingContext, nameOf } from './claim-naming.js';
import type { NumberToken } from './claim-numbers.js';
import { claimWords, type Scope, scopeWords, subjectWords } from './claim-seeds.js';
import { type Clause, clausesOf } from './clauses.js';
import { comparisonIn, directionAtEnd, phaseOf, relationIn, samenessIn, yearOf } from './comparison.js';
import type { FunctionCodes, FunctionPath } from './function-names.js';
import type { ProseParagraph } from './prose.js';
import { endOf, type ProseForm, printedPart, proseForm } from './prose-form.js';
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
}

/** Members of a list whose amounts stand one behind the other: labels of amounts to come, or claims whose changes come. */
interface Queue {
  readonly labels: string[];
  readonly drafts: Draft[];
}

type Mode = 'claims' | 'reason' | 'purpose' | 'items';

const ORDINAL =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[.、](?!\d{1,2}(?!\d))|\(\d{1,2}\))+/u;
const FUNDS: ReadonlySet<string> = new Set(['general-budget', 'government-funds', 'state-capital']);
const TWO_SIDES = /^(?<before>.*?)收(?:入)?(?<what>(?:预算|决算)?)[、和与及]支(?:出)?(?<after>.*)$/u;

/** Reads one paragraph: clause by clause, each number by the words before it. */
export class ParagraphReader {
  readonly #paragraph: ProseParagraph;
  readonly #context: ReaderContext;
  readonly #form: ProseForm;
  readonly #clauses: readonly Clause[];
  #scope: Scope;
  #path: FunctionPath;
  readonly #openers: Draft[];
  readonly #before: readonly Draft[];
  readonly #last: Draft | null;
  readonly #drafts: Draft[] = [];
  #topic: { readonly naming: Naming; readonly label: string; readonly sentence: number } | null = null;
  #current: Draft | null = null;
  /** The claim that stood before a bracket with a number of its own. */
  #outside: Draft | null = null;
  #isInside = false;
  /** Amounts of the running sentences that a 各增加 may mean. */
  #pair: Draft[] = [];
  #queue: Queue | null = null;
  #base: Quantity | null = null;
  #basePhase: Phase | null = null;
  #compared: { readonly value: Comparison; sentence: number } | null = null;
  #mode: Mode = 'claims';
  /** The words of a reason, a purpose or a list so far, as a part of the form. */
  #words = { from: 0, to: 0 };
  #sentence = -1;
  /** Clauses without a number in the running half-sentence. */
  #half = '';

  constructor(paragraph: ProseParagraph, state: SectionState, context: ReaderContext) {
    this.#paragraph = paragraph;
    this.#context = context;
    this.#form = proseForm(paragraph.text);
    this.#clauses = clausesOf(this.#form.text);
    this.#scope = state.scope;
    this.#path = state.path;
    this.#openers = [...state.openers];
    this.#before = state.drafts;
    this.#last = ORDINAL.test(this.#form.text) ? null : state.last;
  }

  /** The claims of the paragraph, and what the next one of its section is read with. */
  read(): { readonly drafts: readonly Draft[]; readonly state: SectionState } {
    for (const [index, clause] of this.#clauses.entries()) {
      const ordinal = index === 0 ? (ORDINAL.exec(clause.text)?.[0].length ?? 0) : 0;
      this.#clause(clause, clause.from + ordinal);
    }
    this.#closeWords();
    const drafts = [...this.#before, ...this.#drafts];
    return {
      drafts: this.#drafts,
      state: {
        scope: this.#scope,
        path: this.#path,
        openers: this.#openers,
        drafts,
        last: this.#current ?? this.#last,
      },
    };
  }

  #clause(clause: Clause, from: number): void {
    const isNewSentence = clause.sentence !== this.#sentence;
    if (isNewSentence) this.#newSentence(clause, from);
    else if (clause.mark === ';') this.#half = '';
    if (clause.inner && !this.#isInside) this.#outside = this.#current;
    if (!clause.inner && this.#isInside) this.#current = this.#outside;
    this.#isInside = clause.inner;
    if (this.#goesOn(clause, from)) return;
    let at = from;
    for (const token of clause.numbers) {
      const lead = this.#form.text.slice(at, token.from);
      if (this.#begins(lead, at, clause)) {
        const others = clause.numbers.filter((other) => other.from >= token.from && other.measure === 'money');
        for (const other of others) this.#unexplained(lead, at, other, clause);
        return;
      }
      this.#number(lead, at, token, clause);
      at = token.to;
    }
    const rest = this.#form.text.slice(at, clause.to);
    if (clause.numbers.length > 0) this.#half = '';
    if (rest !== '') this.#plain(rest, at, clause);
    if (clause.numbers.length === 0) this.#half += `${this.#half === '' ? '' : ','}${rest}`;
  }

  #newSentence(clause: Clause, from: number): void {
    const text = this.#form.text.slice(from, clause.to);
    this.#sentence = clause.sentence;
    this.#half = '';
    this.#queue = null;
    this.#pair = claimWords().among.test(text) ? [] : this.#pair.slice(-2);
    if (this.#compared !== null && claimWords().among.test(text)) this.#compared.sentence = clause.sentence;
    if (this.#mode !== 'reason' || !claimWords().goesOn.test(text)) this.#closeWords();
    const line = scopeWords().lines.find((one) => one.line.test(text) && one.from.includes(this.#scope));
    if (line !== undefined) this.#scope = line.scope;
  }

  /** Words of a reason, a purpose or a list go on to the end of the sentence, unless the clause clearly states another amount. */
  #goesOn(clause: Clause, from: number): boolean {
    if (this.#mode === 'claims') return false;
    const text = this.#form.text.slice(from, clause.to);
    const [token] = clause.numbers;
    const lead = token === undefined ? text : this.#form.text.slice(from, token.from);
    const compares = comparisonIn(lead, this.#context.fiscalYear)?.from === 0 && token !== undefined;
    const names =
      token?.measure === 'money' && !compares && directionAtEnd(lead) === null && this.#name(lead).subject !== 'other';
    const isOther =
      (claimWords().among.test(text) && clause.mark !== '(') ||
      (names && (clause.mark === ';' || this.#mode !== 'purpose') && !isGeneric(lead, this.#naming())) ||
      (compares && this.#current?.numbers.change === undefined && directionAtEnd(this.#withoutCompared(lead)) !== null);
    if (isOther) {
      this.#closeWords();
      return false;
    }
    this.#words.to = clause.to;
    for (const own of clause.numbers) if (own.measure === 'money') this.#unexplained(lead, from, own, clause);
    return true;
  }

  #closeWords(): void {
    const { from, to } = this.#words;
    const words = printedPart(this.#paragraph.text, this.#form, from, to).replace(
      /^[:：，,;；”]+|[，,;；:：。]+$/gu,
      '',
    );
    const target = this.#isInside ? this.#outside : this.#current;
    if (target !== null && words !== '') {
      if (this.#mode === 'reason') target.reasons.push(words);
      if (this.#mode === 'purpose') target.purpose ??= words;
      if (this.#mode === 'items' && target.items.length === 0) target.items = itemsOf(words);
    }
    this.#mode = 'claims';
    this.#words = { from: 0, to: 0 };
  }

  #naming(): NamingContext {
    return {
      scope: this.#scope,
      topic: this.#topic?.naming ?? null,
      path: this.#path,
      before: this.#half,
      ...this.#context,
    };
  }

  #name(label: string): Naming {
    return nameOf(label, this.#naming());
  }

  #withoutCompared(text: string): string {
    const found = comparisonIn(text, this.#context.fiscalYear);
    return found === null ? text : text.slice(0, found.from) + text.slice(found.to);
  }

  /** Takes what is compared with out of the words before a number and remembers it for the sentence. */
  #compare(text: string, clause: Clause): string {
    const found = comparisonIn(text, this.#context.fiscalYear);
    if (found === null) return text;
    this.#compared = { value: found.value, sentence: clause.sentence };
    return text.slice(0, found.from) + text.slice(found.to);
  }

  #number(printedLead: string, from: number, token: NumberToken, clause: Clause): void {
    if (claimWords().among.test(printedLead)) this.#open(this.#current);
    const opened = printedLead.replace(claimWords().among, '').replace(/^、/, '');
    const queued = opened === '' && this.#queue !== null ? this.#queue : null;
    if (queued !== null) {
      this.#next(queued, token, clause);
      return;
    }
    const lead = this.#compare(opened, clause);
    const relation = relationIn(lead, this.#context.fiscalYear);
    if (relation?.to === lead.length) {
      const { is, to, direction } = relation.value;
      const target = this.#target(lead.slice(0, relation.from), clause);
      if (target === null) {
        this.#unexplained(lead, from, token, clause);
        return;
      }
      this.#relate(target, is, to, from, token.from);
      this.#compared = { value: to, sentence: clause.sentence };
      this.#change(target, token, clause, direction);
      return;
    }
    const same = samenessIn(lead);
    if (same?.to === lead.length && this.#compared?.sentence === clause.sentence) {
      const target = this.#target(lead.slice(0, same.from), clause);
      if (target === null) {
        this.#unexplained(lead, from, token, clause);
        return;
      }
      this.#relate(target, same.value, this.#compared.value, from, token.from);
      this.#change(target, token, clause, 'unchanged');
      return;
    }
    const direction = directionAtEnd(lead);
    if (direction !== null) {
      const label = lead.slice(0, direction.from);
      this.#changes(label, direction.value, from, token, clause);
      return;
    }
    if (token.measure === 'percent') {
      this.#percent(lead, from, token, clause);
      return;
    }
    this.#amount(opened, from + printedLead.length - opened.length, token, clause);
  }

  #changes(label: string, direction: Draft['direction'], from: number, token: NumberToken, clause: Clause): void {
    const both = claimWords().both.test(label);
    const plain = label.replace(claimWords().both, '');
    const listed = this.#isListed(token);
    if (both && this.#pair.length > 1 && listed) {
      const [first, ...others] = this.#pair.slice(-2);
      this.#queue = { labels: [], drafts: others };
      if (first !== undefined) this.#change(first, token, clause, direction);
      return;
    }
    const target = this.#target(plain, clause);
    if (target === null || (!this.#mayChange(target, plain, clause) && !both)) {
      this.#unexplained(label, from, token, clause);
      return;
    }
    if (both) target.bothSides = true;
    this.#change(target, token, clause, direction);
  }

  /** A change in a later sentence speaks of the amount before it only when it says what it compares with, or names it. */
  #mayChange(target: Draft, label: string, clause: Clause): boolean {
    return (
      (target.sentence === clause.sentence && target.paragraph === this.#paragraph) ||
      this.#compared?.sentence === clause.sentence ||
      (label !== '' && !isGeneric(label, this.#naming()))
    );
  }

  #change(target: Draft, token: NumberToken, clause: Clause, direction: Draft['direction']): void {
    const role = token.measure === 'money' ? 'change' : 'percent';
    const compared = this.#compared?.sentence === clause.sentence ? this.#compared.value : null;
    let draft = target;
    if (draft.numbers[role] !== undefined) {
      // 比年初预算增加…，比上年增加…: two comparisons of one amount are two claims.
      const isOther = compared !== null && JSON.stringify(compared) !== JSON.stringify(draft.against);
      if (!isOther) {
        this.#unexplained('', token.from, token, clause);
        return;
      }
      draft = this.#draft(target.naming, target.label, clause);
      this.#current = draft;
    }
    this.#put(draft, role, token, clause);
    if (!draft.isDirected) draft.direction = direction;
    draft.isDirected = true;
    draft.against ??= compared;
  }

  #percent(lead: string, _from: number, token: NumberToken, clause: Clause): void {
    const completed = claimWords().completed.exec(lead);
    if (completed !== null) {
      const target = this.#target(lead.slice(0, completed.index), clause);
      if (target === null || target.numbers.completion !== undefined) return;
      this.#put(target, 'completion', token, clause);
      target.completionOf = this.#budgetPhase(completed.groups?.of ?? '', target);
      return;
    }
    const share = claimWords().share.exec(lead);
    if (share === null) return;
    const target = this.#target(lead.slice(0, share.index), clause);
    if (target === null || target.numbers.share !== undefined) return;
    const printed = share.groups?.of ?? '';
    const whole = printed === '' ? target.partOf : this.#find(this.#name(printed));
    target.share = { printed, of: whole };
    this.#put(target, 'share', token, clause);
  }

  /** 年初预算 or 全年预算 by its words; 预算 alone is the budget that the prose states of the same amount. */
  #budgetPhase(words: string, target: Draft): Phase | null {
    if (/年初|全年|调整/.test(words)) return phaseOf(words);
    const budgets = [...this.#drafts, ...this.#before].filter(
      (draft) =>
        isSameSubject(draft.naming, target.naming) &&
        /approved|adjusted/.test(draft.naming.phase ?? '') &&
        draft !== target,
    );
    return this.#context.reportKind === 'final-accounts' ? (budgets.at(-1)?.naming.phase ?? null) : null;
  }

  #amount(label: string, from: number, token: NumberToken, clause: Clause): void {
    const { fiscalYear } = this.#context;
    const isPrior = yearOf(label, fiscalYear) === 'prior';
    if (isPrior && this.#topic !== null && isGeneric(label, this.#naming())) {
      const current = this.#current;
      const base = this.#quantity(token);
      if (current?.sentence === clause.sentence && current.numbers.base === undefined) {
        current.numbers.base = base;
        current.against ??= { year: 'prior', phase: phaseOf(label) };
      } else {
        this.#base = base;
        this.#basePhase = phaseOf(label);
      }
      return;
    }
    const listed = this.#isListed(token) ? splitLabel(label) : [];
    if (listed.length > 1) {
      const [first = '', ...others] = listed;
      this.#queue = { labels: others, drafts: [] };
      this.#state(this.#name(first), first, token, clause);
      return;
    }
    const naming = this.#name(label);
    this.#state(
      naming,
      printedPart(this.#paragraph.text, this.#form, from + naming.from, from + naming.to),
      token,
      clause,
    );
  }

  /** The next number of a list: each goes to its own member. */
  #next(queue: Queue, token: NumberToken, clause: Clause): void {
    const label = queue.labels.shift();
    const draft = queue.drafts.shift();
    if (label !== undefined) this.#state(this.#name(label), label, token, clause);
    else if (draft !== undefined) this.#change(draft, token, clause, this.#pair.at(-2)?.direction ?? null);
    else if (token.measure === 'money') this.#unexplained('', token.from, token, clause);
  }

  /** A new claim with its amount. */
  #state(naming: Naming, words: string, token: NumberToken, clause: Clause): void {
    const isTopic = this.#topic !== null && isGeneric(words, this.#naming());
    const label = isTopic ? (this.#topic?.label ?? words) : words;
    const draft = this.#draft(naming, label, clause);
    if (isTopic && this.#topic !== null) this.#span(draft, this.#topic.sentence);
    this.#put(draft, 'amount', token, clause);
    if (this.#base !== null) {
      draft.numbers.base = this.#base;
      draft.against = { year: 'prior', phase: this.#basePhase };
      this.#base = null;
    }
    this.#current = draft;
    this.#pair.push(draft);
    if (clause.inner) return;
    this.#topic = naming.subject === 'other' ? null : { naming, label, sentence: clause.sentence };
    this.#remember(naming);
  }

  /** Money that no words explain: kept as a claim of its own, which says nothing about the claim before it. */
  #unexplained(lead: string, from: number, token: NumberToken, clause: Clause): void {
    if (token.measure !== 'money') return;
    const naming = { ...this.#name(''), subject: 'other' as const, row: null, code: null, path: null };
    const label = printedPart(this.#paragraph.text, this.#form, from, Math.min(from + lead.length, token.from));
    const draft = this.#draft(
      { ...naming, year: yearOf(this.#withoutCompared(lead), this.#context.fiscalYear) },
      label,
      clause,
    );
    this.#put(draft, 'amount', token, clause);
  }

  #draft(naming: Naming, label: string, clause: Clause): Draft {
    const draft = newDraft(naming, label, this.#paragraph, clause.sentence);
    draft.partOf = this.#parentOf(naming, clause);
    this.#drafts.push(draft);
    this.#span(draft, clause.sentence);
    return draft;
  }

  #parentOf(naming: Naming, clause: Clause): Draft | null {
    const wholes = subjectWords().parts[naming.subject] ?? [];
    const opened = this.#openers.filter((opener) => opener.naming.year === naming.year);
    const structural = opened.filter(
      (opener) => wholes.includes(opener.naming.subject) && isBelow(naming, opener.naming),
    );
    const found = structural.findLast(({ naming: { phase } }) => phase === naming.phase) ?? structural.at(-1);
    if (found !== undefined) return found;
    const last = this.#openers.at(-1);
    const isHere = last?.paragraph === this.#paragraph && clause.sentence - last.sentence < 2;
    return naming.subject === 'other' && isHere && !clause.inner ? last : null;
  }

  /** A clause without a number, or the words behind the last one. */
  #plain(text: string, from: number, clause: Clause): void {
    if (this.#begins(text, from, clause)) return;
    this.#compareWords(text, from, clause, false);
    if (claimWords().openers.test(text)) this.#open(this.#opened(text));
    else this.#setTopic(text, from, clause);
  }

  /** Whether a list, a purpose or a reason begins here: what follows belongs to it, amounts too. */
  #begins(text: string, from: number, clause: Clause): boolean {
    const words = claimWords();
    for (const mode of ['items', 'purpose', 'reason'] as const) {
      const match = words[mode].exec(text);
      if (match === null) continue;
      if (mode === 'reason') this.#compareWords(match.groups?.head ?? '', from, clause, true);
      this.#begin(mode, from + match.index + match[0].length, clause);
      return true;
    }
    return false;
  }

  /** 持平, 小于预算数, and what they are said of. In the head of a reason 减少 alone says nothing new. */
  #compareWords(text: string, from: number, clause: Clause, isHead: boolean): void {
    const { fiscalYear } = this.#context;
    const relation = relationIn(text, fiscalYear);
    if (relation !== null) {
      const target = this.#target(text.slice(0, relation.from), clause);
      if (target !== null) this.#relate(target, relation.value.is, relation.value.to, from, from + text.length);
      if (target !== null && isHead) this.#current = target;
      return;
    }
    const rest = this.#compare(text, clause);
    const same = samenessIn(rest);
    const compared = this.#compared;
    if (same === null || compared?.sentence !== clause.sentence || same.to !== rest.length) return;
    const target = this.#target(rest.slice(0, same.from), clause);
    if (target === null) return;
    this.#relate(target, same.value, compared.value, from, from + text.length);
    if (compared.value.year !== 'prior') return;
    target.against ??= compared.value;
    if (!target.isDirected) target.direction = 'unchanged';
    target.isDirected = true;
  }

  #relate(target: Draft, is: Relation['is'], to: Comparison, from: number, end: number): void {
    const phase = to.phase ?? (to.year === 'current' ? this.#budgetPhase('', target) : null);
    const { at } = this.#form;
    target.relations.push({
      to: { year: to.year, phase },
      is,
      printed: printedPart(this.#paragraph.text, this.#form, from, end),
      places: this.#paragraph.placesAt(at[from] ?? 0, endOf(at, end)),
    });
    this.#span(target, this.#sentence);
  }

  #begin(mode: Mode, from: number, clause: Clause): void {
    this.#closeWords();
    this.#mode = mode;
    this.#words = { from, to: clause.to };
    if (this.#current !== null) this.#span(this.#current, this.#sentence);
  }

  /** The claim that 其中, 如下 or 财政拨款支出预算中 opens. */
  #opened(text: string): Draft | null {
    const label = text.replace(/支出中$|中$|其中$|包括$|主要用于.*$/u, '');
    if (label === '' || label === text || isGeneric(label, this.#naming())) return this.#current;
    const naming = this.#name(label);
    return naming.subject === 'other' ? this.#current : (this.#find(naming) ?? this.#current);
  }

  #open(draft: Draft | null): void {
    if (draft === null || this.#openers.at(-1) === draft) return;
    // 年初预算为…，支出决算为…，其中：the parts may be those of either.
    const same = this.#drafts.filter((other) => other !== draft && isSameSubject(other.naming, draft.naming));
    this.#openers.push(...same, draft);
  }

  #setTopic(text: string, from: number, clause: Clause): void {
    if (text.length > 120 || clause.inner || isGeneric(text, this.#naming())) return;
    const naming = this.#name(text);
    if (naming.subject === 'other' && naming.path === null) return;
    const label = printedPart(this.#paragraph.text, this.#form, from + naming.from, from + naming.to);
    this.#topic = { naming, label, sentence: clause.sentence };
    this.#remember(naming);
  }

  #remember({ path }: Naming): void {
    if (path !== null && path.item === '' && path.unmarked === '' && path.code === '') this.#path = path;
  }

  /** The claim that words before a change, a share or a relation speak of: the last one, or the one they name. */
  #target(label: string, clause: Clause): Draft | null {
    const plain = label.replace(claimWords().among, '').replace(/^(?:本数|本年数|同比)$/u, '');
    const isPlain = plain === '' || claimWords().generic.test(plain);
    if (isPlain && this.#current === null && this.#topic === null)
      return this.#last === null ? null : this.#found(this.#last);
    if (plain === '' || (this.#current !== null && isGeneric(plain, this.#naming()))) return this.#current;
    if (isGeneric(plain, this.#naming()) && this.#topic !== null) {
      return this.#found(this.#draft(this.#name(plain), this.#topic.label, clause));
    }
    const naming = this.#name(plain);
    if (naming.subject === 'other') return null;
    const known = this.#find(naming);
    return this.#found(known ?? this.#draft(naming, plain.slice(naming.from, naming.to), clause));
  }

  #found(draft: Draft): Draft {
    this.#current = draft;
    return draft;
  }

  /** The latest claim of the section with this subject, that of the accounts before that of the budget. */
  #find(naming: Naming): Draft | null {
    const same = [...this.#before, ...this.#drafts].filter((draft) => isSameSubject(draft.naming, naming));
    return same.findLast((draft) => draft.naming.phase === naming.phase) ?? same.at(-1) ?? null;
  }

  #put(draft: Draft, role: ClaimRole, token: NumberToken, clause: Clause): void {
    draft.numbers[role] = this.#quantity(token);
    if (draft.paragraph === this.#paragraph) draft.sentence = clause.sentence;
    this.#span(draft, clause.sentence);
  }

  #quantity(token: NumberToken): Quantity {
    const { at } = this.#form;
    const { text } = this.#paragraph;
    const [from, digitsTo] = [at[token.from] ?? 0, endOf(at, token.digitsTo)];
    const printed = text.slice(from, digitsTo);
    return readQuantity(printed, token.unit, token.measure, this.#paragraph.placesAt(from, digitsTo));
  }

  #span(draft: Draft, sentence: number): void {
    const own = this.#clauses.filter((clause) => clause.sentence === sentence);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return;
    const { at } = this.#form;
    // The mark 。 behind the last clause belongs to the sentence.
    const to = Math.min(last.to + 1, this.#form.text.length);
    draft.spans.push({ paragraph: this.#paragraph, from: endOf(at, first.from), to: endOf(at, to) });
  }

  /** Whether another number of the same list follows: 5%、6% or 1.00,2.00万元. */
  #isListed(token: NumberToken): boolean {
    const rest = this.#form.text.slice(token.to);
    const all = this.#clauses.flatMap(({ numbers }) => numbers);
    const next = all[all.indexOf(token) + 1];
    return (
      next !== undefined && /^[,、和]$/.test(rest.slice(0, next.from - token.to)) && next.measure === token.measure
    );
  }
}

/** 货物、工程、服务支出分别为 as its members; 收、支总计 as 收入总计 and 支出总计. */
function splitLabel(label: string): readonly string[] {
  const sides = TWO_SIDES.exec(label);
  if (sides?.groups) {
    const { before = '', what = '', after = '' } = sides.groups;
    return [`${before}收入${what}${after}`, `${before}支出${after}`];
  }
  return label.replace(/(?:分别|各)(?:为|是)?$/u, '').split(/[、和及与]/u);
}

/** 基本工资、津贴补贴等支出 as its items. */
function itemsOf(words: string): readonly string[] {
  return words
    .replace(claimWords().listEnd, (end) => (/^等/.test(end) ? '' : end))
    .split(/[、,，;；:：]/u)
    .filter((item) => item !== '');
}

/**
 * A function is a part of a function above it only, a fund of the fiscal appropriation only, 人员经费 of 基本支出 only; of any other whole
 * the seed says whether it is one of the parts.
 */
function isBelow(part: Naming, whole: Naming): boolean {
  if (whole.subject === 'revenue-source') return whole.row === 'fiscal' && FUNDS.has(part.row ?? '');
  if (whole.subject === 'expenditure-use') return whole.row === 'basic';
  if (whole.path === null) return true;
  if (part.code === null || whole.code === null) return false;
  return part.code.code !== whole.code.code && part.code.code.startsWith(whole.code.code);
}
