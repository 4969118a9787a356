import type { Block, Page, TextLine } from '../../extract/document.js';
import { labelForm } from '../text/full-width.js';
import { groupBy } from './group-by.js';
import { headingNumber } from './headings.js';

/** Only what is needed of a page: a text dump has no height (0). */
export type PageSize = Pick<Page, 'number' | 'width' | 'height' | 'turn'>;

/** A line with where it stands on its page. */
interface Standing {
  readonly line: TextLine;
  readonly index: number;
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  /** Among the first or last two lines, and in the upper or lower eighth of a page with a known height. */
  readonly zone: 'head' | 'foot' | null;
}

/** -27-, — 27 —, 第27页, 第27页 共40页, 27/40. */
const MARKED = /^(?:[-—–―·]+\s*(\d{1,3})\s*[-—–―·]+|第\s*(\d{1,3})\s*页.{0,12}|(\d{1,3})\s*\/\s*\d{1,3})$/u;
const LONE = /^\d{1,3}$/u;

/**
 * Running heads and feet, and page numbers. A head is a text that comes, digits aside, at the same end of at least three pages and two
 * fifths of all, and says neither a unit nor a table. A lone number is a page number when it counts with the pages: with at least one
 * other number it differs by as much as their pages do (a text dump may have lost some page breaks, so nearly as much). So 2023, 14
 * employees and the cells of a table stay, and "较上 / 27 / 年度" mends.
 */
export function runningLines(blocks: readonly Block[], pages: readonly PageSize[]): ReadonlySet<TextLine> {
  const standing = placeLines(blocks, pages);
  return new Set([...runningTexts(standing), ...pageNumbers(standing)]);
}

function placeLines(blocks: readonly Block[], pages: readonly PageSize[]): Standing[] {
  const heights = new Map(
    pages.map(({ number, width, height, turn = 0 }) => [number, turn % 2 === 1 ? width : height]),
  );
  const byPage = new Map<number, TextLine[]>();
  for (const block of blocks) {
    if (block.kind !== 'line' || block.text.trim() === '') continue;
    const lines = byPage.get(block.page) ?? [];
    byPage.set(block.page, lines);
    lines.push(block);
  }
  return blocks.flatMap((line, index) => {
    if (line.kind !== 'line' || line.text.trim() === '') return [];
    const onPage = byPage.get(line.page) ?? [];
    const zone = zoneOf(line, onPage, heights.get(line.page) ?? 0);
    return [{ line, index, before: blocks[index - 1], after: blocks[index + 1], zone }];
  });
}

function zoneOf(line: TextLine, onPage: readonly TextLine[], height: number): Standing['zone'] {
  const box = line.upright ?? line.box;
  if (box && height > 0) {
    if (box.bottom < height / 8) return 'head';
    return box.top > (height * 7) / 8 ? 'foot' : null;
  }
  const at = onPage.indexOf(line);
  if (at < 2) return 'head';
  return at >= onPage.length - 2 ? 'foot' : null;
}

function* runningTexts(standing: readonly Standing[]): Generator<TextLine> {
  const pages = new Set(standing.map(({ line }) => line.page)).size;
  const groups = groupBy(
    standing.filter(({ zone, line }) => zone !== null && !saysTable(line.text)),
    ({ zone, line }) => `${zone} ${labelForm(line.text).replace(/\d+/gu, '#')}`,
  );
  for (const group of groups.values()) {
    const on = new Set(group.map(({ line }) => line.page));
    const text = labelForm(group[0]?.line.text ?? '');
    if (on.size < Math.max(3, pages * 0.4) || !/\p{Script=Han}|[A-Za-z]{3}/u.test(text)) continue;
    // A part heading may be printed again on its pages: the first one stays as the heading.
    const heading = headingNumber(text) !== null;
    for (const { line } of heading ? group.slice(1) : group) yield line;
  }
}

/** Lines that belong to tables even when they come again on each page. */
function saysTable(text: string): boolean {
  return /单位\s*[:：]|部门\s*[:：]|表\s*$|^\s*[注说]/u.test(text);
}

function* pageNumbers(standing: readonly Standing[]): Generator<TextLine> {
  const candidates = standing.flatMap((place) => {
    const text = place.line.text.trim();
    const marked = MARKED.exec(text);
    const printed = marked?.[1] ?? marked?.[2] ?? marked?.[3] ?? (LONE.test(text) ? text : null);
    const possible = printed !== null && (place.zone !== null || cutsSentence(place));
    return possible
      ? [{ line: place.line, value: Number(printed), marked: marked !== null && place.zone !== null }]
      : [];
  });
  for (const candidate of candidates) {
    const agree = candidates.some((other) => other !== candidate && countsWithPages(candidate, other));
    if (candidate.marked || agree) yield candidate.line;
  }
}

interface Numbered {
  readonly line: TextLine;
  readonly value: number;
}

function countsWithPages(one: Numbered, other: Numbered): boolean {
  const pages = other.line.page - one.line.page;
  const values = other.value - one.value;
  if (one.line.box && other.line.box) return pages !== 0 && values === pages;
  // Page breaks of a dump are guesses: some are missed, some are found twice.
  if (Math.abs(pages) > 12) return false;
  return Math.sign(pages) === Math.sign(values) && Math.abs(values - pages) <= Math.max(2, Math.abs(pages) / 4);
}

/** The number stands between the two halves of a sentence. */
function cutsSentence({ before, after }: Standing): boolean {
  if (before?.kind !== 'line' || after?.kind !== 'line') return false;
  const left = before.text.trim();
  const right = after.text.trim();
  return (
    left.length >= 12 && /\p{Script=Han}$|[，、]$/u.test(left) && /^[\p{Script=Han}]/u.test(right) && right.length >= 8
  );
}
