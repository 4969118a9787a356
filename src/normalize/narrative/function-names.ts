import { catalogue, entriesOf, nameForm } from '../classify/catalogue.js';
import { resolveCode } from '../classify/resolve.js';
import type { ClassificationCode } from '../printed.js';
import type { Statement } from '../report.js';

/** Names of a function as the prose prints them, from 类 down; '' for a level that is not named. */
export interface FunctionPath {
  readonly class: string;
  readonly section: string;
  readonly item: string;
  /** A name without a mark of its level (类) (款) (项): it may stand on any. */
  readonly unmarked: string;
  /** 2080505 where the prose prints it. */
  readonly code: string;
}

export const NO_PATH: FunctionPath = { class: '', section: '', item: '', unmarked: '', code: '' };

const CODED = /^(?:科目)?(?<code>2\d{2}(?:\d{2}){0,2})-?(?<name>[^\d-].*)$/u;
const MARKED =
  /^(?:(?<class>[^()]*(?:\([^类款项()]*\)[^()]*)*)\(类\)(?:支出)?)?(?:(?<section>[^()]*(?:\([^类款项()]*\)[^()]*)*)\(款\)(?:支出)?)?(?:(?<item>[^()]*(?:\([^类款项()]*\)[^()]*)*)\(项\))?/u;

/** 208…（类）…（款）…（项）, 2080505-…, 一般公共服务支出-财政事务-行政运行. `null` for words that carry no such mark. */
export function markedPath(label: string): FunctionPath | null {
  const coded = CODED.exec(label);
  if (coded?.groups) return { ...NO_PATH, code: coded.groups.code ?? '', unmarked: coded.groups.name ?? '' };
  const marked = MARKED.exec(label);
  if (marked?.[0]) {
    const { class: top = '', section = '', item = '' } = marked.groups ?? {};
    return { ...NO_PATH, class: top, section, item };
  }
  const parts = label.replace(/科目$/, '').split('-');
  const [top = '', section = '', item = ''] = parts;
  const isPath = parts.length > 1 && parts.length <= 3 && classNames().has(keyOf(top));
  return isPath ? { ...NO_PATH, class: top, section, item } : null;
}

/** The code of a path: of the report's own rows where they have it once, else of the catalogue where that has it once. */
export type FunctionCodes = (path: FunctionPath) => ClassificationCode | null;

/** The functions that a report can name. Built once for each report. */
export function functionCodes(statements: readonly Statement[], fiscalYear: number | null): FunctionCodes {
  const own = new Map<string, Set<string>>();
  for (const { rows } of statements) {
    for (const { code, label } of rows) {
      if (code?.scheme !== 'functional') continue;
      const names = own.get(code.code) ?? new Set<string>();
      names.add(keyOf(label));
      own.set(code.code, names);
    }
  }
  const ownCodes = [...own.keys()];
  const named = (code: string, name: string): boolean => {
    const key = keyOf(name);
    return own.get(code)?.has(key) === true || entriesOf('functional', code).some((entry) => keyOf(entry.name) === key);
  };
  const resolved = (code: string, path: FunctionPath): ClassificationCode | null => {
    const printed = [path.class, path.section, path.item, path.unmarked].filter(Boolean).join('-');
    const name = path.unmarked || path.item || path.section || path.class;
    const known = resolveCode({ cells: [code], name, schemes: ['functional'], fiscalYear });
    if (known === null) return null;
    const agrees = known.match === 'known' || named(known.code, name);
    return { ...known, match: agrees ? 'known' : known.match, printed: path.code === '' ? printed : known.printed };
  };
  return (path) => {
    if (path.code !== '') return resolved(path.code, path);
    const fits = (code: string): boolean => isNamed(code, path, named);
    const candidates = ownCodes.filter(fits);
    const codes = candidates.length > 0 ? candidates : catalogueCodes(path).filter(fits);
    const [only, ...others] = new Set(codes);
    return only !== undefined && others.length === 0 ? resolved(only, path) : null;
  };
}

/** Whether a class of the catalogue has this name (公共安全支出, 医疗卫生与计划生育支出). */
export function isClassName(name: string): boolean {
  return classNames().has(keyOf(name));
}

function isNamed(code: string, path: FunctionPath, named: (code: string, name: string) => boolean): boolean {
  if (path.unmarked !== '') return named(code, path.unmarked);
  const length = path.item !== '' ? 7 : path.section !== '' ? 5 : 3;
  if (code.length !== length) return false;
  const levels = [
    [3, path.class],
    [5, path.section],
    [7, path.item],
  ] as const;
  return levels.every(([end, name]) => name === '' || named(code.slice(0, end), name));
}

/** A name for comparison: prose adds 支出 or 费, drops 的 (未归口管理行政单位离退休费). */
function keyOf(name: string): string {
  const form = nameForm(name).replaceAll('的', '');
  return form.replace(/(?:支出|费|经费)+$/, '') || form;
}

let byName: ReadonlyMap<string, readonly string[]> | undefined;
let classes: ReadonlySet<string> | undefined;

/** Codes of the catalogue by the name of the lowest level of the path. */
function catalogueCodes(path: FunctionPath): readonly string[] {
  if (byName === undefined) {
    const index = new Map<string, string[]>();
    for (const { code, name } of catalogue('functional')) {
      const key = keyOf(name);
      const same = index.get(key);
      if (same === undefined) index.set(key, [code]);
      else if (!same.includes(code)) same.push(code);
    }
    byName = index;
  }
  return byName.get(keyOf(path.unmarked || path.item || path.section || path.class)) ?? [];
}

function classNames(): ReadonlySet<string> {
  classes ??= new Set(catalogue('functional').flatMap(({ code, name }) => (code.length === 3 ? [keyOf(name)] : [])));
  return classes;
}
