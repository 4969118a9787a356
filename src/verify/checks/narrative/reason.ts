import type { Diagnosis, Report, Severity } from '../../../normalize/report.js';
import type { Check, Judgement } from '../../check.js';
import { type ClaimAt, claimSubject, claimsOf, claimTerm } from '../../claims.js';
import { termText } from '../../wording.js';
import { reasonSeeds } from './reason-seeds.js';
import { sharedReasons } from './shared-reason.js';

/** A judgement about words: there is nothing to compute. */
function aboutWords(
  subject: string,
  said: string,
  message: string,
  rest: { readonly severity: Severity; readonly diagnosis: Diagnosis } & Pick<Judgement, 'places' | 'terms'>,
): Judgement {
  return { subject, outcome: 'violation', measure: 'count', left: said, right: '', about: [], message, ...rest };
}

/** 减少2.98% … 主要原因是经费增加: a reason that only repeats the change, the wrong way round. */
function contradiction(report: Report, at: ClaimAt): readonly Judgement[] {
  const { direction, reason, places } = at.claim;
  const up = direction === 'increase' || direction === 'new';
  const down = direction === 'decrease' || direction === 'gone';
  if (reason === null || (!up && !down)) return [];
  const bare = reason.replace(/[\s。；;，,]+$/u, '');
  const [more, less] = [new RegExp(reasonSeeds().increase, 'u'), new RegExp(reasonSeeds().decrease, 'u')];
  // Several clauses weigh against each other: only a reason of one clause can be the wrong way round.
  if (/[；;，,、]/u.test(bare) || !(up ? less : more).test(bare)) return [];
  const terms = [claimTerm(at, 'change') ?? [], claimTerm(at, 'percent') ?? []].flat();
  const said = up ? '增加' : '减少';
  const message = `正文说${said}（${terms.map(termText).join('，')}），原因却是“${bare}”。`;
  return [
    aboutWords(claimSubject(report, at), bare, message, {
      severity: 'warning',
      diagnosis: 'wrong-direction',
      terms,
      places,
    }),
  ];
}

/** 主要原因是。 */
function emptyReasons(report: Report): readonly Judgement[] {
  const pattern = new RegExp(reasonSeeds().emptyReason, 'u');
  return report.sections.flatMap((section) =>
    section.paragraphs.flatMap(({ text, places }) => {
      const match = pattern.exec(text);
      if (match === null) return [];
      const before = text.slice(Math.max(0, match.index - 24), match.index);
      const message = `“${before}${match[0]}”后面没有写原因。`;
      const subject = section.title === '' ? '文字说明' : `“${section.title}”`;
      return [
        aboutWords(subject, match[0], message, { severity: 'note', diagnosis: 'template-residue', terms: [], places }),
      ];
    }),
  );
}

/** Words of the form that nobody chose between, one finding a report. */
function templateWords(report: Report): readonly Judgement[] {
  const patterns = reasonSeeds().templates.map((one) => new RegExp(one, 'u'));
  const found = report.sections.flatMap((section) =>
    section.paragraphs.flatMap(({ text, places }) => {
      const words = patterns.map((pattern) => pattern.exec(text)?.[0]).find((one) => one !== undefined);
      return words === undefined ? [] : [{ words, places, section }];
    }),
  );
  const [first] = found;
  if (first === undefined) return [];
  const rest = found.length > 1 ? `（共 ${found.length} 段）` : '';
  const message = `“${first.words}”是格式中供选择的说法，没有选定${rest}。`;
  const places = found.flatMap((one) => one.places);
  const subject = first.section.title === '' ? '文字说明' : `“${first.section.title}”`;
  return [
    aboutWords(subject, first.words, message, { severity: 'note', diagnosis: 'template-residue', terms: [], places }),
  ];
}

/** The reasons that the prose gives. */
export const narrativeReason: Check = {
  id: 'narrative/reason',
  zh: '变动原因与变动相符，并且写明',
  en: 'a reason fits the change that it explains, and is given',
  severity: 'note',
  notApplicable:
    'A reason of several clauses is not weighed. One reason for several items is a note only where their rates differ widely.',
  identities: () => [],
  judgements: (report) => [
    ...claimsOf(report).flatMap((at) => contradiction(report, at)),
    ...emptyReasons(report),
    ...templateWords(report),
    ...sharedReasons(report).map(({ clause, claims, terms }) =>
      aboutWords(
        '变动原因',
        clause,
        `同一个原因“${clause}”用来解释 ${claims.length} 项幅度或方向相差很大的变动：${terms.map(termText).join('；')}。`,
        {
          severity: 'note',
          diagnosis: 'copied-text',
          terms,
          places: claims.flatMap(({ claim: { places } }) => places),
        },
      ),
    ),
  ],
};
