import type { Diagnosis, Report } from '../../../normalize/report.js';
import type { Check, Identity, Judgement } from '../../check.js';
import { claimSubject, printedOf } from '../../claims.js';
import { diagnoseAmounts } from '../../diagnosis.js';
import { termText } from '../../wording.js';
import { allTies, isRepetition, type Tie } from './ties.js';
import { isPriorYearAmount, otherCellWith, saysOtherwise } from './whence.js';

function tie(report: Report, { at, stated, cell, is }: Tie): Identity {
  const elsewhere = is === 'other' ? otherCellWith(report, stated, cell) : null;
  const hint = elsewhere === null ? '' : `（正文的数见于${elsewhere.label}）`;
  return {
    subject: claimSubject(report, at) + hint,
    shape: is === 'near' ? 'repeated' : 'same-fact',
    left: [stated],
    right: [cell],
    doubt: null,
    blames: [stated.path],
  };
}

function identities(report: Report): readonly Identity[] {
  const all = allTies(report);
  return all.filter((one) => one.is !== 'other' || !isRepetition(one, all)).map((one) => tie(report, one));
}

/** Numbers that only differ in the last place from the one cell they repeat, as one note: cut off, or rounded from other digits. */
function lastPlaces(report: Report): readonly Judgement[] {
  const all = allTies(report);
  const off = all.filter((one) => {
    const own = all.filter(({ stated }) => stated.path === one.stated.path);
    return one.is === 'near' && own.every(({ is }) => is === 'near') && !isRepetition(one, all);
  });
  const [first] = off;
  if (first === undefined) return [];
  const cut = off.every(({ stated, cell }) => {
    const [a, b] = [printedOf(stated), printedOf(cell)];
    return a !== null && b !== null && diagnoseAmounts(a, b) === 'truncated';
  });
  const listed = off.map(({ stated, cell }) => `${termText(stated)} 与 ${termText(cell)}`).join('；');
  return [
    {
      subject: claimSubject(report, first.at),
      outcome: 'violation',
      measure: 'money',
      left: termText(first.stated),
      right: termText(first.cell),
      terms: off.flatMap(({ stated, cell }) => [stated, cell]),
      about: [],
      diagnosis: cut ? 'truncated' : 'rounding',
      message: `正文有 ${off.length} 个金额与报表相差一个末位${cut ? '，是截去的，没有四舍五入' : ''}：${listed}。`,
      severity: 'note',
    },
  ];
}

/** The second time that a wrong amount is said: kept as an outcome, without a finding of its own. */
function repetitions(report: Report): readonly Judgement[] {
  const all = allTies(report);
  return all
    .filter((one) => one.is === 'other' && isRepetition(one, all))
    .map(({ at, stated, cell }) => ({
      subject: claimSubject(report, at),
      outcome: 'violation',
      measure: 'money',
      left: termText(stated),
      right: termText(cell),
      terms: [stated, cell],
      about: [stated.path],
      diagnosis: null,
      message: '',
    }));
}

function diagnose({ left, right }: Identity, _: unknown, report: Report): Diagnosis | null {
  const [[stated], [cell]] = [left, right];
  const [printed, expected] = [stated && printedOf(stated), cell && printedOf(cell)];
  if (!stated || !cell || !printed || !expected) return null;
  const slip = diagnoseAmounts(printed, expected);
  if (isPriorYearAmount(report, stated)) return 'stale-year';
  if (slip === 'unit-slip' || slip === 'decimal-slip') return slip;
  if (otherCellWith(report, stated, cell) !== null) return 'quoted-other-table';
  return slip ?? (saysOtherwise(report, stated, expected) ? 'self-contradiction' : null);
}

/** Amounts of the prose against the cells that they repeat (N01). */
export const narrativeAmount: Check = {
  id: 'narrative/amount',
  zh: '文字说明中的金额 = 报表中的同一金额',
  en: 'an amount in the prose = the cell of the statement that it repeats',
  severity: 'error',
  notApplicable:
    'Only where the prose names its subject so that one cell is meant; tables in 元 agree within half a last place.',
  identities,
  judgements: (report) => [...lastPlaces(report), ...repetitions(report)],
  diagnose,
};
