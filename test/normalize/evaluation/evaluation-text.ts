import type { Evaluation } from '../../../src/normalize/evaluation/evaluation.js';
import type { Quantity } from '../../../src/normalize/printed.js';

/** A self-evaluation table as readable text, for goldens: one line for each row. Blanks inside texts are left out. */
export function evaluationText(evaluation: Evaluation): string {
  const { project, supervisor, implementer, overview, results, grade } = evaluation;
  const lines = [
    `# ${evaluation.title} ${evaluation.fiscalYear ?? '-'}`,
    ...Object.entries({ project, supervisor, implementer, overview, results }).map(
      ([name, cell]) => `${name}: ${cell === null ? '-' : bare(cell.text)}`,
    ),
    ...evaluation.funds.map(({ key, label, numbers }) => `fund ${key} ${bare(label)}: ${numbersText(numbers)}`),
    ...evaluation.goals.map(({ expected, achieved }) => `goal ${bare(expected.text)} || ${bare(achieved.text)}`),
    ...evaluation.indicators.map(({ level1, level2, level3, target, actual, numbers, deviation }) =>
      [
        `indicator ${[level1, level2, level3].map(bare).join(' / ')}`,
        `${target.printed} (${target.decoded}: ${target.operator ?? ''} ${target.value ?? ''} ${target.unit ?? ''})`,
        actual,
        numbersText(numbers),
        deviation,
      ].join(' | '),
    ),
    `total ${quantityText(evaluation.totalWeight)} ${quantityText(evaluation.totalScore)}`,
    `grade ${grade === null ? '-' : `${grade.text} (${grade.word ?? '-'})`}`,
    ...evaluation.problems.map(
      ({ kind, problem, suggestion }) => `problem ${[kind, problem, suggestion].map(bare).join(' | ')}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

function numbersText(numbers: Readonly<Partial<Record<string, Quantity>>>): string {
  return Object.entries(numbers)
    .map(([column, quantity]) => `${column} ${quantityText(quantity ?? null)}`)
    .join(', ');
}

function quantityText(quantity: Quantity | null): string {
  if (quantity === null) return '-';
  return quantity.reading === 'amount' ? `${quantity.printed}${quantity.unit}` : `(${quantity.reading})`;
}
