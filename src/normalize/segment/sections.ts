import type { Block, TextLine } from '../../extract/document.js';
import { boxAround, type Place } from '../../extract/place.js';
import type { Finding, Paragraph, Section } from '../report.js';
import { labelForm } from '../text/full-width.js';
import { contentsEntries } from './contents.js';
import { coverLines } from './cover-lines.js';
import { promisedTitles, type Reading, readGroup } from './section-headings.js';
import { type HeadingNode, type Node, withoutListItems } from './section-tree.js';
import { structureFindings } from './structure-findings.js';
import { isTableFurniture } from './table-furniture.js';
import { textFlow } from './text-flow.js';

/** Lines that are not text of the report. */
export interface LinesAside {
  /** Lines of the contents list, from `contentsLines`. */
  readonly contents: ReadonlySet<TextLine>;
  /** Running heads and page numbers, from `runningLines`. */
  readonly running: ReadonlySet<TextLine>;
}

/**
 * The tree of headings with the prose below each, in reading order (`parent` is an id; ids count from 0), and what is odd about it.
 *
 * The level follows from the form of the number; where a level is missing (重庆, 贵州, 浙江 have no 第X部分) the parent is the nearest
 * higher heading, or none. Known titles without a number open sections of the first level, titles of tables of the second. A numbered
 * text that is no title (see `isTitle`) or has nothing below it (see `withoutListItems`) is a paragraph of the section it stands in.
 * The cover is left out, and so are unit lines and labels of tables, which belong to the statements. Other text before the first heading gets a section without number and title, so that none is lost.
 */
export function sectionsOf(
  blocks: readonly Block[],
  aside: LinesAside,
): {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  /** The printed lines of each paragraph, for the places of what it says. */
  readonly linesOf: ReadonlyMap<Paragraph, readonly TextLine[]>;
} {
  const skipped = new Set([...aside.contents, ...aside.running, ...coverLines(blocks, aside.contents)]);
  const entries = contentsEntries(aside.contents);
  const items = textFlow(blocks, skipped);
  const promised = promisedTitles(entries);
  const growing = new GrowingTree();
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === 'grid') {
      growing.table();
      at++;
      continue;
    }
    if (isTableFurniture(item.text)) {
      at++;
      continue;
    }
    const reading = readGroup(items, at, promised);
    if (reading.as === 'heading') growing.heading(reading);
    else growing.paragraph(item.text, item.lines, reading);
    at += reading.as === 'heading' ? reading.used : 1;
  }
  const linesOf = new Map<Paragraph, readonly TextLine[]>();
  const sections = numberSections(underHeadings(withoutListItems(growing.nodes)), linesOf);
  return { sections, findings: structureFindings(sections, entries), linesOf };
}

/** The open headings, innermost last. */
class GrowingTree {
  readonly nodes: Node[] = [];
  readonly #open: HeadingNode[] = [];

  heading(reading: Extract<Reading, { as: 'heading' }>): void {
    const last = this.#open.at(-1);
    const same = last && labelForm(last.title) === labelForm(reading.title) && last.children.length === 0;
    // 一、收入支出决算总表 is followed by the title of the table itself: one heading, printed twice.
    if (reading.table && same) return;
    this.#closeFor(reading);
    const node: HeadingNode = {
      kind: 'heading',
      level: reading.level,
      number: reading.number,
      ordinal: reading.ordinal,
      title: reading.title,
      text: `${reading.number}${reading.title}`,
      lines: reading.lines,
      children: [],
      holdsTable: false,
    };
    this.#children().push(node);
    this.#open.push(node);
    if (reading.text !== '') node.children.push({ kind: 'paragraph', text: reading.text, lines: reading.lines });
  }

  paragraph(text: string, lines: readonly TextLine[], reading: Extract<Reading, { as: 'paragraph' }>): void {
    if (/[。：:；]/u.test(text)) this.#continueCount(reading);
    this.#children().push({ kind: 'paragraph', text, lines });
  }

  table(): void {
    for (const heading of this.#open) heading.holdsTable = true;
  }

  #children(): Node[] {
    return this.#open.at(-1)?.children ?? this.nodes;
  }

  #closeFor({ level, table }: { level: number; table: boolean }): void {
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    const part = this.#open.at(-1);
    // The tables of 上海 budgets follow 预算编制说明 without a heading of their own: they are no part of it.
    if (table && part && part.number === '' && !/表|附件|附录/u.test(part.title)) this.#open.length = 0;
  }

  /** A numbered paragraph that counts on from an open heading (二、… after the heading 一、…) stands beside it, not below. */
  #continueCount({ level, ordinal }: { level: number | null; ordinal: number | null }): void {
    if (level === null || ordinal === null) return;
    const beside = this.#open.findIndex((heading) => heading.level === level && heading.ordinal === ordinal - 1);
    if (beside > 0) this.#open.length = beside;
  }
}

/** Paragraphs that stand under no heading go under one without number and title, so that none is lost. */
function underHeadings(nodes: readonly Node[]): HeadingNode[] {
  const headings: HeadingNode[] = [];
  let untitled: HeadingNode | null = null;
  for (const node of nodes) {
    if (node.kind === 'heading') {
      headings.push(node);
      untitled = null;
      continue;
    }
    if (untitled === null) {
      const lines = node.lines.slice(0, 1);
      untitled = {
        kind: 'heading',
        level: 1,
        number: '',
        ordinal: null,
        title: '',
        text: '',
        lines,
        children: [],
        holdsTable: false,
      };
      headings.push(untitled);
    }
    untitled.children.push(node);
  }
  return headings;
}

function numberSections(headings: readonly HeadingNode[], linesOf: Map<Paragraph, readonly TextLine[]>): Section[] {
  const sections: Section[] = [];
  const visit = (heading: HeadingNode, parent: number | null): void => {
    const id = sections.length;
    const paragraphs = heading.children.flatMap((node) => {
      if (node.kind !== 'paragraph') return [];
      const paragraph = paragraphOf(node);
      linesOf.set(paragraph, node.lines);
      return [paragraph];
    });
    const place = placesOf(heading.lines)[0] ?? { page: 1, box: null };
    sections.push({
      id,
      parent,
      level: heading.level,
      number: heading.number,
      title: heading.title,
      place,
      paragraphs,
    });
    for (const node of heading.children) if (node.kind === 'heading') visit(node, id);
  };
  for (const heading of headings) visit(heading, null);
  return sections;
}

function paragraphOf(node: { readonly text: string; readonly lines: readonly TextLine[] }): Paragraph {
  return { text: node.text, places: placesOf(node.lines) };
}

/** One place for each page that the lines stand on. */
function placesOf(lines: readonly TextLine[]): Place[] {
  const pages = [...new Set(lines.map((line) => line.page))];
  return pages.map((page) => {
    const onPage = lines.filter((line) => line.page === page);
    const boxes = onPage.flatMap((line) => (line.box ? [line.box] : []));
    return { page, box: boxes.length === onPage.length ? boxAround(boxes) : null };
  });
}
