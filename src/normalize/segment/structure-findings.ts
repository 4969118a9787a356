import type { Finding, Section } from '../report.js';
import { labelForm } from '../text/full-width.js';
import { isPlaceholder } from './agency-names.js';
import type { ContentsEntry } from './contents.js';
import { isKnownPart } from './titles.js';
import { identityWords } from './words.js';

/**
 * What is odd about a section tree, all notes: `structure/unknown-heading` (a part whose title uses no known word, or no title at all),
 * `structure/part-missing` (the contents list promises a part that the body does not have) and `structure/placeholder` (a heading
 * or the prose still has the blank of the form: 上海市XX局2024年度部门决算表, 组织对XX等项目开展自评).
 */
export function structureFindings(sections: readonly Section[], entries: readonly ContentsEntry[]): Finding[] {
  return [
    ...unknownParts(sections),
    ...missingParts(sections, entries),
    ...placeholders(sections),
    ...proseBlanks(sections),
  ];
}

function* unknownParts(sections: readonly Section[]): Generator<Finding> {
  for (const section of sections) {
    if (section.level !== 1 || section.number === '' || section.number.startsWith('附')) continue;
    if (section.title !== '' && isKnownPart(section.title)) continue;
    yield note(
      'structure/unknown-heading',
      section.title === ''
        ? `第${section.place.page}页的“${section.number}”没有标题。`
        : `第${section.place.page}页的“${section.number} ${section.title}”不是已知的组成部分，其文字原样保留。`,
      section,
    );
  }
}

function* missingParts(sections: readonly Section[], entries: readonly ContentsEntry[]): Generator<Finding> {
  for (const entry of entries) {
    if (entry.level !== 1 || entry.number.startsWith('附')) continue;
    const title = labelForm(entry.title);
    const found = sections.some(
      (section) => section.number === entry.number || (title !== '' && labelForm(section.title).endsWith(title)),
    );
    if (found) continue;
    yield {
      check: 'structure/part-missing',
      severity: 'note',
      message: `第${entry.line.page}页的目录列有“${entry.number} ${entry.title}”，正文没有这一标题。`,
      places: [{ page: entry.line.page, box: entry.line.box }],
      figures: [],
    };
  }
}

function* placeholders(sections: readonly Section[]): Generator<Finding> {
  for (const section of sections) {
    if (section.level > 2 || !isPlaceholder(section.title)) continue;
    const message = `第${section.place.page}页的标题“${section.number}${section.title}”留有未填写的占位符。`;
    yield note('structure/placeholder', message, section);
  }
}

/** One note for all blanks that the prose still has: an empty form has dozens. */
function* proseBlanks(sections: readonly Section[]): Generator<Finding> {
  const blanks = sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => {
      const at = identityWords().proseBlanks.exec(paragraph.text)?.index;
      return at === undefined ? [] : [{ paragraph, quoted: paragraph.text.slice(Math.max(0, at - 12), at + 14) }];
    }),
  );
  const [first] = blanks;
  if (first === undefined) return;
  const page = first.paragraph.places[0]?.page;
  const others = blanks.length > 1 ? `（共 ${blanks.length} 段）` : '';
  yield {
    check: 'structure/placeholder',
    severity: 'note',
    message: `第${page ?? '？'}页的文字“…${first.quoted}…”留有未填写的占位符${others}。`,
    places: blanks.flatMap(({ paragraph }) => paragraph.places),
    figures: [],
    diagnosis: 'template-residue',
  };
}

function note(check: string, message: string, section: Section): Finding {
  return { check, severity: 'note', message, places: [section.place], figures: [] };
}
