import type Database from 'better-sqlite3';
import type { Section } from '../normalize/report.js';
import { UnstorableReportError } from './store-error.js';
import { boxValues, type PlaceOwner, type ReportOwner, type WritePlaces } from './write-places.js';

/** Prepares the writing of the section tree. Runs inside the transaction of the report. */
export function sectionWriter(
  database: Database.Database,
  places: Readonly<Record<PlaceOwner, WritePlaces>>,
): (report: ReportOwner, sections: readonly Section[]) => void {
  const insertSection = database.prepare(
    `INSERT INTO section (report_id, ordinal, section_number, parent_number, level, heading_number, title, path, text,
       page, box_left, box_top, box_right, box_bottom)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertParagraph = database.prepare('INSERT INTO paragraph (section_id, ordinal, text) VALUES (?, ?, ?)');

  return (report, sections) => {
    const byNumber = new Map(sections.map((section) => [section.id, section]));
    for (const [ordinal, section] of sections.entries()) {
      const { lastInsertRowid } = insertSection.run(
        report.id,
        ordinal,
        section.id,
        section.parent,
        section.level,
        section.number,
        section.title,
        sectionPath(report, section, byNumber),
        section.paragraphs.map(({ text }) => text).join('\n'),
        section.place.page,
        ...boxValues(section.place.box),
      );
      for (const [at, paragraph] of section.paragraphs.entries()) {
        const row = insertParagraph.run(lastInsertRowid, at, paragraph.text);
        places.paragraph(report, Number(row.lastInsertRowid), paragraph.places);
      }
    }
  };
}

/** Headings from the root to this section, with their numbers, joined by ' / '. */
function sectionPath(report: ReportOwner, section: Section, byNumber: ReadonlyMap<number, Section>): string {
  const titles: string[] = [];
  const seen = new Set<number>();
  for (let at: Section | undefined = section; at; ) {
    if (seen.has(at.id)) {
      throw new UnstorableReportError(report.file, `section ${section.id}`, 'a tree of headings', `a loop at ${at.id}`);
    }
    seen.add(at.id);
    titles.unshift(heading(at));
    if (at.parent === null) break;
    const parent = byNumber.get(at.parent);
    if (!parent) {
      throw new UnstorableReportError(report.file, `section ${at.id}`, `its parent ${at.parent}`, 'no such section');
    }
    at = parent;
  }
  return titles.join(' / ');
}

/** Number and title as a reader says them: "第三部分 情况说明", "一、部门概况". */
function heading({ number, title }: Section): string {
  if (title.startsWith(number)) return title;
  return /[、.．)）]$/.test(number) ? `${number}${title}` : `${number} ${title}`;
}
