import { type FactSource, type FoundFact, type Passage, printedSpan, textFact } from './fact-source.js';
import { factWords } from './fact-topics.js';
import { type Piece, piecesOf } from './list-items.js';

/**
 * 名词解释: the term is `subject`, the definition `text`, as printed (指单位从…). Terms are numbered, or each begins a paragraph; a term may
 * stand on a line of its own. What does neither goes on with the definition before it.
 */
export function readGlossary(sources: readonly FactSource[]): readonly FoundFact[] {
  const pieces = piecesOf(sources);
  const style = styleOfTerms(pieces);
  const entries: Piece[][] = [];
  for (const piece of pieces) {
    const begins = style === null ? termOf(piece) !== null : piece.ordinal?.style === style;
    if (begins) entries.push([piece]);
    else entries.at(-1)?.push(withOrdinal(piece));
  }
  return entries.flatMap(([head, ...rest]) => (head === undefined ? [] : entryFact(head, rest)));
}

function entryFact(head: Piece, rest: readonly Piece[]): readonly FoundFact[] {
  const found = termOf(head);
  // A term alone on its line: the definition is what follows.
  const [from, to] = found?.term ?? [head.span[0], endOfTerm(head)];
  const definition: Passage = { source: head.source, span: [found?.definition ?? head.span[1], head.span[1]] };
  const term = printedSpan(head.source, [from, to]);
  const passages = definition.span[0] < definition.span[1] ? [definition, ...rest] : rest;
  if (term === '' || to - from > 60) return [];
  return textFact('glossary-term', passages, { subject: term, label: term });
}

/** The form of ordinal that stands before most terms; `null` where terms are not numbered. */
function styleOfTerms(pieces: readonly Piece[]): string | null {
  const counted = new Map<string, number>();
  for (const piece of pieces) {
    if (piece.ordinal === null) continue;
    const next = pieces[pieces.indexOf(piece) + 1];
    const isTerm = termOf(piece) !== null || (next?.ordinal === null && endOfTerm(piece) - piece.span[0] <= 30);
    if (isTerm) counted.set(piece.ordinal.style, (counted.get(piece.ordinal.style) ?? 0) + 1);
  }
  const [best] = [...counted].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** Where the term stands and where its definition begins. */
function termOf({
  source,
  span: [from, to],
}: Piece): { readonly term: readonly [number, number]; readonly definition: number } | null {
  const match = factWords().glossary.term.exec(source.form.text.slice(from, to));
  const term = match?.groups?.term;
  if (match === null || term === undefined) return null;
  const colon = match[0].endsWith(':') ? match[0].length : term.length;
  return from + colon >= to ? null : { term: [from, from + term.length], definition: from + colon };
}

function endOfTerm({ source, span: [from, to] }: Piece): number {
  const text = source.form.text.slice(from, to);
  return from + text.replace(/[:。]$/u, '').length;
}

/** A list inside a definition keeps its ordinals. */
function withOrdinal(piece: Piece): Piece {
  const printed = piece.ordinal?.printed ?? '';
  return { ...piece, span: [piece.span[0] - printed.length, piece.span[1]] };
}
