import type { Place } from '../../extract/place.js';
import type { Phase, Quantity } from '../printed.js';
import type { ChangePart, Claim, ClaimRole, Comparison, Direction, Relation } from './claim.js';
import type { Naming } from './claim-naming.js';
import type { ProseParagraph } from './prose.js';

/** Sentences of a paragraph that a claim was read from, as offsets in the printed text. */
interface Span {
  readonly paragraph: ProseParagraph;
  readonly from: number;
  readonly to: number;
}

/** A claim while the sentences about it are read. */
export interface Draft {
  readonly naming: Naming;
  readonly label: string;
  readonly paragraph: ProseParagraph;
  readonly numbers: Partial<Record<ClaimRole, Quantity>>;
  readonly spans: Span[];
  /** Sentence of the last number, to know whether a change still speaks of it. */
  sentence: number;
  direction: Direction | null;
  /** A word of change was read, perhaps the two of the blank form: later words do not replace it. */
  isDirected: boolean;
  bothSides: boolean;
  against: Comparison | null;
  completionOf: Phase | null;
  readonly relations: Relation[];
  share: { readonly printed: string; readonly of: Draft | null } | null;
  partOf: Draft | null;
  items: readonly string[];
  readonly reasons: string[];
  readonly parts: ChangePart[];
  purpose: string | null;
}

/** A draft with nothing but its name. */
export function newDraft(naming: Naming, label: string, paragraph: ProseParagraph, sentence: number): Draft {
  return {
    naming,
    label,
    paragraph,
    numbers: {},
    spans: [],
    sentence,
    direction: null,
    isDirected: false,
    bothSides: false,
    against: null,
    completionOf: null,
    relations: [],
    share: null,
    partOf: null,
    items: [],
    reasons: [],
    parts: [],
    purpose: null,
  };
}

/** Whether two names are of one amount, phase apart. */
export function isSameSubject(a: Naming, b: Naming): boolean {
  return (
    a.subject === b.subject &&
    a.row === b.row &&
    a.year === b.year &&
    JSON.stringify(a.path) === JSON.stringify(b.path) &&
    a.code?.code === b.code?.code
  );
}

/** The claim that a draft has become; `indexOf` gives the place of other drafts among the claims. */
export function claimOf(
  draft: Draft,
  indexOf: (draft: Draft | null) => number | null,
  figures: Claim['figures'],
): Claim {
  const { naming, share } = draft;
  return {
    subject: naming.subject,
    row: naming.row,
    label: draft.label,
    code: naming.code,
    phase: naming.phase,
    year: naming.year,
    numbers: draft.numbers,
    direction: draft.direction,
    bothSides: draft.bothSides,
    against: draft.against,
    completionOf: draft.completionOf,
    relations: draft.relations,
    shareOf: share === null ? null : { claim: indexOf(share.of), printed: share.printed },
    partOf: indexOf(draft.partOf),
    items: draft.items,
    reason: draft.reasons.length === 0 ? null : draft.reasons.join('；'),
    parts: draft.parts,
    purpose: draft.purpose,
    text: textOf(draft),
    section: draft.paragraph.section.id,
    paragraph: draft.paragraph.index,
    places: placesOf(draft),
    figures,
  };
}

function textOf({ spans }: Draft): string {
  const paragraphs = [...new Set(spans.map(({ paragraph }) => paragraph))];
  return paragraphs
    .map((paragraph) => {
      const own = spans.filter((span) => span.paragraph === paragraph);
      const from = Math.min(...own.map((span) => span.from));
      return paragraph.text.slice(from, Math.max(...own.map((span) => span.to))).trim();
    })
    .join(' ');
}

/** Where its numbers stand; a claim without a number stands where its sentence does. */
function placesOf(draft: Draft): readonly Place[] {
  const places = Object.values(draft.numbers).flatMap((quantity) => quantity.places);
  if (places.length > 0) return places;
  return draft.spans.flatMap(({ paragraph, from, to }) => paragraph.placesAt(from, to));
}
