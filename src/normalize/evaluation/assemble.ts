import { findUnit, type Unit } from '../figures/unit.js';
import type { Quantity } from '../printed.js';
import type { Finding } from '../report.js';
import { decodeTargets } from './decode-targets.js';
import { type Evaluation, type EvaluationFund, FUND_COLUMNS, type FundColumn, type Indicator } from './evaluation.js';
import { actualOf, moneyOf, rateOf, scoreOf } from './quantity.js';
import { byPage, type RawEvaluation, type RawFund, type RawIndicator } from './raw.js';
import { targetOf } from './target.js';
import { unreadFinding } from './unread.js';
import { evaluationWords, labelWord } from './words.js';

/** Money of the funds stands in 万元 unless the block says otherwise. */
const TEN_THOUSAND_YUAN: Unit = { text: '万元', fenPerUnit: 1_000_000 };

/** The evaluation that the printed rows are, its numbers read, and what of it could not be read. */
export function assemble(raw: RawEvaluation): {
  readonly evaluation: Evaluation;
  readonly findings: readonly Finding[];
} {
  const { fields } = raw;
  const funds = fundsOf(raw);
  const indicators = decodeTargets(raw.indicators.map(indicatorOf));
  const problem = fields.problem;
  const suggestion = fields.suggestion;
  const score = raw.totals?.score ?? fields.totalScore ?? null;
  const evaluation: Evaluation = {
    title: raw.title,
    fiscalYear: raw.fiscalYear,
    project: fields.project ?? null,
    supervisor: fields.supervisor ?? null,
    implementer: fields.implementer ?? null,
    overview: fields.overview ?? null,
    results: fields.results ?? null,
    funds,
    goals: raw.goals,
    indicators,
    totalWeight: raw.totals?.weight ? scoreOf(raw.totals.weight) : null,
    totalScore: score === null ? null : scoreOf(score),
    grade: fields.grade ? { ...fields.grade, word: gradeWord(fields.grade.text) } : null,
    problems: [
      ...raw.problems,
      ...(problem || suggestion
        ? [
            {
              kind: '',
              problem: problem?.text ?? '',
              suggestion: suggestion?.text ?? '',
              places: byPage([...(problem?.places ?? []), ...(suggestion?.places ?? [])]),
            },
          ]
        : []),
    ],
    statements: [...raw.statements].sort((a, b) => a - b),
    pages: [...new Set(raw.places.map(({ page }) => page))].sort((a, b) => a - b),
    places: byPage(raw.places),
  };
  return {
    evaluation,
    findings: [...raw.unread, ...unreadNumbers(evaluation)].map((one) => unreadFinding(evaluation, one)),
  };
}

function fundsOf(raw: RawEvaluation): readonly EvaluationFund[] {
  const unit = unitOfFunds(raw.unitTexts);
  const taken = new Set<string>();
  return raw.funds.map((fund, at) => {
    const known = evaluationWords().fundRows.get(labelWord(fund.label.text));
    const key = known === undefined || taken.has(known) ? `row-${at + 1}` : known;
    taken.add(key);
    const label = fund.label.text.trim();
    return { key, label, numbers: fundNumbers(raw, fund, unit), places: byPage(placesOf(fund)) };
  });
}

function placesOf({ label, cells }: RawFund) {
  return [...label.places, ...Object.values(cells).flatMap((cell) => cell?.places ?? [])];
}

function fundNumbers(raw: RawEvaluation, { label, cells }: RawFund, unit: Unit | null): EvaluationFund['numbers'] {
  const numbers: Partial<Record<FundColumn, Quantity>> = {};
  for (const column of FUND_COLUMNS) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const own = findUnit(raw.fundHeads[column] ?? '') ?? unit;
    const read = (text: typeof label): Quantity =>
      column === 'rate' ? rateOf(text) : column === 'weight' || column === 'score' ? scoreOf(text) : moneyOf(text, own);
    numbers[column] =
      cell === null ? { ...read({ text: '', places: label.places }), reading: 'unreadable' } : read(cell);
  }
  return numbers;
}

/** The one unit that the texts around the funds name; `null` where they name two. */
function unitOfFunds(texts: readonly string[]): Unit | null {
  const named = texts.flatMap((text) => findUnit(text) ?? []);
  const [first = TEN_THOUSAND_YUAN] = named;
  return named.every(({ fenPerUnit }) => fenPerUnit === first.fenPerUnit) ? first : null;
}

function indicatorOf(raw: RawIndicator): Indicator {
  const text = (column: keyof RawIndicator) => raw[column]?.text.trim() ?? '';
  const actual = raw.actual ? actualOf(raw.actual) : null;
  return {
    level1: text('level1'),
    level2: text('level2'),
    level3: text('level3'),
    target: targetOf(raw.target ?? { text: '', places: [] }, raw.operator, raw.unit),
    actual: text('actual'),
    numbers: {
      ...(actual ? { actual } : {}),
      ...(raw.weight ? { weight: scoreOf(raw.weight) } : {}),
      ...(raw.score ? { score: scoreOf(raw.score) } : {}),
    },
    deviation: text('deviation'),
    places: byPage(
      Object.entries(raw).flatMap(([column, cell]) => (column === 'level1' || column === 'level2' ? [] : cell.places)),
    ),
  };
}

/** The word of a grade, where exactly one of 优, 良, 中, 差 is printed ("优（S≧90）"): a list of all four to tick says nothing. */
function gradeWord(text: string): '优' | '良' | '中' | '差' | null {
  const [word, ...others] = evaluationWords().grades.filter((grade) => text.includes(grade));
  return word !== undefined && others.length === 0 ? word : null;
}

/** Numbers that print something which is no number. */
function unreadNumbers({ funds, indicators, totalWeight, totalScore }: Evaluation): RawEvaluation['unread'] {
  const quantities = [
    ...funds.flatMap(({ label, numbers }) => Object.values(numbers).map((number) => ({ label, number }))),
    ...indicators.flatMap(({ level3, numbers }) => Object.values(numbers).map((number) => ({ label: level3, number }))),
    ...[totalWeight, totalScore].flatMap((number) => (number === null ? [] : [{ label: '总分', number }])),
  ];
  const unread = quantities
    .filter(({ number }) => number.reading === 'unreadable')
    .map(({ label, number }) => ({
      what:
        number.printed === ''
          ? `“${label}”一行有数字不能确定属于哪一栏`
          : `“${label}”的“${number.printed}”不能读作数字`,
      places: number.places,
    }));
  return [...new Map(unread.map((one) => [one.what, one])).values()];
}
