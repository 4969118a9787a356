import type { Judgement, Term } from '../../check.js';
import { moneyText } from '../../money-text.js';
import { integerOf, stepOf } from '../../value.js';
import { termText } from '../../wording.js';

/** What an inequality compares, and what to say when it does not hold. */
export interface Bound {
  readonly subject: string;
  /** The figures that may not be more … */
  readonly part: readonly Term[];
  /** … than these together. */
  readonly whole: readonly Term[];
  /** What it means that the part is larger; a sentence without its full stop. */
  readonly failure: string;
  /** A part that may be larger all the same, or a figure that may have been lost: then a failure is unresolved. */
  readonly doubt?: string | null;
  /** Usual, not certain: what does not hold is told, and is unresolved, not a violation. */
  readonly usual?: true;
}

/** Sum in fen; `null` where a term is missing or cannot be read. */
function sumOf(terms: readonly Term[]): number | null {
  const values = terms.map(({ figure }) => {
    if (figure === null || figure.reading === 'unreadable') return null;
    return figure.reading === 'amount' ? integerOf(figure) : 0;
  });
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** The largest excess that rounding explains: half a last place of every figure, a printed zero too (30 元 are 0.00 万元). */
function slackOf(terms: readonly Term[]): number {
  const steps = terms.flatMap(({ figure }) => stepOf(figure) ?? []);
  return Math.floor(steps.reduce((sum, step) => sum + step, 0) / 2);
}

const quoted = (terms: readonly Term[]) => terms.map(termText).join(' + ');

/**
 * A part is not more than the whole. It confirms no figure, since any smaller part would do as well. Not applicable where nothing is
 * printed; unresolved, without a finding of its own, where a figure is missing or unreadable, which the sums of its statement tell.
 */
export function judgeBound({ subject, part, whole, failure, doubt = null, usual }: Bound): Judgement {
  const terms = [...part, ...whole];
  const base = {
    subject,
    measure: 'money',
    left: quoted(part),
    right: quoted(whole),
    terms,
    about: [],
    diagnosis: null,
    message: '',
  } as const;
  const [small, large] = [sumOf(part), sumOf(whole)];
  if (small === null || large === null) return { ...base, outcome: 'unresolved' };
  if (terms.every(({ figure }) => figure?.reading !== 'amount')) return { ...base, outcome: 'not-applicable' };
  const excess = small - large;
  if (excess <= 0) return { ...base, outcome: 'exact' };
  if (excess <= slackOf(terms)) return { ...base, outcome: 'rounding' };
  if (doubt !== null) return { ...base, outcome: 'unresolved' };
  const more = `${quoted(part)} > ${quoted(whole)}，多 ${moneyText(excess, '万元')}`;
  const message = `${failure}。${more}。`;
  if (usual) return { ...base, outcome: 'unresolved', message };
  const about = terms.flatMap(({ path }) => (path === '' ? [] : [path]));
  return { ...base, outcome: 'violation', about, message };
}
