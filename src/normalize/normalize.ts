import type { Block, SourceDocument } from '../extract/document.js';
import { missingStatements } from './completeness.js';
import { readEvaluations } from './evaluation/read-evaluations.js';
import { proseOf } from './narrative/prose.js';
import { readNarrative } from './narrative/read-narrative.js';
import type { Finding, PageRecord, Report, Statement } from './report.js';
import { withReadConfidence } from './scan/read-confidence.js';
import { withSnappedWords } from './scan/snap-document.js';
import { contentsEntries, contentsLines } from './segment/contents.js';
import { identify } from './segment/cover.js';
import { runningLines } from './segment/running-heads.js';
import { sectionsOf } from './segment/sections.js';
import { type LocatedTable, locateTables } from './segment/tables.js';
import { lookOf } from './statements/cell-form.js';
import { joinRepeated } from './statements/continued.js';
import { readStatement } from './statements/statement.js';
import { foldRadicals } from './text/full-width.js';

/** What the printed document means: identity, sections, statements with figures. Pure: the paper stays as it is. */
export function normalize(source: SourceDocument): Report {
  const document = withSnappedWords({ ...source, blocks: source.blocks.map(withIdeographs) });
  const contents = contentsLines(document.blocks);
  const running = runningLines(document.blocks, document.pages);
  const identity = identify({ blocks: document.blocks, contents, file: document.file });
  const { sections, findings: sectionFindings, linesOf } = sectionsOf(document.blocks, { contents, running });
  const tables = joinRepeated(locateTables(document.blocks, contents, running));
  const units = tables.flatMap((table) => (table.unit ? [table.unit] : []));
  // One unit in all tables stands also for a table without a unit line; where they differ, none is assumed.
  const first = units[0];
  const defaultUnit = first && units.every((unit) => unit.fenPerUnit === first.fenPerUnit) ? first : null;
  const context = { reportKind: identity.kind, fiscalYear: identity.fiscalYear, defaultUnit };
  const statements: Statement[] = [];
  const findings: Finding[] = [];
  for (const [index, table] of tables.entries()) {
    findings.push(...looseParts(tables[index - 1], table));
    const read = readStatement(table, index, context);
    statements.push(read.statement);
    findings.push(...read.findings);
  }
  const narrative = readNarrative(proseOf(sections, linesOf, document.pages), {
    reportKind: identity.kind,
    fiscalYear: identity.fiscalYear,
    statements,
    sections,
  });
  const { evaluations, findings: evaluationFindings } = readEvaluations(document.blocks, statements);
  return {
    source: {
      file: document.file,
      sha256: document.sha256,
      format: document.format,
      pages: document.pages.map(pageRecord),
    },
    kind: identity.kind,
    scope: identity.scope,
    fiscalYear: identity.fiscalYear,
    agency: identity.agency,
    region: identity.region,
    sections,
    statements,
    ...withReadConfidence({ claims: narrative.claims, facts: narrative.facts, evaluations }, document.pages),
    findings: [
      ...pageFindings(document),
      ...identity.findings,
      ...sectionFindings,
      ...findings,
      ...narrative.findings,
      ...evaluationFindings,
      ...missingStatements(statements, contentsEntries(contents), identity.kind, doubtOf(document)),
    ],
  };
}

/** Why a statement that was not found may be there after all. */
function doubtOf({ pages }: SourceDocument): 'unread' | 'ocr' | null {
  if (pages.some((page) => page.condition === 'needs-ocr')) return 'unread';
  return pages.some((page) => page.ocr !== undefined) ? 'ocr' : null;
}

/** A table without any title right after a statement is likely the rest of it: then its figures are missing there, and that is told. */
function looseParts(before: LocatedTable | undefined, table: LocatedTable): Finding[] {
  const page = table.grid.pages[0] ?? 1;
  const follows = before?.template != null && page - (before.grid.pages.at(-1) ?? 0) === 1;
  const amounts = table.grid.cells.some((cell) => lookOf(cell.text) === 'amount');
  if (!follows || table.template !== null || table.title !== '' || !amounts) return [];
  return [
    {
      check: 'structure/part-loose',
      severity: 'warning',
      message: `第${page}页的表没有标题，可能是“${before.title}”的续表，但栏目位置不同，未能并入；其数字按原样保留在单独的表中。`,
      places: [{ page, box: null }],
      figures: [],
    },
  ];
}

/** The same characters under their usual code points: everything after this can be searched and compared. */
function withIdeographs(block: Block): Block {
  if (block.kind === 'line') return { ...block, text: foldRadicals(block.text) };
  return { ...block, cells: block.cells.map((cell) => ({ ...cell, text: foldRadicals(cell.text) })) };
}

function pageRecord({ number, width, height, condition, reason, ocr }: PageRecord): PageRecord {
  return { number, width, height, condition, reason, ...(ocr === undefined ? {} : { ocr }) };
}

/**
 * Pages that could not be read are told about: nothing on them counts as zero, or as absent. One finding for pages in a row,
 * since a scanned report would drown every other finding.
 */
function pageFindings(document: SourceDocument): Finding[] {
  const unread = pagesInRow(document, 'needs-ocr').map(
    (pages): Finding => ({
      check: 'structure/page-unread',
      severity: 'warning',
      message: `${numbersOf(pages)}未读取，需要文字识别（OCR）：文字层缺失或不可用。第${pages[0]?.number}页：${pages[0]?.reason ?? ''}。`,
      places: pages.map(placeOf),
      figures: [],
    }),
  );
  // A reader of PDFs paints nothing of a content that is damaged, and says nothing. A dump has blank pages by its form feeds.
  const blank = document.format !== 'pdf' ? [] : pagesInRow(document, 'blank');
  // A page that was read from its picture has a reason too: why its text layer was not taken.
  const partly = document.pages.filter(
    ({ condition, reason, ocr }) => condition === 'read' && reason !== null && ocr === undefined,
  );
  return [
    ...unread,
    ...partly.map(
      (page): Finding => ({
        check: 'structure/text-lost',
        severity: 'warning',
        message: `第${page.number}页有文字未能读取：所用字体在文件中缺失或已损坏（${page.reason}）。`,
        places: [placeOf(page)],
        figures: [],
      }),
    ),
    ...document.pages.flatMap(picturesFinding),
    ...blank.map(
      (pages): Finding => ({
        check: 'structure/page-blank',
        severity: 'note',
        message: `${numbersOf(pages)}上没有任何内容。如果公布的文件中该页不是空白页，则文件已损坏，该页内容未能读取。`,
        places: pages.map(placeOf),
        figures: [],
      }),
    ),
  ];
}

type DocumentPage = SourceDocument['pages'][number];

/** What stands in a picture is not in the text layer: a table that was pasted as a picture would be missing without a word. */
function picturesFinding({ number, condition, unreadPictures: pictures = [] }: DocumentPage): Finding[] {
  // Of a page that is not read at all another finding tells.
  if (condition !== 'read' || pictures.length === 0) return [];
  return [
    {
      check: 'structure/picture-unread',
      severity: 'note',
      message: `第${number}页有${pictures.length}幅较大的图片，未读取：其中如有表格或文字，未收录。可用 --ocr always 读取整页。`,
      places: pictures.map((box) => ({ page: number, box })),
      figures: [],
    },
  ];
}

function pagesInRow(
  document: SourceDocument,
  condition: DocumentPage['condition'],
): readonly (readonly DocumentPage[])[] {
  const runs: DocumentPage[][] = [];
  for (const page of document.pages) {
    if (page.condition !== condition) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.number === page.number - 1) run.push(page);
    else runs.push([page]);
  }
  return runs;
}

function numbersOf(pages: readonly DocumentPage[]): string {
  const [first, last] = [pages[0]?.number, pages.at(-1)?.number];
  return `第${first === last ? first : `${first}–${last}`}页`;
}

function placeOf({ number, width, height }: DocumentPage): Finding['places'][number] {
  return { page: number, box: { left: 0, top: 0, right: width, bottom: height } };
}
