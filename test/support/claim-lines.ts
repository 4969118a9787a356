import type { ChangePart, Claim } from '../../src/normalize/narrative/claim.js';
import { readClaims } from '../../src/normalize/narrative/claims.js';
import type { ProseParagraph } from '../../src/normalize/narrative/prose.js';
import type { Quantity } from '../../src/normalize/printed.js';
import type { ReportKind, Section, Statement } from '../../src/normalize/report.js';

/** What invented prose is read with: its headings from the top down, kind and year of the report, the statements. */
export interface ProseSetting {
  readonly headings: readonly string[];
  readonly kind?: ReportKind;
  readonly year?: number;
  readonly statements?: readonly Statement[];
}

/** The claims of invented paragraphs below headings. Each character stands in a box that is one point wide, at its index. */
export function claimsOf(texts: readonly string[], setting: ProseSetting): readonly Claim[] {
  const sections = setting.headings.map(
    (title, id): Section => ({
      id,
      parent: id === 0 ? null : id - 1,
      level: id + 1,
      number: '',
      title,
      place: { page: 1, box: null },
      paragraphs: [],
    }),
  );
  const section = sections.at(-1);
  if (section === undefined) throw new RangeError('expected a heading, found none');
  const prose = texts.map(
    (text, index): ProseParagraph => ({
      section,
      index,
      text,
      placesAt: (from, to) => [{ page: index + 1, box: { left: from, top: 0, right: to, bottom: 10 } }],
    }),
  );
  const { kind = 'final-accounts', year = 2023, statements = [] } = setting;
  return readClaims(prose, { reportKind: kind, fiscalYear: year, statements, sections });
}

/** A claim in one line: subject, label, phase, numbers, and what is said of them. */
export function claimLine(claim: Claim): string {
  const { numbers, against, shareOf, relations } = claim;
  const told = (quantity: Quantity) => `${quantity.printed}${quantity.unit}${quantity.value === null ? '?' : ''}`;
  const of = ({ year, phase }: { year: string; phase: string | null }) => `${year}${phase === null ? '' : ` ${phase}`}`;
  const words = [
    [claim.subject, claim.row, claim.code?.code].filter(Boolean).join('/'),
    `“${claim.label}”`,
    claim.phase ?? 'no phase',
    claim.year === 'prior' ? 'year before' : '',
    ...Object.entries(numbers).map(([role, quantity]) => `${role} ${told(quantity)}`),
    claim.direction ?? '',
    claim.bothSides ? 'both sides' : '',
    against ? `against ${of(against)}` : '',
    claim.completionOf ? `completion of ${claim.completionOf}` : '',
    ...relations.map(({ is, to }) => `${is} ${of(to)}`),
    shareOf ? `share of ${shareOf.claim ?? '?'}(${shareOf.printed})` : '',
    claim.partOf === null ? '' : `part of ${claim.partOf}`,
    claim.items.length > 0 ? `items ${claim.items.join('、')}` : '',
    claim.reason ? `reason ${claim.reason}` : '',
    claim.parts.length > 0 ? `parts ${claim.parts.map(partWords).join('、')}` : '',
    claim.purpose ? `purpose ${claim.purpose}` : '',
    claim.figures.amount ? `cells ${claim.figures.amount.join(' ')}` : '',
  ];
  return words.filter(Boolean).join(' | ');
}

const SIGNS = { increase: '+', decrease: '-', unchanged: '=' } as const;

/** A part of a change in a few words: 人员经费 -401.85万元; 公用经费 = where nothing changed. */
export function partWords({ label, direction, change }: ChangePart): string {
  return `${label} ${SIGNS[direction]}${change === null ? '' : change.printed + change.unit}`;
}
