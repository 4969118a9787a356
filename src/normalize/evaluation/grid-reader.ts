import type { Grid, GridCell } from '../../extract/document.js';
import { type GridView, viewOf } from '../statements/grid-view.js';
import type { FundColumn, PrintedText } from './evaluation.js';
import { type Heads, headsIn, headsMovedTo, textOf, under } from './grid-columns.js';
import { indicatorIn } from './grid-indicators.js';
import { totalsIn } from './grid-totals.js';
import { byPage, emptyRaw, type RawEvaluation, yearIn } from './raw.js';
import { titleIn } from './title.js';
import { evaluationWords, type GoalColumn, labelWord, type PrintedColumn, type ProblemColumn } from './words.js';

/** The block that the rows being read belong to, with its columns. */
type Mode =
  | { readonly block: 'none' }
  | { readonly block: 'funds'; readonly heads: Heads<FundColumn> }
  | { readonly block: 'goals'; readonly heads: Heads<GoalColumn> }
  | { readonly block: 'indicators'; readonly heads: Heads<PrintedColumn> }
  | { readonly block: 'problems'; readonly heads: Heads<ProblemColumn> };

/** Reads self-evaluation tables out of grids, row by row; a table may go on in the next grid. */
export class GridReader {
  readonly done: RawEvaluation[] = [];
  #open: RawEvaluation | null = null;
  #mode: Mode = { block: 'none' };
  #grid: Grid | null = null;

  /** Ends the table that is open: a title or a heading follows. */
  close(): void {
    if (this.#open !== null) this.done.push(this.#open);
    this.#open = null;
    this.#mode = { block: 'none' };
    this.#grid = null;
  }

  /** The last page of the table that is open; `null` where none is. */
  get openPage(): number | null {
    return this.#open === null ? null : (this.#grid?.pages.at(-1) ?? null);
  }

  /** Reads a grid as the beginning or the continuation of a table. `above`: title, year and unit line. */
  read(
    grid: Grid,
    statement: number | null,
    above: { title: string; year: number | null; unitTexts: readonly string[] },
  ): void {
    const view = viewOf(grid);
    if (this.#grid !== null) this.#mode = moved(this.#mode, this.#grid, grid);
    this.#grid = grid;
    let title = above.title;
    let year = above.year;
    for (let row = 0; row < grid.rows; row++) {
      const cells = view.startingIn(row).filter(({ text }) => text.trim() !== '');
      const [first] = cells;
      if (first === undefined) continue;
      const named = cells.length === 1 ? titleIn(first.text) : null;
      if (named !== null) {
        this.close();
        this.#grid = grid;
        [title, year] = [named, yearIn(first.text)];
        continue;
      }
      if (cells.length === 1 && /^[(（]?\s*20\d{2}\s*年度?\s*[)）]?$/u.test(first.text.trim())) {
        year = yearIn(first.text);
        continue;
      }
      const before = this.#open;
      if (this.#readRow(view, row, cells, { title, year }) && this.#open !== null) {
        if (this.#open !== before) this.#open.unitTexts.push(...above.unitTexts);
        if (statement !== null) this.#open.statements.add(statement);
        const row = cells.flatMap((cell) => cell.places);
        this.#open.places.splice(0, Number.POSITIVE_INFINITY, ...byPage([...this.#open.places, ...row]));
      }
    }
  }

  /** Whether the row says something that belongs to a self-evaluation table. */
  #readRow(
    view: GridView,
    row: number,
    cells: readonly GridCell[],
    named: { title: string; year: number | null },
  ): boolean {
    const opened = (): RawEvaluation => {
      this.#open ??= emptyRaw(named.title, named.year);
      return this.#open;
    };
    const mode = blockBegins(cells);
    if (mode !== null) {
      this.#mode = mode;
      const open = opened();
      if (mode.block !== 'funds') return true;
      for (const [column, { cell }] of mode.heads) open.fundHeads[column] = cell.text;
      const first = Math.min(...[...mode.heads.values()].map(({ from }) => from));
      for (let column = 0; column < first; column++) open.unitTexts.push(view.at(row, column).text);
      return true;
    }
    if (this.#open !== null && this.#readTotals(view, row, this.#open)) return true;
    if (this.#mode.block === 'indicators' && this.#open !== null) {
      if (indicatorIn(view, row, this.#mode.heads, this.#open)) return true;
    }
    if (this.#mode.block === 'problems' && this.#open !== null) return this.#readProblem(view, row, this.#open);
    if (this.#readFields(view, row, opened, named)) return true;
    if (this.#open === null) return false;
    if (this.#mode.block === 'funds') return readFund(view, row, this.#mode.heads, this.#open);
    if (this.#mode.block === 'goals') return readGoal(view, row, this.#mode.heads, this.#open);
    return false;
  }

  #readTotals(view: GridView, row: number, open: RawEvaluation): boolean {
    // 合计 among the funds is their total; 合计 after the indicators is the total of the marks.
    if (this.#mode.block !== 'indicators') return false;
    const totals = totalsIn(view, row, this.#mode.heads);
    if (totals === null) return false;
    if (totals === 'undecided')
      open.unread.push({
        what: '总分一行的数字不能确定是分值还是得分',
        places: view.startingIn(row).flatMap((cell) => cell.places),
      });
    else open.totals ??= totals;
    return true;
  }

  /** Labels with their values: 项目名称 … 主管部门 … 实施单位 …, several in a row. */
  #readFields(
    view: GridView,
    row: number,
    opened: () => RawEvaluation,
    named: { title: string; year: number | null },
  ): boolean {
    const { fields } = evaluationWords();
    const cells = view.startingIn(row);
    let any = false;
    for (const [at, cell] of cells.entries()) {
      const field = fields.get(labelWord(cell.text));
      if (field === undefined) continue;
      const next = cells[at + 1];
      const value = next !== undefined && !fields.has(labelWord(next.text)) ? next : null;
      if (field === 'project' && this.#open?.fields.project !== undefined) {
        this.close();
        this.#grid = view.grid;
      }
      if (this.#open === null && field !== 'project' && named.title === '') continue;
      const open = opened();
      open.fields[field] ??= value === null ? { text: '', places: cell.places } : textOf(value);
      this.#mode = { block: 'none' };
      any = true;
    }
    return any;
  }

  #readProblem(view: GridView, row: number, open: RawEvaluation): boolean {
    if (this.#mode.block !== 'problems') return false;
    const { heads } = this.#mode;
    const at = (key: ProblemColumn): PrintedText => {
      const cell = under(view, row, heads.get(key));
      return cell === null ? { text: '', places: [] } : textOf(cell);
    };
    // One cell over both columns is a remark below the table (填表人, 联系电话).
    if (under(view, row, heads.get('problem')) === under(view, row, heads.get('suggestion'))) return false;
    const [kind, problem, suggestion] = [at('kind'), at('problem'), at('suggestion')];
    if (problem.text === '' && suggestion.text === '' && kind.text === '') return false;
    open.problems.push({
      kind: kind.text,
      problem: problem.text,
      suggestion: suggestion.text,
      places: byPage([kind, problem, suggestion].flatMap(({ places }) => places)),
    });
    return true;
  }
}

/** The block that the header words of a row begin; `null` for every other row. */
function blockBegins(cells: readonly GridCell[]): Mode | null {
  const words = evaluationWords();
  const indicators = headsIn(cells, words.indicatorColumns);
  if (indicators.has('level1') && (indicators.has('level2') || indicators.has('level3')))
    return { block: 'indicators', heads: indicators };
  const funds = headsIn(cells, words.fundColumns);
  if (funds.has('executed') && (funds.has('approved') || funds.has('adjusted')))
    return { block: 'funds', heads: funds };
  const goals = headsIn(cells, words.goalColumns);
  if (goals.has('expected') && goals.has('achieved')) return { block: 'goals', heads: goals };
  const problems = headsIn(cells, words.problemColumns);
  if (problems.has('problem') && problems.has('suggestion')) return { block: 'problems', heads: problems };
  return null;
}

function moved(mode: Mode, before: Grid, grid: Grid): Mode {
  if (mode.block === 'none') return mode;
  // The union of blocks does not let the keys pass through one call.
  switch (mode.block) {
    case 'funds':
      return { block: mode.block, heads: headsMovedTo(mode.heads, before, grid) };
    case 'goals':
      return { block: mode.block, heads: headsMovedTo(mode.heads, before, grid) };
    case 'indicators':
      return { block: mode.block, heads: headsMovedTo(mode.heads, before, grid) };
    case 'problems':
      return { block: mode.block, heads: headsMovedTo(mode.heads, before, grid) };
  }
}

function readFund(view: GridView, row: number, heads: Heads<FundColumn>, open: RawEvaluation): boolean {
  const first = Math.min(...[...heads.values()].map(({ from }) => from));
  const labels = view.startingIn(row).filter((cell) => cell.column < first && cell.text.trim() !== '');
  const values: Partial<Record<FundColumn, PrintedText>> = {};
  const seen = new Set<GridCell>();
  for (const [column, head] of heads) {
    const cell = under(view, row, head);
    // A cell over several columns is a sentence, not a value; one that began above (原因) is not of this row.
    if (cell === null || cell.row !== row || seen.has(cell)) continue;
    seen.add(cell);
    values[column] = textOf(cell);
  }
  const spread = Object.keys(values).length >= 3;
  if (!spread || (labels.length === 0 && Object.values(values).every(({ text }) => text === ''))) return false;
  const label = {
    text: labels.map(({ text }) => text.trim()).join(''),
    places: labels.flatMap(({ places }) => places),
  };
  open.funds.push({ label, cells: values });
  return true;
}

function readGoal(view: GridView, row: number, heads: Heads<GoalColumn>, open: RawEvaluation): boolean {
  const [expected, achieved] = [under(view, row, heads.get('expected')), under(view, row, heads.get('achieved'))];
  if (expected === null || achieved === null || expected === achieved) return false;
  if (expected.row !== row || (expected.text.trim() === '' && achieved.text.trim() === '')) return false;
  open.goals.push({ expected: textOf(expected), achieved: textOf(achieved) });
  return true;
}
