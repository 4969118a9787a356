import type { Draft } from './claim-draft.js';
import type { Naming } from './claim-naming.js';
import { subjectWords } from './claim-seeds.js';
import type { OnlyTotals } from './only-totals.js';

const FUNDS: ReadonlySet<string> = new Set(['general-budget', 'government-funds', 'state-capital']);

/**
 * The opened claim (其中：, 具体情况如下：) that this one is a part of: the latest one that the seed allows as its whole, that of the same
 * phase before others; the grand total where it is nothing but that whole. An amount that no subject explains is a part of the claim that its own sentence, or the one before, opened.
 */
export function parentAmong(
  openers: readonly Draft[],
  part: Draft,
  isInner: boolean,
  onlyTotals: OnlyTotals,
): Draft | null {
  const { naming } = part;
  const told = subjectWords().parts[naming.subject] ?? [];
  const wholes = openers.length === 0 ? [] : told.flatMap((whole) => [whole, ...(onlyTotals.get(whole) ?? [])]);
  const structural = openers.filter(
    ({ naming: whole }) => whole.year === naming.year && wholes.includes(whole.subject) && isBelow(naming, whole),
  );
  const found = structural.findLast(({ naming: { phase } }) => phase === naming.phase) ?? structural.at(-1);
  if (found !== undefined) return found;
  const last = openers.at(-1);
  if (naming.subject !== 'other' || isInner || last?.paragraph !== part.paragraph) return null;
  return part.sentence - last.sentence < 2 ? last : null;
}

/**
 * A balance is a part of the account of its own money only, a function is a part of a function above it only, a fund of the fiscal appropriation only, 人员经费 of 基本支出 only; of any other whole
 * the seed says whether it is one of the parts.
 */
function isBelow(part: Naming, whole: Naming): boolean {
  if (part.subject === 'opening' || part.subject === 'closing')
    return part.row === (whole.subject.startsWith('fiscal') ? 'fiscal' : null);
  if (whole.subject === 'revenue-source') return whole.row === 'fiscal' && FUNDS.has(part.row ?? '');
  if (whole.subject === 'expenditure-use') return whole.row === 'basic';
  if (whole.path === null) return true;
  if (part.code === null || whole.code === null) return false;
  return part.code.code !== whole.code.code && part.code.code.startsWith(whole.code.code);
}
