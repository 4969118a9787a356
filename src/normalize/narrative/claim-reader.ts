import { listedParts } from './change-parts.js';
import { type Draft, isSameSubject } from './claim-draft.js';
import { ClaimLedger, type ReaderContext, type SectionState } from './claim-ledger.js';
import { splitLabel } from './claim-lists.js';
import { isGeneric, type Naming } from './claim-naming.js';
import type { NumberToken } from './claim-numbers.js';
import { claimWords, scopeWords } from './claim-seeds.js';
import type { Clause } from './clauses.js';
import { comparisonIn, directionAtEnd, phaseOf, relationIn, samenessIn, yearOf } from './comparison.js';
import type { ProseParagraph } from './prose.js';
import { proseForm } from './prose-form.js';
import { type RunningMode, RunningWords } from './running-words.js';

/** Members of a list whose amounts stand one behind the other: labels of amounts to come, or claims whose changes come. */
interface Queue {
  readonly labels: string[];
  readonly drafts: Draft[];
}

const ORDINAL =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[.、](?!\d{1,2}(?!\d))|\(\d{1,2}\))+/u;

/** Reads one paragraph: clause by clause, each number by the words before it. */
export class ParagraphReader {
  readonly #ledger: ClaimLedger;
  /** The claim that stood before a bracket with a number of its own. */
  #outside: Draft | null = null;
  #isInside = false;
  /** Amounts of the running sentences that a 各增加 may mean. */
  #pair: Draft[] = [];
  #queue: Queue | null = null;
  /** An amount of the year before that stands in front of the one it is the base of. */
  #base: { readonly naming: Naming; readonly token: NumberToken; readonly clause: Clause } | null = null;
  /** Sentence whose rest is a list of parts of a change: all of it is read. */
  #listed = -1;
  /** A reason, a purpose or a list that runs on. */
  #words: RunningWords | null = null;

  constructor(paragraph: ProseParagraph, state: SectionState, context: ReaderContext) {
    const form = proseForm(paragraph.text);
    const isNumbered = ORDINAL.test(form.text);
    this.#ledger = new ClaimLedger(paragraph, form, isNumbered ? { ...state, last: null } : state, context);
  }

  /** The claims of the paragraph, and what the next one of its section is read with. */
  read(): { readonly drafts: readonly Draft[]; readonly state: SectionState } {
    for (const [index, clause] of this.#ledger.clauses.entries()) {
      const ordinal = index === 0 ? (ORDINAL.exec(clause.text)?.[0].length ?? 0) : 0;
      this.#clause(clause, clause.from + ordinal);
    }
    this.#closeWords();
    this.#closeBase();
    return { drafts: this.#ledger.drafts, state: this.#ledger.next() };
  }

  #clause(clause: Clause, from: number): void {
    if (clause.sentence === this.#listed) return;
    const isNewSentence = clause.sentence !== this.#ledger.sentence;
    if (isNewSentence) this.#newSentence(clause, from);
    else if (clause.mark === ';') this.#ledger.half = '';
    if (clause.inner && !this.#isInside) this.#outside = this.#ledger.current;
    if (!clause.inner && this.#isInside) this.#ledger.current = this.#outside;
    this.#isInside = clause.inner;
    if (this.#goesOn(clause, from) || this.#lists(clause, from)) return;
    let at = from;
    for (const token of clause.numbers) {
      const lead = this.#ledger.form.text.slice(at, token.from);
      if (this.#begins(lead, at, clause)) {
        for (const other of clause.numbers) if (other.from >= token.from) this.#words?.add(lead, at, other, clause);
        return;
      }
      this.#number(lead, at, token, clause);
      at = token.to;
    }
    const rest = this.#ledger.form.text.slice(at, clause.to);
    if (clause.numbers.length > 0) this.#ledger.half = '';
    if (rest !== '') this.#plain(rest, at, clause);
    if (clause.numbers.length === 0) this.#ledger.half += `${this.#ledger.half === '' ? '' : ','}${rest}`;
  }

  #newSentence(clause: Clause, from: number): void {
    const text = this.#ledger.form.text.slice(from, clause.to);
    this.#ledger.sentence = clause.sentence;
    this.#ledger.half = '';
    this.#queue = null;
    this.#pair = claimWords().among.test(text) ? [] : this.#pair.slice(-2);
    if (this.#ledger.compared !== null && claimWords().among.test(text))
      this.#ledger.compared.sentence = clause.sentence;
    if (this.#words?.mode !== 'reason' || !claimWords().goesOn.test(text)) this.#closeWords();
    const line = scopeWords().lines.find((one) => one.line.test(text) && one.from.includes(this.#ledger.scope));
    if (line !== undefined) this.#ledger.scope = line.scope;
  }

  /** Words of a reason, a purpose or a list go on to the end of the sentence, unless the clause clearly states another amount. */
  #goesOn(clause: Clause, from: number): boolean {
    if (this.#words === null) return false;
    const text = this.#ledger.form.text.slice(from, clause.to);
    const [token] = clause.numbers;
    const lead = token === undefined ? text : this.#ledger.form.text.slice(from, token.from);
    const compares = comparisonIn(lead, this.#ledger.context.fiscalYear)?.from === 0 && token !== undefined;
    const names =
      token?.measure === 'money' &&
      !compares &&
      directionAtEnd(lead) === null &&
      this.#ledger.name(lead).subject !== 'other';
    const among = clause.mark === '(' ? null : claimWords().among.exec(text);
    const isOther =
      (among !== null && !this.#words.explains(clause, from + among[0].length)) ||
      (names && (clause.mark === ';' || !this.#words.lists(clause)) && !isGeneric(lead, this.#ledger.naming())) ||
      (compares &&
        this.#ledger.current?.numbers.change === undefined &&
        directionAtEnd(this.#ledger.withoutCompared(lead)) !== null);
    if (isOther) {
      this.#closeWords();
      return false;
    }
    this.#words.to = clause.to;
    for (const own of clause.numbers) this.#words.add(lead, from, own, clause);
    return true;
  }

  /** 比上年增加50万元，其中：项目经费增加60万元，人员经费减少10万元: the parts of the change just read. */
  #lists(clause: Clause, from: number): boolean {
    const among = claimWords().among.exec(this.#ledger.form.text.slice(from, clause.to));
    const parts = among === null ? null : listedParts(this.#ledger, clause, from + among[0].length);
    if (parts === null) return false;
    this.#ledger.current?.parts.push(...parts);
    this.#listed = clause.sentence;
    return true;
  }

  #closeWords(): void {
    this.#words?.close(this.#isInside ? this.#outside : this.#ledger.current);
    this.#words = null;
  }

  #number(printedLead: string, from: number, token: NumberToken, clause: Clause): void {
    if (claimWords().among.test(printedLead)) this.#ledger.open(this.#ledger.current);
    const opened = printedLead.replace(claimWords().among, '').replace(/^、/, '');
    const queued = opened === '' && this.#queue !== null ? this.#queue : null;
    if (queued !== null) {
      this.#next(queued, token, clause);
      return;
    }
    const lead = this.#ledger.compare(opened, clause);
    const relation = relationIn(lead, this.#ledger.context.fiscalYear);
    if (relation?.to === lead.length) {
      const { is, to, direction } = relation.value;
      const target = this.#ledger.target(lead.slice(0, relation.from), clause);
      if (target === null) {
        this.#ledger.unexplained(lead, from, token, clause);
        return;
      }
      this.#ledger.relate(target, is, to, from, token.from);
      this.#ledger.compared = { value: to, sentence: clause.sentence };
      this.#change(target, token, clause, direction);
      return;
    }
    const same = samenessIn(lead);
    if (same?.to === lead.length && this.#ledger.compared?.sentence === clause.sentence) {
      const target = this.#ledger.target(lead.slice(0, same.from), clause);
      if (target === null) {
        this.#ledger.unexplained(lead, from, token, clause);
        return;
      }
      this.#ledger.relate(target, same.value, this.#ledger.compared.value, from, token.from);
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
      this.#percent(lead, token, clause);
      return;
    }
    this.#amount(opened, from + printedLead.length - opened.length, token, clause);
  }

  #changes(label: string, direction: Draft['direction'], from: number, token: NumberToken, clause: Clause): void {
    const both = claimWords().both.test(label);
    const plain = label.replace(claimWords().both, '');
    const listed = this.#ledger.isListed(token);
    if (both && this.#pair.length > 1 && listed) {
      const [first, ...others] = this.#pair.slice(-2);
      this.#queue = { labels: [], drafts: others };
      if (first !== undefined) this.#change(first, token, clause, direction);
      return;
    }
    const target = this.#ledger.target(plain, clause);
    if (target === null || (!this.#mayChange(target, plain, clause) && !both)) {
      this.#ledger.unexplained(label, from, token, clause);
      return;
    }
    if (both) target.bothSides = true;
    this.#change(target, token, clause, direction);
  }

  /** A change in a later sentence speaks of the amount before it only when it says what it compares with, or names it. */
  #mayChange(target: Draft, label: string, clause: Clause): boolean {
    return (
      (target.sentence === clause.sentence && target.paragraph === this.#ledger.paragraph) ||
      this.#ledger.compared?.sentence === clause.sentence ||
      (label !== '' && !isGeneric(label, this.#ledger.naming()))
    );
  }

  #change(target: Draft, token: NumberToken, clause: Clause, direction: Draft['direction']): void {
    const role = token.measure === 'money' ? 'change' : 'percent';
    const compared = this.#ledger.compared?.sentence === clause.sentence ? this.#ledger.compared.value : null;
    let draft = target;
    const isTaken = draft.numbers[role] !== undefined;
    // 比年初预算增加…，比上年增加… are two claims, and so are 增加3万元，下降5%: neither word may hide the other.
    const isOther = compared !== null && JSON.stringify(compared) !== JSON.stringify(draft.against);
    if ((isTaken && isOther) || isOpposite(draft.direction, direction)) {
      draft = this.#ledger.draft(target.naming, target.label, clause);
      this.#ledger.current = draft;
    } else if (isTaken) {
      this.#ledger.unexplained('', token.from, token, clause);
      return;
    }
    this.#ledger.put(draft, role, token, clause);
    if (!draft.isDirected) draft.direction = direction;
    draft.isDirected = true;
    draft.against ??= compared;
  }

  #percent(lead: string, token: NumberToken, clause: Clause): void {
    const completed = claimWords().completed.exec(lead);
    if (completed !== null) {
      const target = this.#ledger.target(lead.slice(0, completed.index), clause);
      if (target === null || target.numbers.completion !== undefined) return;
      this.#ledger.put(target, 'completion', token, clause);
      target.completionOf = this.#ledger.budgetPhase(completed.groups?.of ?? '', target);
      return;
    }
    const share = claimWords().share.exec(lead);
    if (share === null) return;
    const target = this.#ledger.target(lead.slice(0, share.index), clause);
    if (target === null || target.numbers.share !== undefined) return;
    const printed = share.groups?.of ?? '';
    target.share = { printed, of: this.#ledger.whole(printed, target) };
    this.#ledger.put(target, 'share', token, clause);
  }

  #amount(label: string, from: number, token: NumberToken, clause: Clause): void {
    const { fiscalYear } = this.#ledger.context;
    const isPrior = yearOf(label, fiscalYear) === 'prior';
    if (isPrior && this.#ledger.topic !== null && isGeneric(label, this.#ledger.naming())) {
      const current = this.#ledger.current;
      const naming = this.#ledger.name(label);
      this.#closeBase();
      if (current?.sentence === clause.sentence && current.numbers.base === undefined) {
        this.#ledger.put(current, 'base', token, clause);
        current.against ??= { year: 'prior', phase: phaseOf(label) };
      } else {
        this.#base = { naming, token, clause };
      }
      return;
    }
    const listed = this.#ledger.isListed(token) ? splitLabel(label) : [];
    if (listed.length > 1) {
      const [first = '', ...others] = listed;
      this.#queue = { labels: others, drafts: [] };
      this.#member(first, token, clause);
      return;
    }
    const naming = this.#ledger.name(label);
    this.#state(naming, this.#ledger.printed(from + naming.from, from + naming.to), token, clause);
  }

  /** An amount of the year before that turned out to be the base of nothing is a claim of its own. */
  #closeBase(): void {
    if (this.#base === null) return;
    const { naming, token, clause } = this.#base;
    const draft = this.#ledger.draft(naming, this.#ledger.topic?.label ?? '', clause);
    this.#ledger.put(draft, 'amount', token, clause);
    this.#base = null;
  }

  /** The next number of a list: each goes to its own member. */
  #next(queue: Queue, token: NumberToken, clause: Clause): void {
    const label = queue.labels.shift();
    const draft = queue.drafts.shift();
    if (label !== undefined) this.#member(label, token, clause);
    else if (draft !== undefined) this.#change(draft, token, clause, this.#pair.at(-2)?.direction ?? null);
    else if (token.measure === 'money') this.#ledger.unexplained('', token.from, token, clause);
  }

  #member(label: string, token: NumberToken, clause: Clause): void {
    const naming = this.#ledger.name(label);
    this.#state(naming, label.slice(naming.from, naming.to), token, clause);
  }

  /** A new claim with its amount. */
  #state(naming: Naming, words: string, token: NumberToken, clause: Clause): void {
    const isTopic = this.#ledger.topic !== null && isGeneric(words, this.#ledger.naming());
    // 三公经费预算为1万元，支出决算为…: the second is not called a budget.
    const label = isTopic ? (this.#ledger.topic?.label ?? words).replace(/(?<!公共|基金|经营)预算$/u, '') : words;
    const draft = this.#ledger.draft(naming, label, clause);
    if (isTopic && this.#ledger.topic !== null) this.#ledger.span(draft, this.#ledger.topic.sentence);
    this.#ledger.put(draft, 'amount', token, clause);
    if (this.#base !== null && isSameSubject({ ...this.#base.naming, year: naming.year }, naming)) {
      this.#ledger.put(draft, 'base', this.#base.token, clause);
      draft.against = { year: 'prior', phase: this.#base.naming.phase };
      this.#base = null;
    }
    this.#ledger.current = draft;
    this.#pair.push(draft);
    if (clause.inner) return;
    this.#ledger.topic = naming.subject === 'other' ? null : { naming, label, sentence: clause.sentence };
    this.#ledger.remember(naming);
  }

  /** A clause without a number, or the words behind the last one. */
  #plain(text: string, from: number, clause: Clause): void {
    if (this.#begins(text, from, clause)) return;
    this.#compareWords(text, from, clause, false);
    if (claimWords().openers.test(text)) this.#ledger.open(this.#opened(text));
    else this.#setTopic(text, from, clause);
  }

  /** Whether a list, a purpose or a reason begins here: what follows belongs to it, amounts too. */
  #begins(text: string, from: number, clause: Clause): boolean {
    const words = claimWords();
    for (const mode of ['items', 'purpose', 'reason'] as const) {
      const match = words[mode].exec(text);
      if (match === null) continue;
      if (mode === 'reason') this.#compareWords(match.groups?.head ?? '', from, clause, true);
      this.#begin(mode, match, from, clause);
      return true;
    }
    return false;
  }

  /** 持平, 小于预算数, and what they are said of. In the head of a reason 减少 alone says nothing new. */
  #compareWords(text: string, from: number, clause: Clause, isHead: boolean): void {
    const { fiscalYear } = this.#ledger.context;
    const relation = relationIn(text, fiscalYear);
    if (relation !== null) {
      const target = this.#ledger.target(text.slice(0, relation.from), clause);
      if (target !== null) this.#ledger.relate(target, relation.value.is, relation.value.to, from, from + text.length);
      if (target !== null && isHead) this.#ledger.current = target;
      return;
    }
    const rest = this.#ledger.compare(text, clause);
    const same = samenessIn(rest);
    const compared = this.#ledger.compared;
    if (same === null || compared?.sentence !== clause.sentence || same.to !== rest.length) return;
    const target = this.#ledger.target(rest.slice(0, same.from), clause);
    if (target === null) return;
    this.#ledger.relate(target, same.value, compared.value, from, from + text.length);
    if (compared.value.year !== 'prior') return;
    target.against ??= compared.value;
    if (!target.isDirected) target.direction = 'unchanged';
    target.isDirected = true;
  }

  #begin(mode: RunningMode, match: RegExpExecArray, at: number, clause: Clause): void {
    this.#closeWords();
    const from = at + match.index + match[0].length;
    this.#words = new RunningWords(this.#ledger, { mode, match, from, clause });
    if (this.#ledger.current !== null) this.#ledger.span(this.#ledger.current, this.#ledger.sentence);
  }

  /** The claim that 其中, 如下 or 财政拨款支出预算中 opens. */
  #opened(text: string): Draft | null {
    const label = text.replace(/支出中$|中$|其中$|包括$|主要用于.*$/u, '');
    if (label === '' || label === text || isGeneric(label, this.#ledger.naming())) return this.#ledger.current;
    const naming = this.#ledger.name(label);
    return naming.subject === 'other'
      ? this.#ledger.current
      : (this.#ledger.wholeNamed(naming) ?? this.#ledger.current);
  }

  #setTopic(text: string, from: number, clause: Clause): void {
    if (text.length > 120 || clause.inner || !claimWords().topic.test(text)) return;
    if (isGeneric(text, this.#ledger.naming())) return;
    const naming = this.#ledger.name(text);
    if (naming.subject === 'other' && naming.path === null) return;
    const label = this.#ledger.printed(from + naming.from, from + naming.to);
    this.#ledger.topic = { naming, label, sentence: clause.sentence };
    this.#ledger.remember(naming);
  }
}

/** 增加 against 减少. 净增加 is an increase; 持平 opposes neither (增加0.00万元，与上年持平). */
function isOpposite(a: Draft['direction'], b: Draft['direction']): boolean {
  const sign = { increase: 1, new: 1, decrease: -1, gone: -1, unchanged: 0 };
  return a !== null && b !== null && sign[a] * sign[b] < 0;
}
