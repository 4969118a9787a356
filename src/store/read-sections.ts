import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Paragraph, Section } from '../normalize/report.js';
import { placeSchema, readPlaces, toPlace } from './read-places.js';
import { byOwner, readRows } from './rows.js';

const sectionSchema = placeSchema.extend({
  owner: z.number(),
  section_number: z.number(),
  parent_number: z.number().nullable(),
  level: z.number(),
  heading_number: z.string(),
  title: z.string(),
});

/** The sections of a report in their order, with the prose below each. */
export function readSections(database: Database.Database, reportId: number): readonly Section[] {
  const paragraphs = readParagraphs(database, reportId);
  const rows = readRows(
    database,
    sectionSchema,
    `SELECT id AS owner, section_number, parent_number, level, heading_number, title, page, box_left, box_top, box_right,
       box_bottom
     FROM section WHERE report_id = ? ORDER BY ordinal`,
    reportId,
  );
  return rows.map((row) => ({
    id: row.section_number,
    parent: row.parent_number,
    level: row.level,
    number: row.heading_number,
    title: row.title,
    place: toPlace(row),
    paragraphs: paragraphs.get(row.owner) ?? [],
  }));
}

function readParagraphs(database: Database.Database, reportId: number): ReadonlyMap<number, readonly Paragraph[]> {
  const places = readPlaces(database, 'paragraph', reportId);
  const rows = readRows(
    database,
    z.object({ owner: z.number(), id: z.number(), text: z.string() }),
    `SELECT section_id AS owner, paragraph.id, paragraph.text
     FROM section JOIN paragraph ON paragraph.section_id = section.id
     WHERE section.report_id = ? ORDER BY section_id, paragraph.ordinal`,
    reportId,
  );
  return byOwner(rows, ({ id, text }) => ({ text, places: places.get(id) ?? [] }));
}
