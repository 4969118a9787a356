import type { ClassificationCode, CodeScheme } from '../report.js';
import { type CatalogueEntry, catalogue, codeFixes, entriesOf, nameForm, validIn } from './catalogue.js';
import { type BuiltCode, buildCode, codeLevel } from './code.js';

/** What a row prints about its classification, and what its statement says. */
export interface CodeQuery {
  /** One cell, or the cells 类, 款, 项. */
  readonly cells: readonly string[];
  /** The printed name; `null` where the form has no column for it. */
  readonly name: string | null;
  /** The schemes that the statement can print, the most likely first. */
  readonly schemes: readonly [CodeScheme, ...CodeScheme[]];
  readonly fiscalYear: number | null;
  /** The code of the row above, for forms that do not repeat the 类 in every row. */
  readonly preceding?: string | null;
}

/**
 * The classification code of a row, with how far code and name agree with the catalogue:
 * `known` (any name that the code ever had; a form without names agrees by its code alone), `other-name`, `unknown-code`
 * (possible, but not in the catalogue, which is incomplete), `unlikely` (no code of any of the schemes).
 * `null` only when the cells have no digit. `catalogueName` is the name that agrees, else the one valid in the year.
 */
export function resolveCode(query: CodeQuery): ClassificationCode | null {
  const built = buildCode(query.cells, query.preceding ?? null);
  if (built === null) return null;
  const candidates = query.schemes.map((scheme) => judge(built, scheme, query));
  const order = ['known', 'other-name', 'unknown-code', 'unlikely'] as const;
  for (const match of order) {
    const best = candidates.find((candidate) => candidate.match === match);
    if (best !== undefined) return best;
  }
  return null;
}

function judge(built: BuiltCode, scheme: CodeScheme, query: CodeQuery): ClassificationCode {
  const { printed } = built;
  const code = fixedCode(built.code, scheme, query.name) ?? built.code;
  const wellFormed = built.wellFormed || code !== built.code;
  if (!wellFormed || codeLevel(scheme, code) === null) {
    return { scheme, code, printed, match: 'unlikely', catalogueName: null };
  }
  const entries = entriesOf(scheme, code);
  const current = entries.find((entry) => validIn(entry, query.fiscalYear)) ?? entries.at(-1);
  if (current === undefined) return { scheme, code, printed, match: 'unknown-code', catalogueName: null };
  if (query.name === null) return { scheme, code, printed, match: 'known', catalogueName: current.name };
  const agreeing = agreeingEntry(entries, query.name, query.fiscalYear);
  if (agreeing !== undefined) return { scheme, code, printed, match: 'known', catalogueName: agreeing.name };
  const match = isFixedName(code, scheme, query.name) ? 'known' : 'other-name';
  return { scheme, code, printed, match, catalogueName: current.name };
}

/** The entry with the printed name, the one valid in the year before others. The name may repeat the code ("301工资福利支出"). */
function agreeingEntry(
  entries: readonly CatalogueEntry[],
  name: string,
  fiscalYear: number | null,
): CatalogueEntry | undefined {
  const form = nameForm(name);
  const agreeing = entries.filter((entry) => {
    const known = nameForm(entry.name);
    return form === known || form === entry.code + known;
  });
  return agreeing.find((entry) => validIn(entry, fiscalYear)) ?? agreeing.at(-1);
}

/** The code that seeds/codes/fixes.tsv gives for a misprinted one, provided that the name is the one of the fix. */
function fixedCode(code: string, scheme: CodeScheme, name: string | null): string | null {
  const fix = codeFixes().find(
    (row) =>
      row.scheme === scheme &&
      row.printedCode === code &&
      row.code !== code &&
      (row.printedName === '' || (name !== null && nameForm(row.printedName) === nameForm(name))),
  );
  return fix?.code ?? null;
}

function isFixedName(code: string, scheme: CodeScheme, name: string): boolean {
  const form = nameForm(name);
  return codeFixes().some(
    (row) => row.scheme === scheme && row.code === code && row.printedName !== '' && nameForm(row.printedName) === form,
  );
}

/**
 * The functional class (类) that a row of a summary table names: "八、社会保障和就业支出" is 208. By name, never by the ordinal, which
 * differs between forms; former names too, and names that only lack 支出 at the end. A name that two classes had at
 * different times goes to the one valid in the year. `null` when no class has the name.
 */
export function functionalClassByName(name: string, fiscalYear: number | null): string | null {
  const form = classForm(name);
  if (form === '') return null;
  const named = catalogue('functional').filter((entry) => entry.level === 'class' && classForm(entry.name) === form);
  const entry = named.find((known) => validIn(known, fiscalYear)) ?? named.at(-1);
  const fix = codeFixes().find(
    (row) => row.scheme === 'functional' && row.code.length === 3 && classForm(row.printedName) === form,
  );
  return entry?.code ?? fix?.code ?? null;
}

function classForm(name: string): string {
  return nameForm(name)
    .replace(/^2\d\d(?=\D)/, '')
    .replace(/支出$/, '');
}
