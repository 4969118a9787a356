import { z } from 'zod';
import type { Fact } from '../../../normalize/narrative/claim.js';
import type { Report, Statement } from '../../../normalize/report.js';
import { readSeedJson } from '../../../normalize/seeds.js';
import type { Check, Judgement, Term } from '../../check.js';
import { cellTerm, claimsOf, claimTerm, isZeroValue } from '../../claims.js';
import { termText } from '../../wording.js';

const schema = z.object({ note: z.string().min(1), subjects: z.record(z.string(), z.array(z.string().min(1))) });

function seed(): z.infer<typeof schema> {
  return readSeedJson('checks/empty-statements.json', schema);
}

/** How many amounts a message lists. */
const NAMED = 4;
/** What was spent in the year, as against what came in or was carried over. */
const SPENT: ReadonlySet<string> = new Set(['total', 'basic', 'project', 'amount']);

/** The amounts of a statement that are not zero; of final accounts without the budget columns where only spending is meant. */
function amountsIn(
  report: Report,
  s: number,
  isWanted: (column: string, phase: string | null) => boolean,
): readonly Term[] {
  const statement = report.statements[s];
  if (statement === undefined) return [];
  return statement.rows.flatMap((row, r) =>
    statement.columns.flatMap(({ key, phase, panel }) => {
      const term = panel === row.panel && isWanted(key, phase) ? cellTerm(report, `${s}/${r}/${key}`) : null;
      return term === null || isZeroValue(term) ? [] : [term];
    }),
  );
}

function judgement(
  subject: string,
  outcome: 'exact' | 'violation',
  [left, right]: readonly [string, string],
  terms: readonly Term[],
  rest: Pick<Judgement, 'message'> & Partial<Judgement>,
): Judgement {
  const diagnosis = outcome === 'exact' ? null : ('blank-against-prose' as const);
  return { subject, outcome, measure: 'money', left, right, terms, about: [], diagnosis, ...rest };
}

function listed(terms: readonly Term[]): string {
  const rest = terms.length > NAMED ? ` 等 ${terms.length} 个数` : '';
  return terms.slice(0, NAMED).map(termText).join('、') + rest;
}

function titleOf({ title, kind }: Statement): string {
  return `《${title || kind}》`;
}

/** 没有使用…安排的支出, 无…收支 against the amounts of the statement. */
function declared(report: Report, fact: Fact): readonly Judgement[] {
  // 无…支出 says nothing of a budget, nor of what came in or was left over.
  const spending = !/收支|收入|预算(?!财政拨款|拨款|单位)/u.test(fact.text) && report.kind === 'final-accounts';
  return report.statements.flatMap((statement, s) => {
    if (statement.kind !== fact.subject) return [];
    const amounts = amountsIn(report, s, (column, phase) => {
      if (!spending) return true;
      const isBudget = phase === 'approved' || phase === 'adjusted';
      return statement.kind === 'three-public' ? !isBudget : SPENT.has(column) && !isBudget;
    });
    const terms = amounts.slice(0, NAMED);
    const subject = titleOf(statement);
    const message = amounts.length === 0 ? '' : `正文说“${fact.text}”，表中却有金额：${listed(amounts)}。`;
    const outcome = amounts.length === 0 ? 'exact' : 'violation';
    return [
      judgement(subject, outcome, ['没有收支', `${amounts.length} 个金额`], terms, { message, places: fact.places }),
    ];
  });
}

/** A statement without a single figure under prose that states amounts of it. */
function blank(report: Report, statement: Statement): readonly Judgement[] {
  const printed = statement.rows.some(({ figures }) =>
    Object.values(figures).some(({ reading }) => reading !== 'blank'),
  );
  const subjects: readonly string[] = seed().subjects[statement.kind] ?? [];
  if (printed || subjects.length === 0) return [];
  // Another part of the same statement may have its figures.
  const others = report.statements.filter((other) => other.kind === statement.kind && other !== statement);
  if (
    others.some(({ rows }) => rows.some(({ figures }) => Object.values(figures).some(({ amount }) => amount !== null)))
  )
    return [];
  const stated = claimsOf(report).flatMap((at) => {
    const term = subjects.includes(at.claim.subject) && at.claim.year === 'current' ? claimTerm(at, 'amount') : null;
    return term === null || isZeroValue(term) ? [] : [term];
  });
  if (stated.length === 0) return [];
  const declaredText = statement.declaredEmpty ? '注明没有数据' : '整表空白';
  const message = `表${declaredText}，正文却写有金额：${listed(stated)}。`;
  return [
    judgement(titleOf(statement), 'violation', ['空白', listed(stated)], stated, { message, places: statement.places }),
  ];
}

/** 本表为空表 under a table that prints amounts. */
function wrongNote(report: Report, statement: Statement, s: number): readonly Judgement[] {
  const pattern = new RegExp(seed().note, 'u');
  const note = statement.notes.find((one) => pattern.test(one.replace(/\s/gu, '')));
  if (note === undefined) return [];
  const amounts = amountsIn(report, s, () => true);
  if (amounts.length === 0) return [judgement(titleOf(statement), 'exact', ['空表', '没有金额'], [], { message: '' })];
  const message = `表下注明“${note}”，表中却有金额：${listed(amounts)}。`;
  return [
    judgement(titleOf(statement), 'violation', ['空表', `${amounts.length} 个金额`], amounts.slice(0, NAMED), {
      message,
      severity: 'note',
      places: statement.places,
    }),
  ];
}

/** What prose and notes say of empty statements against what the statements print (N09). */
export const narrativeEmptyStatement: Check = {
  id: 'narrative/empty-statement',
  zh: '说明为空的报表没有金额，正文有金额的报表不空白',
  en: 'a statement that the prose calls empty has no amounts, and one whose amounts the prose states is not blank',
  severity: 'error',
  notApplicable:
    '无…支出 says nothing of a budget printed beside it. A wrong note 本表为空表 under a filled table is a note.',
  identities: () => [],
  judgements: (report) => [
    ...report.facts.filter(({ kind }) => kind === 'no-amounts').flatMap((fact) => declared(report, fact)),
    ...report.statements.flatMap((statement, s) => [...blank(report, statement), ...wrongNote(report, statement, s)]),
  ],
};
