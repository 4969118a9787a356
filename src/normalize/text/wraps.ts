/** Ends a paragraph, or a line of a list: 。；： and their ASCII forms, ！ and ？, with a closing quote or bracket. */
const END_OF_PARAGRAPH = /[。；：！？;:!?][”’"'）)」』]?\s*$/;

/** A numbering token: 第一部分, 一、, （一）, 1. (not 1.5), 1、, (1), ①, ㈠. */
const NUMBERING =
  /^\s*(?:第[一二三四五六七八九十百\d]+[部章节条]|[一二三四五六七八九十]+[、．]|[（(][一二三四五六七八九十]+[）)]|\d{1,2}(?:[、．]|\.(?!\d)|[）)])|[（(]\d{1,2}[）)]|[①-⑳㈠-㈩⑴-⒇])/u;

/** What begins a table or its furniture: 公开01表, 单位：, 编制单位：, 注：, 说明：. */
const TABLE_CUE =
  /^\s*(?:[《（(]?\s*(?:财决|预算)?公开\s*\d*\s*表|(?:金额|编制|预算)?(?:单位|部门)\s*[：:]|[注备说]\s*[明注]?\s*[：:])/u;

/** Whether `next` begins a paragraph of its own after the printed line `previous`, and is not its continuation. */
export function beginsParagraph(previous: string, next: string): boolean {
  return END_OF_PARAGRAPH.test(previous) || NUMBERING.test(next) || TABLE_CUE.test(next);
}

/**
 * Printed lines of prose as text: wraps joined, paragraphs separated by '\n', blank lines dropped. A wrap may cut a word
 * (决/算), a unit (万/元) or a number from its unit, so lines join without a blank, except between two Latin words.
 * Lines of page numbers must be gone already: only the page knows them from numbers.
 */
export function joinWraps(lines: readonly string[]): string {
  let text = '';
  let previous = '';
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (text === '') text = trimmed;
    else if (beginsParagraph(previous, trimmed)) text += `\n${trimmed}`;
    else text += (/[A-Za-z]$/.test(previous) && /^[A-Za-z]/.test(trimmed) ? ' ' : '') + trimmed;
    previous = trimmed;
  }
  return text;
}
