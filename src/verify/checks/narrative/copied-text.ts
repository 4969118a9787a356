import type { Claim } from '../../../normalize/narrative/claim.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, unquoted } from '../../claims.js';

/** Digits of the code of an item 项. */
const ITEM = 7;
/** Names shorter than this stand in other words (其他支出). */
const NAME_LENGTH = 5;

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

function judge(report: Report): readonly Judgement[] {
  const items = claimsOf(report).filter(({ claim }) => claim.code?.code.length === ITEM);
  return items.flatMap((at) =>
    (['purpose', 'reason'] as const).flatMap((of): readonly Judgement[] => {
      const text = at.claim[of];
      const source = text === null ? undefined : copiedFrom(at, text, of, items);
      if (text === null || source === undefined) return [];
      const what = of === 'purpose' ? '用途' : '原因';
      return [
        {
          subject: claimSubject(report, at),
          outcome: 'violation',
          measure: 'count',
          left: text,
          right: '',
          terms: [],
          about: [],
          diagnosis: 'copied-text',
          message: `${what}“${text}”说的是“${unquoted(source.claim.label)}”，可能是从那一项抄来的。`,
          places: [...at.claim.places, ...source.claim.places],
        },
      ];
    }),
  );
}

/** Purposes and reasons that belong to another item. */
export const narrativeCopiedText: Check = {
  id: 'narrative/copied-text',
  zh: '用途和原因说的是本项',
  en: 'purpose and reason of an item are about this item',
  severity: 'note',
  notApplicable: 'Only where the text names another item of the report, not its own.',
  identities: () => [],
  judgements: judge,
};
