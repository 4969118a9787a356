import { z } from 'zod';
import type { CodeScheme } from '../report.js';
import { readSeedTable } from '../seeds.js';
import { withoutOrdinal } from '../text/full-width.js';
import { type CodeLevel, codeLevel } from './code.js';
import { codeTable, tableYear } from './code-table.js';

/** How well a catalogue row is supported: two or more documents, one, or general knowledge only. */
export type Evidence = 'documented' | 'one-source' | 'recalled';

/** One name of one code. A code that was renamed has several entries. */
export interface CatalogueEntry {
  readonly scheme: CodeScheme;
  readonly code: string;
  readonly name: string;
  readonly level: CodeLevel;
  /** Fiscal years of validity, mostly recalled: hints. `null` where the catalogue is silent. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
  /** Years of the first and last document that prints this name. */
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  readonly evidence: Evidence;
}

/** A printed variant that the catalogue itself does not have, from seeds/codes/fixes.tsv. */
export interface CodeFix {
  readonly scheme: CodeScheme;
  readonly printedCode: string;
  readonly printedName: string;
  readonly code: string;
}

const year = z
  .string()
  .regex(/^(\d{4})?$/, 'a year or nothing')
  .transform((text) => (text === '' ? null : Number(text)));
const code = z.string().regex(/^[1235]\d{2}(\d{2}){0,3}$/, 'a code of 3, 5, 7 or 9 digits');
const schemeName = z.enum(['functional', 'department-economic', 'government-economic', 'revenue']);

const fixRow = z
  .object({ scheme: schemeName, printed_code: z.string().min(1), printed_name: z.string(), code })
  .transform(
    (row): CodeFix => ({
      scheme: row.scheme,
      printedCode: row.printed_code,
      printedName: row.printed_name,
      code: row.code,
    }),
  );

const CHANGE_TABLES = {
  functional: 'functional',
  economic_department: 'department-economic',
  economic_government: 'government-economic',
  revenue: 'revenue',
} as const;

const changeRow = z.object({
  table: z.enum(['functional', 'economic_department', 'economic_government', 'revenue']),
  code,
  old_name: z.string().min(1),
  old_valid_to: year,
  new_name: z.string().min(1),
  new_valid_from: year,
});

/** The classes as summary tables list them; the ordinal differs between variants and is not read. */
const classOrderRow = z.object({ code, printed_name: z.string().min(1) });

const loaded = new Map<CodeScheme, readonly CatalogueEntry[]>();
const indexes = new Map<CodeScheme, ReadonlyMap<string, readonly CatalogueEntry[]>>();

/** All entries of a scheme: its table, then names that only the list of renames has. */
export function catalogue(scheme: CodeScheme): readonly CatalogueEntry[] {
  const ready = loaded.get(scheme);
  if (ready !== undefined) return ready;
  const entries: CatalogueEntry[] = codeTable(scheme).map((row) => ({
    ...entry(scheme, row.code, row.name, tableYear(row.valid_from), tableYear(row.valid_to)),
    firstSeen: tableYear(row.first_seen),
    lastSeen: tableYear(row.last_seen),
    evidence: row.evidence,
  }));
  const byCode = indexByCode(entries);
  const add = (more: CatalogueEntry): void => {
    const same = byCode.get(more.code) ?? [];
    if (same.some((known) => nameForm(known.name) === nameForm(more.name))) return;
    entries.push(more);
    byCode.set(more.code, [...same, more]);
  };
  for (const row of readSeedTable('codes/name-changes.tsv', changeRow)) {
    if (CHANGE_TABLES[row.table] !== scheme) continue;
    add(entry(scheme, row.code, row.old_name, null, row.old_valid_to));
    add(entry(scheme, row.code, row.new_name, row.new_valid_from, null));
  }
  if (scheme === 'functional') {
    for (const row of readSeedTable('codes/class-order.tsv', classOrderRow)) {
      add(entry(scheme, row.code, row.printed_name, null, null));
    }
  }
  loaded.set(scheme, entries);
  return entries;
}

/** The entries of one code, in catalogue order; none for a code that the catalogue does not have. */
export function entriesOf(scheme: CodeScheme, code: string): readonly CatalogueEntry[] {
  const index = indexes.get(scheme) ?? indexByCode(catalogue(scheme));
  indexes.set(scheme, index);
  return index.get(code) ?? [];
}

function indexByCode(entries: readonly CatalogueEntry[]): Map<string, CatalogueEntry[]> {
  const index = new Map<string, CatalogueEntry[]>();
  for (const known of entries) {
    const same = index.get(known.code);
    if (same === undefined) index.set(known.code, [known]);
    else same.push(known);
  }
  return index;
}

/** The printed variants that seeds/codes/fixes.tsv documents. */
export function codeFixes(): readonly CodeFix[] {
  return readSeedTable('codes/fixes.tsv', fixRow);
}

/**
 * A name of a code for comparison: without ordinals, the （类）（款）（项） of prose, marks that
 * forms drop at will (、 , · -), and with 其他 for 其它 (Putuo budgets).
 */
export function nameForm(name: string): string {
  return withoutOrdinal(name)
    .replace(/\([类款项]\)|[、,.。·-]/g, '')
    .replaceAll('其它', '其他');
}

/** Whether the name is valid in the fiscal year as far as the catalogue knows; true where it is silent. */
export function validIn(known: CatalogueEntry, fiscalYear: number | null): boolean {
  if (fiscalYear === null) return known.validTo === null;
  return (known.validFrom ?? -Infinity) <= fiscalYear && fiscalYear <= (known.validTo ?? Infinity);
}

function entry(
  scheme: CodeScheme,
  code: string,
  name: string,
  validFrom: number | null,
  validTo: number | null,
): CatalogueEntry {
  const level = codeLevel(scheme, code);
  if (level === null) throw new RangeError(`seeds/codes: expected a code of ${scheme}, found ${code} ${name}`);
  return { scheme, code, name, level, validFrom, validTo, firstSeen: null, lastSeen: null, evidence: 'recalled' };
}
