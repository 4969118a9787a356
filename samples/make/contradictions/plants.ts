import type { Paragraph } from '../prose.js';
import type { StatementPlan } from '../statement.js';
import type { Project } from './evaluation.js';

/** A contradiction planted in a report that is otherwise right. */
export interface Plant {
  readonly id: string;
  /** What the audit should say: the id of a check, or its family (`narrative/…`). */
  readonly check: string;
  /** What is wrong, in one line for people. */
  readonly what: string;
  /** Words that stand only where the change is made, with what is right; empty where nothing is replaced. */
  readonly right: string;
  /** What is printed instead. */
  readonly printed: string;
  /** Words that stand only in the paragraph after which the printed one is put in. */
  readonly anchor?: string;
  /** What to look for on the page, where the printed words alone would be found elsewhere too. */
  readonly shown?: string;
  /**
   * `prose`, `after` (a paragraph put in), `evaluation`,
   * `part` (a title), `omit` (a form that is left out), `given` (in the figures or the nature of the report), or a form (FA02).
   */
  readonly where: string;
  /** Of a statement: code of the row, and the column from 1. */
  readonly row?: string;
  readonly column?: number;
}

/** An entry of the register of planted contradictions: where it is printed, for people and for tests. */
export interface PlantedEntry extends Pick<Plant, 'id' | 'check' | 'what' | 'right' | 'printed'> {
  readonly page: number;
}

/** Puts the plants of the prose in. Throws when the words to replace, or the anchor, do not stand there exactly once. */
export function plantProse(paragraphs: readonly Paragraph[], plants: readonly Plant[]): Paragraph[] {
  let list = [...paragraphs];
  for (const { id, where, right, printed, anchor } of plants) {
    if (where !== 'prose' && where !== 'after') continue;
    const words = anchor ?? right;
    const [at, ...others] = list.flatMap(({ text }, index) =>
      text
        .split(words)
        .slice(1)
        .map(() => index),
    );
    const found = list[at ?? -1];
    if (at === undefined || found === undefined || others.length > 0)
      throw new Error(`expected "${words}" once in the prose for ${id}, found it otherwise`);
    list =
      where === 'after'
        ? list.toSpliced(at + 1, 0, { kind: 'text', text: printed })
        : list.with(at, { ...found, text: found.text.replace(words, printed) });
  }
  return list;
}

/** Changes cells of a statement; its truth says what is printed. Throws when the right value is not where the plant says. */
export function plantStatement(plan: StatementPlan, plants: readonly Plant[]): StatementPlan {
  let body = [...plan.table.body];
  for (const plant of plants.filter(({ where }) => where === plan.form)) {
    const at = body.findIndex(({ truth }) => truth?.[0]?.code === plant.row);
    const [row, truth] = [body[at], body[at]?.truth?.[0]];
    const column = (plant.column ?? 0) - 1;
    if (row === undefined || truth?.values[column] !== plant.right)
      throw new Error(
        `expected ${plant.right} in row ${plant.row} of ${plan.form} for ${plant.id}, found no such cell`,
      );
    const cell = row.cells.length - truth.values.length + column;
    body = body.with(at, {
      ...row,
      cells: row.cells.map((old, index) => (index === cell ? { ...old, text: plant.printed } : old)),
      truth: [{ ...truth, values: truth.values.map((old, index) => (index === column ? plant.printed : old)) }],
    });
  }
  return { ...plan, table: { ...plan.table, body } };
}

/** Changes a field of a self-evaluation table, or the deviation of an indicator (`row` is its project, `right` what stood there). */
export function plantProject(project: Project, plants: readonly Plant[]): Project {
  let planted = project;
  for (const { id, where, row, right, printed } of plants) {
    if (where !== 'evaluation' || row !== project.name) continue;
    const before = JSON.stringify(planted);
    if (before.split(JSON.stringify(right)).length !== 2)
      throw new Error(`expected "${right}" as one whole text of "${project.name}" for ${id}`);
    planted = JSON.parse(before.replace(JSON.stringify(right), JSON.stringify(printed))) as Project;
  }
  return planted;
}

/** Where each plant came to stand: the first page, from the given one on, that shows it. Throws when none does. */
export function located(plants: readonly Plant[], pages: readonly string[], firstPage: number): PlantedEntry[] {
  return plants.map(({ id, check, what, right, printed, shown = printed }) => {
    const index = pages.findIndex((text, page) => page + 1 >= firstPage && text.includes(shown));
    if (index < 0) throw new Error(`expected "${shown}" of ${id} on a page, found it on none`);
    return { id, check, page: index + 1, printed: shown, right, what };
  });
}

/** The text of a register of planted contradictions. */
export function plantedText(planted: readonly PlantedEntry[]): string {
  return `${JSON.stringify(planted, null, 1)}\n`;
}
