import type { Place } from '../../../extract/place.js';
import type { Evaluation } from '../../../normalize/evaluation/evaluation.js';
import type { Fact } from '../../../normalize/narrative/claim.js';
import { type Counted, countsIn, sameCounted } from '../../../normalize/narrative/counted.js';
import { factPath } from '../../../normalize/quantities.js';
import type { Report } from '../../../normalize/report.js';
import type { Check, Judgement, Term } from '../../check.js';
import { quantityTerm } from '../../terms.js';
import { decimalText, termText } from '../../wording.js';

/** A count of the work summary. */
interface Told {
  readonly counted: Counted;
  readonly term: Term;
  readonly section: number;
}

/** A cell of a self-evaluation table that counts things. */
interface Cell {
  readonly name: string;
  readonly counts: readonly Counted[];
  readonly places: readonly Place[];
}

/** One thing counted on both sides. */
interface Match {
  readonly told: Told;
  readonly counted: Counted;
}

function told(report: Report): readonly Told[] {
  // Counts of one clause are facts each, and share its text.
  const known = new Map<string, readonly Counted[]>();
  const counts = (text: string): readonly Counted[] => {
    const found = known.get(text) ?? countsIn(text);
    known.set(text, found);
    return found;
  };
  return report.facts.flatMap((fact: Fact, index) => {
    const { value } = fact;
    if (fact.kind !== 'activity' || value === null || value.value === null) return [];
    // The clause says whether the number is a total, or about so many; the phrase alone may not.
    const isMeant = (one: Counted) => one.value === value.value && one.key === fact.subject;
    const counted = counts(fact.text).find(isMeant) ?? counts(fact.label).find(isMeant);
    if (counted === undefined) return [];
    return [{ counted, term: quantityTerm(factPath(index), counted.noun, value), section: fact.section }];
  });
}

/** What a table says there is or was done. Expected goals and overviews are plans: they may differ from what came of them. */
function cells({ project, results, goals, indicators }: Evaluation): readonly Cell[] {
  const name = `绩效自评表“${project?.text ?? ''}”`;
  return [
    ...(results === null ? [] : [{ name: `${name}主要成效`, ...results }]),
    ...goals.map(({ achieved }) => ({ name: `${name}实际完成情况`, ...achieved })),
    ...indicators.map(({ level2, level3, places }) => ({ name: `${name}${level2}`, text: level3, places })),
  ].flatMap(({ text, ...cell }) => {
    const counts = countsIn(text);
    return counts.length < 2 ? [] : [{ ...cell, counts }];
  });
}

/** Whether several counts of one text compete for a place in a pair with different numbers: then no pair is sure. */
function isAmbiguous(one: Counted, all: readonly Counted[]): boolean {
  return all.some((other) => other !== one && sameCounted(one, other) && other.value !== one.value);
}

/** The things that a section of the prose and a cell both count, each side with one number only. */
function matches(section: readonly Told[], cell: Cell): readonly Match[] {
  const prose = section.map(({ counted }) => counted);
  return cell.counts.flatMap((counted) => {
    if (isAmbiguous(counted, cell.counts)) return [];
    const same = section.filter((one) => sameCounted(one.counted, counted) && !isAmbiguous(one.counted, prose));
    const [only, ...others] = same;
    if (only === undefined || others.some(({ counted: { value } }) => value !== only.counted.value)) return [];
    return [{ told: only, counted }];
  });
}

const isEqual = ({ told: { counted: a }, counted: b }: Match) => a.value === b.value;

function judgement(cell: Cell, found: readonly Match[], outcome: 'exact' | 'violation'): readonly Judgement[] {
  if (found.length === 0) return [];
  const page = cell.places[0] === undefined ? '' : `（第${cell.places[0].page}页）`;
  const inCell = ({ counted }: Match) => `“${counted.noun}”${decimalText(counted.value)}${counted.unit}`;
  const pairs = found.map((match) => `文字说明${termText(match.told.term)}，自评表${inCell(match)}`);
  const terms = found.map(({ told: { term } }) => term);
  const differs = outcome === 'violation';
  return [
    {
      subject: `工作总结与${cell.name}`,
      outcome,
      measure: 'count',
      left: terms.map(({ figure }) => figure?.printed ?? '').join('，'),
      right: found.map(({ counted }) => decimalText(counted.value)).join('，'),
      terms,
      about: terms.map(({ path }) => path),
      diagnosis: differs ? 'two-versions' : null,
      message: differs ? `同一事实有两种说法${page}：${pairs.join('；')}。` : '',
      places: differs ? cell.places : [],
    },
  ];
}

/**
 * Compares only texts that are certainly about the same things: a section and a cell that agree in at least one count. One number alone
 * may be of another place, time or part.
 */
function judge(report: Report): readonly Judgement[] {
  const facts = told(report);
  const sections = [...new Set(facts.map(({ section }) => section))];
  return report.evaluations.flatMap(cells).flatMap((cell) =>
    sections.flatMap((section) => {
      const found = matches(
        facts.filter((fact) => fact.section === section),
        cell,
      );
      const equal = found.filter(isEqual);
      if (equal.length === 0) return [];
      return [
        ...judgement(cell, equal, 'exact'),
        ...judgement(
          cell,
          found.filter((match) => !isEqual(match)),
          'violation',
        ),
      ];
    }),
  );
}

/** F2: the work summary and a self-evaluation table count the same things, with other numbers. */
export const twoVersions: Check = {
  id: 'consistency/two-versions',
  zh: '工作总结和自评表对同一事物的计数相同',
  en: 'work summary and self-evaluation count the same things alike',
  severity: 'warning',
  notApplicable:
    'Plans and expected goals; approximate numbers; texts that agree in no count, which may be about other things.',
  identities: () => [],
  judgements: judge,
};
