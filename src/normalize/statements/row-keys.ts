import { functionalClassByName } from '../classify/resolve.js';
import type { Panel, StatementKind } from '../report.js';
import { labelForm, withoutOrdinal } from '../text/full-width.js';
import { rowTemplates, type StatementTemplate } from './templates.js';

/** Names rows without a code. Keeps the context that a label alone does not have: the same three labels stand twice in 财政拨款收入支出决算总表. */
export interface RowNamer {
  /** A slug that is unique in panel and statement; 'row-N' where no template knows the label. */
  key(label: string, panel: Panel | null, template: StatementTemplate | null, fiscalYear: number | null): string;
  /** A code as key, made unique. */
  codeKey(code: string, panel: Panel | null): string;
}

/** Entries below 年初财政拨款结转和结余, and the numbered ones below 财政拨款收入, repeat or continue the names of other rows. */
const PARENTS: ReadonlySet<string> = new Set(['opening', 'closing', 'fiscal']);
/** A budget unit with its code (126001), in tables that list the units of a department instead of the classification. */
const AGENCY = /^(\d{6})\//;
const FUNDS: ReadonlySet<string> = new Set(['general-budget', 'government-funds', 'state-capital']);

export function rowNamer(): RowNamer {
  const used = new Set<string>();
  const parents = new Map<Panel | null, string>();
  let count = 0;
  const unique = (key: string, panel: Panel | null): string => {
    let free = key;
    for (let n = 2; used.has(`${panel}/${free}`); n++) free = `${key}-${n}`;
    used.add(`${panel}/${free}`);
    return free;
  };
  return {
    key(label, panel, template, fiscalYear) {
      count++;
      const agency = AGENCY.exec(labelForm(label))?.[1];
      if (agency !== undefined) return unique(`agency-${agency}`, panel);
      const slug =
        slugOf(label, panel, template?.kind ?? null, template?.sided ?? false) ?? classSlug(label, panel, fiscalYear);
      if (slug === null) return unique(`row-${count}`, panel);
      const parent = parents.get(panel);
      if (
        parent !== undefined &&
        FUNDS.has(slug) &&
        (parent !== 'fiscal' || rowTemplates().sublevel.test(labelForm(label)))
      )
        return unique(`${parent}-${slug}`, panel);
      if (PARENTS.has(slug)) parents.set(panel, slug);
      else parents.delete(panel);
      return unique(slug, panel);
    },
    codeKey: unique,
  };
}

function slugOf(label: string, panel: Panel | null, kind: StatementKind | null, sided: boolean): string | null {
  const [group, entry] = label.split('/', 2);
  if (kind === 'revenue' && group !== undefined && entry !== undefined) {
    const slug = slugOf(group, 'revenue', kind, sided);
    return slug === null || labelForm(entry) === '小计' ? slug : `${slug}-item`;
  }
  const form = withoutOrdinal(label);
  const rule = rowTemplates().rows.find(
    (row) =>
      (row.kinds.length === 0 || (kind !== null && row.kinds.some((one) => one === kind))) &&
      (row.panel === null || row.panel === panel) &&
      (row.sided === undefined || row.sided === sided) &&
      row.label.test(form),
  );
  return rule?.key ?? null;
}

/** 八、社会保障和就业支出 of a two-sided form: by name, never by the ordinal, which differs between forms. */
function classSlug(label: string, panel: Panel | null, fiscalYear: number | null): string | null {
  if (panel !== 'expenditure') return null;
  const code = functionalClassByName(withoutOrdinal(label), fiscalYear);
  return code === null ? null : `func-${code}`;
}
