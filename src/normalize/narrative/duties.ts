import { type FactSource, type FoundFact, printedSpan, textFact } from './fact-source.js';
import { factWords } from './fact-topics.js';
import { type Piece, piecesOf } from './list-items.js';

/**
 * 主要职责, one fact for each item: (一)…, 1.…, 一、…; of a regulation in articles, the list below the article that says 主要职责是：. Items
 * below an item belong to it. Without a list, each paragraph that says what the body does. `label` is the ordinal.
 */
export function readDuties(sources: readonly FactSource[]): readonly FoundFact[] {
  const pieces = piecesOf(sources);
  const items = listOf(pieces);
  if (items.length > 0) {
    return items.flatMap((parts) => {
      const [head] = parts;
      return textFact('duty', parts, { subject: null, label: head === undefined ? '' : ordinalOf(head) });
    });
  }
  const { verbs, leadIn, filling } = factWords().duties;
  return pieces.flatMap((piece) => {
    const { text } = piece.source.form;
    const from = piece.ordinal === null ? (leadIn.exec(text)?.[0].length ?? 0) : piece.span[0];
    const said = text.slice(from, piece.span[1]);
    if (said.endsWith(':') || !verbs.test(said) || filling.test(said)) return [];
    return textFact('duty', [{ source: piece.source, span: [from, piece.span[1]] }], { subject: null, label: '' });
  });
}

/** The items of the list of duties, each with what belongs to it. */
function listOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const { articleOfDuties, otherArticle } = factWords().duties;
  const hasArticles = pieces.some((piece) => piece.ordinal?.style === 'article');
  if (!hasArticles) return grouped(pieces);
  const articles: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.ordinal?.style === 'article') articles.push([piece]);
    else articles.at(-1)?.push(piece);
  }
  const ofDuties = articles.filter(([head]) => head !== undefined && articleOfDuties.test(textOf(head)));
  const below = ofDuties.flatMap(([, ...rest]) => grouped(rest));
  if (below.length > 0) return below;
  return articles.filter(([head]) => head !== undefined && !otherArticle.test(textOf(head)));
}

/** Pieces by the ordinals of the first list; where its ordinals begin anew or another list of the body begins, it ends. */
function grouped(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const { otherArticle } = factWords().duties;
  const first = pieces.findIndex(({ ordinal }, at) => {
    const next = pieces.slice(at + 1).find((piece) => piece.ordinal?.style === ordinal?.style);
    return ordinal !== null && next?.ordinal?.value === ordinal.value + 1;
  });
  const style = pieces[first]?.ordinal?.style;
  const items: Piece[][] = [];
  let last = 0;
  for (const piece of first < 0 ? [] : pieces.slice(first)) {
    const value = piece.ordinal?.style === style ? piece.ordinal?.value : undefined;
    if (value !== undefined && value <= last) break;
    if (piece.ordinal === null && /[:]$/.test(textOf(piece)) && otherArticle.test(textOf(piece))) break;
    if (value === undefined) items.at(-1)?.push(piece);
    else {
      items.push([piece]);
      last = value;
    }
  }
  return items;
}

/** The ordinal as printed. */
function ordinalOf({ source, ordinal, span: [from] }: Piece): string {
  return printedSpan(source, [from - (ordinal?.printed.length ?? 0), from]);
}

function textOf({ source, span: [from, to] }: Piece): string {
  return source.form.text.slice(from, to);
}
