import { drawCentred, drawProse, type Paragraph } from '../prose.js';
import { head } from '../rows.js';
import type { Sheets } from '../sheets.js';
import { drawStatement, type StatementPlan } from '../statement.js';
import { drawTable } from '../table.js';
import type { TruthStatement } from '../truth.js';
import { heading, text } from './sentences.js';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A chapter of a report: its title, its lines in the contents list, and what draws it from a new page on. */
export interface Chapter {
  readonly title: string;
  readonly entries: readonly string[];
  readonly draw: (paper: Sheets, pages: Map<string, number>) => TruthStatement[];
}

/**
 * Draws a report: cover, contents list, chapters. The list names the pages that `pages` knows; they are known after the report was drawn once.
 */
export function drawReport(
  paper: Sheets,
  body: string,
  title: string,
  chapters: readonly Chapter[],
  pages: Map<string, number>,
): TruthStatement[] {
  paper.addPage('portrait');
  drawCentred(paper, body, 280, 26);
  drawCentred(paper, title, 330, 26);
  paper.foot = (page) => `— ${page} —`;
  paper.addPage('portrait');
  const entries = chapters.flatMap((chapter) => [
    leader(paper, chapter.title, pages),
    ...chapter.entries.map((entry) => leader(paper, entry, pages, '　')),
  ]);
  drawProse(paper, [{ kind: 'part', text: '目　录' }, ...entries], 64, 'portrait');
  return chapters.flatMap((chapter) => chapter.draw(paper, pages));
}

/** A line of the contents list: the title, dots to the margin, the page. */
function leader(paper: Sheets, title: string, pages: ReadonlyMap<string, number>, indent = ''): Paragraph {
  const page = String(pages.get(title) ?? 0);
  const [words, room] = [`${indent}${title}`, paper.width - 2 * 72 - 6];
  const dots = Math.floor((room - paper.measure(words + page, 11)) / paper.measure('.', 11));
  return { kind: 'entry', text: `${words}${'.'.repeat(dots)}${page}` };
}

/** A page with nothing but the title of a chapter. */
export function chapterPage(paper: Sheets, title: string, pages: Map<string, number>): void {
  paper.addPage('portrait');
  pages.set(title, paper.pageNumber);
  drawCentred(paper, title, 380, 20);
}

/** A body as its reports present it. */
export interface Portrait {
  readonly duties: readonly string[];
  readonly units: readonly { readonly name: string; readonly nature: string }[];
}

/** Part one: duties, and the table of units. */
export function overview(body: string, year: number, portrait: Portrait): Chapter {
  const title = '第一部分 部门概况';
  const entries = ['一、主要职责', '二、机构设置'];
  return {
    title,
    entries,
    draw: (paper, pages) => {
      paper.addPage('portrait');
      for (const entry of [title, ...entries]) pages.set(entry, paper.pageNumber);
      const y = drawProse(
        paper,
        [
          { kind: 'part', text: title },
          heading('一、主要职责'),
          ...portrait.duties.map(text),
          heading('二、机构设置'),
          text(`纳入${body}${year}年部门编报范围的单位共${portrait.units.length}个，具体如下：`),
        ],
        64,
        'portrait',
      );
      const { truth } = drawTable(
        paper,
        {
          widths: [48, 230, 160],
          header: [{ cells: ['序号', '单位名称', '单位性质'].map((name) => head(name)) }],
          body: portrait.units.map(({ name, nature }, index) => ({
            cells: [head(String(index + 1)), { text: name }, { text: nature }],
            truth: [{ side: null, code: null, label: name, values: [String(index + 1), nature] }],
          })),
          rules: 'stroke',
          repeatHeader: false,
          rowHeight: 22,
          orientation: 'portrait',
        },
        y + 10,
      );
      return [
        {
          form: 'X:单位构成',
          title: '单位构成',
          unit: null,
          pages: [paper.pageNumber],
          columns: ['序号', '单位性质'],
          rows: truth,
          blank_rows: 0,
          notes: [],
        },
      ];
    },
  };
}

/** The statements, each in the contents list, also those that are left out. */
export function statementChapter(title: string, plans: readonly StatementPlan[], omitted: readonly unknown[]): Chapter {
  const entry = (plan: StatementPlan, index: number): string => `${NUMERALS[index]}、${plan.title}`;
  return {
    title,
    entries: plans.map(entry),
    draw: (paper, pages) => {
      chapterPage(paper, title, pages);
      return plans.flatMap((plan, index) => {
        pages.set(entry(plan, index), paper.pageNumber + 1);
        return omitted.includes(plan.form) ? [] : [drawStatement(paper, plan)];
      });
    },
  };
}

/** Prose under its own title; `printed` is the title over it, which may be another than in the contents list. */
export function proseChapter(title: string, printed: string, prose: readonly Paragraph[]): Chapter {
  const entries = prose
    .filter(({ kind, text }) => kind === 'heading' && !text.startsWith('（'))
    .map(({ text }) => text);
  return {
    title,
    entries,
    draw: (paper, pages) => {
      paper.addPage('portrait');
      pages.set(title, paper.pageNumber);
      drawSections(paper, [{ kind: 'part', text: printed }, ...prose], pages);
      return [];
    },
  };
}

/** Prose, section by section, so that the page of each heading is known. */
function drawSections(paper: Sheets, prose: readonly Paragraph[], pages: Map<string, number>): void {
  let y = 64;
  for (const paragraph of prose) {
    y = drawProse(paper, [paragraph], y, 'portrait');
    pages.set(paragraph.text, paper.pageNumber);
  }
}
