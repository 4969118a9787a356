import type { Block, Grid, TextLine } from '../../extract/document.js';
import { joinWraps } from '../text/wraps.js';
import { headingNumber } from './headings.js';
import { type LineExtent, lineExtents } from './line-extents.js';
import { isTitle, unnumberedLevel } from './titles.js';

/** Lines that make one heading or one paragraph, wraps joined. */
export interface TextGroup {
  readonly kind: 'text';
  readonly lines: readonly TextLine[];
  readonly text: string;
}

export type FlowItem = TextGroup | Grid;

/**
 * The lines of a document as headings and paragraphs, grids between them, in reading order. `skipped` lines (contents lists, running
 * heads, page numbers) are taken out first, so that a sentence goes on over a page break.
 *
 * A line begins a new group when it is numbered or indented after the end of a sentence, or when the line before ended early: its
 * first word would still have fitted there. A line that ends in a comma is always continued.
 */
export function textFlow(blocks: readonly Block[], skipped: ReadonlySet<TextLine>): FlowItem[] {
  const kept = blocks.filter((block) => block.kind === 'grid' || !skipped.has(block));
  const extents = lineExtents(kept.filter((block) => block.kind === 'line'));
  const items: FlowItem[] = [];
  let open: TextLine[] = [];
  const close = (): void => {
    if (open.length > 0) items.push({ kind: 'text', lines: open, text: joined(open) });
    open = [];
  };
  for (const block of kept) {
    if (block.kind === 'grid') {
      close();
      items.push(block);
      continue;
    }
    const before = open.at(-1);
    const previous = before && extents.get(before);
    const extent = extents.get(block);
    if (before && previous && extent && beginsGroup({ group: joined(open), before, previous, line: block, extent }))
      close();
    open.push(block);
  }
  close();
  return items;
}

function joined(lines: readonly TextLine[]): string {
  // Where paragraphs begin is decided here, from the page; joinWraps only knows the words.
  return joinWraps(lines.map((line) => line.text)).replaceAll('\n', '');
}

interface Step {
  readonly group: string;
  readonly before: TextLine;
  readonly previous: LineExtent;
  readonly line: TextLine;
  readonly extent: LineExtent;
}

const SENTENCE_END = /[。！？；：!?;:…][”’"'）)」』]*$/u;

function beginsGroup({ group, before, previous, line, extent }: Step): boolean {
  const text = before.text.trim();
  const next = line.text.trim();
  if (next === '') return false;
  const number = headingNumber(next);
  const ended = SENTENCE_END.test(text);
  // Two steps of one size to the right: the first line of a paragraph. Centred lines count too, and titles are told apart below.
  const indented = extent.indent >= 1.2;
  const early = previous.free >= firstWord(next) + (extent.measured ? 1 : 2.5);
  const titled = isHeadingText(group);
  if (number?.level === 1 && isTitle(number.rest || number.number, 1)) return true;
  if (unnumberedLevel(next) !== null && (ended || titled || early || line.page !== before.page)) return true;
  if (number && (ended || early || titled || indented)) return true;
  if (/[，,、（(“]$/u.test(text) || /^[，。；、）)”》：]/u.test(next)) return false;
  if (ended) return early || indented;
  if (titled) return early || (indented && extent.indent < 4);
  return early && group.length < 40 && !/[。；，]/u.test(group);
}

/** Width in ems of the piece at the start of a line that cannot be broken: a number, a Latin word, a character with its stop. */
function firstWord(text: string): number {
  const word = /^(?:[“（(《]*)(?:[A-Za-z0-9.,%％+-]+|.)[，。；：、！？）)》”]*/u.exec(text)?.[0] ?? '';
  return [...word].reduce((width, character) => width + (character <= '~' ? 0.5 : 1), 0);
}

/** Whether a group reads as a heading, complete so far. */
function isHeadingText(text: string): boolean {
  const number = headingNumber(text);
  if (number) return number.rest === '' || isTitle(number.rest, number.level);
  return unnumberedLevel(text) !== null;
}
