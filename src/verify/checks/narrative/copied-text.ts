import type { Claim } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, unquoted } from '../../claims.js';

/** Digits of the code of an item 项. */
const ITEM = 7;
/** Names shorter than this stand in other words (其他支出). */
const NAME_LENGTH = 5;
/** Shorter purposes are phrases (人员支出). */
const PURPOSE_LENGTH = 8;
/** Digits of the code of a class 类. */
const CLASS = 3;

/** What an item is called: by its code, without the word 支出 at its end and without blanks. */
function nameOf({ code, label }: Claim): string {
  return (code?.catalogueName ?? label).replace(/[\s“”（）()]/gu, '').replace(/(支出|经费|费用?|缴费)$/u, '');
}

function bare(text: string): string {
  return text.replace(/[\s“”（）()]/gu, '');
}

/** Another item that the text of this one names, and says the same of. */
function copiedFrom(
  at: ClaimAt,
  text: string,
  of: 'purpose' | 'reason',
  items: readonly ClaimAt[],
): ClaimAt | undefined {
  const own = nameOf(at.claim);
  const words = bare(text);
  if (words.includes(own)) return undefined;
  const candidates = items.filter((other) => {
    const name = nameOf(other.claim);
    if (other.index === at.index || name.length < NAME_LENGTH || own.includes(name) || name.includes(own)) return false;
    if (other.claim.code?.code === at.claim.code?.code) return false;
    // Both name that one item: the other item is told of itself, this one is a copy.
    return words.includes(name) && bare(other.claim[of] ?? '').includes(name);
  });
  return candidates.find((other) => bare(other.claim[of] ?? '') === words) ?? candidates[0];
}

/**
 * Two items of different classes 类 with one purpose, word by word: one of them is a copy. What three or more share is a phrase
 * (人员经费支出), and so is what two items of one name or one class share.
 */
function samePurposes(report: Report, items: readonly ClaimAt[]): readonly Judgement[] {
  const groups = new Map<string, ClaimAt[]>();
  for (const at of items) {
    const words = bare(at.claim.purpose ?? '').replace(/等?支出$/u, '');
    const group = groups.get(words) ?? [];
    const isKnown = group.some(({ claim }) => claim.code?.code === at.claim.code?.code);
    if ([...words].length >= PURPOSE_LENGTH && !isKnown) groups.set(words, [...group, at]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, second, third] = group;
    if (first === undefined || second === undefined || third !== undefined) return [];
    const classes = [first, second].map(({ claim }) => claim.code?.code.slice(0, CLASS));
    if (classes[0] === classes[1] || nameOf(first.claim) === nameOf(second.claim)) return [];
    const words = second.claim.purpose ?? '';
    const message = `用途“${words}”与“${unquoted(first.claim.label)}”的用途一字不差，其中一项可能是抄来的。`;
    return [copied(report, second, first, words, message)];
  });
}

function copied(report: Report, at: ClaimAt, source: ClaimAt, text: string, message: string): Judgement {
  return {
    subject: claimSubject(report, at),
    outcome: 'violation',
    measure: 'count',
    left: text,
    right: '',
    terms: [],
    about: [],
    diagnosis: 'copied-text',
    message,
    places: [...at.claim.places, ...source.claim.places],
  };
}

function judge(report: Report): readonly Judgement[] {
  const items = claimsOf(report).filter(({ claim }) => claim.code?.code.length === ITEM);
  const named = items.flatMap((at) =>
    (['purpose', 'reason'] as const).flatMap((of): readonly Judgement[] => {
      const text = at.claim[of];
      const source = text === null ? undefined : copiedFrom(at, text, of, items);
      if (text === null || source === undefined) return [];
      const what = of === 'purpose' ? '用途' : '原因';
      const message = `${what}“${text}”说的是“${unquoted(source.claim.label)}”，可能是从那一项抄来的。`;
      return [copied(report, at, source, text, message)];
    }),
  );
  const told = new Set(named.map(({ left }) => left));
  return [...named, ...samePurposes(report, items).filter(({ left }) => !told.has(left))];
}

/** Purposes and reasons that belong to another item. */
export const narrativeCopiedText: Check = {
  id: 'narrative/copied-text',
  zh: '用途和原因说的是本项',
  en: 'purpose and reason of an item are about this item',
  severity: 'note',
  notApplicable:
    'Only where the text names another item of the report and not its own, or two items of different classes have one purpose word by word.',
  identities: () => [],
  judgements: judge,
};
