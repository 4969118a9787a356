import type { Measure, Quantity } from '../printed.js';
import type { Fact, FactKind } from './claim.js';
import { readCount } from './fact-quantity.js';
import type { ProseParagraph } from './prose.js';
import { endOf, type ProseForm, printedPart, proseForm } from './prose-form.js';

/** A paragraph in the form that facts are searched in, with its place in reading order. */
export interface FactSource {
  readonly order: number;
  readonly paragraph: ProseParagraph;
  readonly form: ProseForm;
}

/** A fact and where it stands in reading order. */
export interface FoundFact {
  readonly order: number;
  readonly from: number;
  readonly fact: Fact;
}

/** A part of the searched text. */
type Span = readonly [from: number, to: number];

/** What a reader found: spans are of the searched text. */
interface Finding {
  readonly kind: FactKind;
  readonly subject?: string | null;
  readonly label: Span;
  readonly number?: Span;
  /** As in the searched text. */
  readonly unit?: string;
  readonly measure?: Measure;
  /** The clause that states it; the label's clause where it is not given. */
  readonly text?: Span;
  readonly date?: string | null;
}

export function factSource(paragraph: ProseParagraph, order: number): FactSource {
  return { order, paragraph, form: proseForm(paragraph.text) };
}

/** The printed words of a span, blanks taken out; a quotation mark that opens right before it belongs to it (“三公”经费). */
export function printedSpan({ paragraph, form }: FactSource, [from, to]: Span): string {
  const printed = printedPart(paragraph.text, form, from, to);
  const before = paragraph.text.charAt((form.at[from] ?? 0) - 1);
  return before === '“' && printed.indexOf('”') >= 0 && !/^[^”]*“/u.test(printed) ? `“${printed}` : printed;
}

/** A fact with its places; the number is read as a count unless `measure` says otherwise. */
export function foundFact(source: FactSource, finding: Finding): FoundFact {
  const { paragraph, form } = source;
  const { kind, subject = null, label, number, measure = 'count', date = null } = finding;
  const text = finding.text ?? clauseAround(form.text, label[0], number?.[1] ?? label[1]);
  const placesOf = ([from, to]: Span) => paragraph.placesAt(form.at[from] ?? 0, endOf(form.at, to));
  let value: Quantity | null = null;
  if (number !== undefined) {
    const unit = finding.unit ?? '';
    value = readCount(printedSpan(source, number), printedUnit(source, number[1], unit), measure, placesOf(number));
  }
  const fact: Fact = {
    kind,
    subject,
    label: printedSpan(source, label),
    value,
    text: printedSpan(source, text),
    date,
    section: paragraph.section.id,
    places: placesOf(text),
  };
  return { order: source.order, from: number?.[0] ?? label[0], fact };
}

/** The unit as printed: full-width brackets stay what they are. */
function printedUnit(source: FactSource, from: number, unit: string): string {
  const printed = printedSpan(source, [from, from + unit.length]);
  return source.form.text.startsWith(unit, from) ? printed : unit;
}

/**
 * The clause around a span: up to the marks , ; : 。 that enclose it, and inside the brackets that it stands in. Commas in numbers (1,234) are
 * no marks.
 */
export function clauseAround(text: string, from: number, to: number): Span {
  let start = from;
  for (let depth = 0; start > 0 && !isMark(text, start - 1); start--) {
    const character = text.charAt(start - 1);
    if (character === ')') depth++;
    else if (character === '(' && --depth < 0) break;
  }
  let end = to;
  for (let depth = 0; end < text.length && !isMark(text, end); end++) {
    const character = text.charAt(end);
    if (character === '(') depth++;
    else if (character === ')' && --depth < 0) break;
  }
  const open = text.indexOf('(', to);
  const isOpen = open >= 0 && open < end && !text.slice(open, end).includes(')');
  return [start, isOpen ? open : end];
}

/** From the last 。 or ; before the index up to it: what a clause inherits (its subject, its year, planned or not). */
export function sentenceBefore(text: string, index: number): string {
  return text.slice(Math.max(text.lastIndexOf('。', index - 1), text.lastIndexOf(';', index - 1)) + 1, index);
}

function isMark(text: string, index: number): boolean {
  const character = text.charAt(index);
  if (character === ',') return !(/\d/.test(text.charAt(index - 1)) && /^\d{3}(?!\d)/.test(text.slice(index + 1)));
  return /[;:。!?]/.test(character);
}

/** A part of a text that runs over paragraphs. */
export interface Passage {
  readonly source: FactSource;
  readonly span: Span;
}

/** A fact that is a text (a duty, a definition), joined over its passages. */
export function textFact(
  kind: FactKind,
  passages: readonly Passage[],
  { subject, label }: { readonly subject: string | null; readonly label: string },
): readonly FoundFact[] {
  const [first] = passages;
  if (first === undefined) return [];
  const { paragraph } = first.source;
  const fact: Fact = {
    kind,
    subject,
    label,
    value: null,
    text: passages.map(({ source, span }) => printedSpan(source, span)).join(''),
    date: null,
    section: paragraph.section.id,
    places: passages.flatMap(({ source, span: [from, to] }) =>
      source.paragraph.placesAt(source.form.at[from] ?? 0, endOf(source.form.at, to)),
    ),
  };
  return [{ order: first.source.order, from: first.span[0], fact }];
}
