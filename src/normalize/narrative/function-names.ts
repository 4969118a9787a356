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
  /^(?:(?<class>[^()]*(?:\([^类款项()]*\)[^()]*)*)\(\d*类\)(?:支出)?)?(?:(?<section>[^()]*(?:\([^类款项()]*\)[^()]*)*)\(\d*款\)(?:支出)?)?(?:(?<item>[^()]*(?:\([^类款项()]*\)[^()]*)*)\(\d*项\))?/u;

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
      const keys = own.get(code.code) ?? new Set(catalogueKeys(code.code));
      keys.add(keyOf(label));
      own.set(code.code, keys);
    }
  }
  const keysOf = (code: string): ReadonlySet<string> => own.get(code) ?? catalogueKeys(code);
  const resolved = (code: string, path: FunctionPath): ClassificationCode | null => {
    const printed = [path.class, path.section, path.item, path.unmarked].filter(Boolean).join('-');
    const name = path.unmarked || path.item || path.section || path.class;
    const known = resolveCode({ cells: [code], name, schemes: ['functional'], fiscalYear });
    if (known === null) return null;
    const agrees = known.match === 'known' || keysOf(known.code).has(keyOf(name));
    return { ...known, match: agrees ? 'known' : known.match, printed: path.code === '' ? printed : known.printed };
  };
  const found = new Map<string, ClassificationCode | null>();
  const find = (path: FunctionPath): ClassificationCode | null => {
    if (path.code !== '') return resolved(path.code, path);
    const isNamed = namedBy(path, keysOf);
    const candidates = [...own.keys()].filter(isNamed);
    const codes = candidates.length > 0 ? candidates : catalogueCodes(path).filter(isNamed);
    const [only, ...others] = new Set(codes);
    return only !== undefined && others.length === 0 ? resolved(only, path) : null;
  };
  return (path) => {
    const key = Object.values(path).join('/');
    const known = found.get(key) ?? (found.has(key) ? null : find(path));
    found.set(key, known);
    return known;
  };
}

/** Whether a class of the catalogue has this name (公共安全支出, 医疗卫生与计划生育支出). */
export function isClassName(name: string): boolean {
  return classNames().has(keyOf(name));
}

/** Whether a code has the names of the path on its levels; a name without a mark may be that of any level. */
function namedBy(path: FunctionPath, keysOf: (code: string) => ReadonlySet<string>): (code: string) => boolean {
  const unmarked = keyOf(path.unmarked);
  if (unmarked !== '') return (code) => keysOf(code).has(unmarked);
  const length = path.item !== '' ? 7 : path.section !== '' ? 5 : 3;
  const levels = ([3, 5, 7] as const).map((end, level) => {
    return [end, keyOf([path.class, path.section, path.item][level] ?? '')] as const;
  });
  return (code) =>
    code.length === length && levels.every(([end, key]) => key === '' || keysOf(code.slice(0, end)).has(key));
}

/** A name for comparison: prose adds 支出 or 费, drops 的 (未归口管理行政单位离退休费). */
function keyOf(name: string): string {
  if (name === '') return '';
  const form = nameForm(name).replaceAll('的', '');
  return form.replace(/(?:支出|费|经费)+$/, '') || form;
}

const keysByCode = new Map<string, ReadonlySet<string>>();

/** All names of a code in the catalogue, as keys. */
function catalogueKeys(code: string): ReadonlySet<string> {
  const ready = keysByCode.get(code);
  if (ready !== undefined) return ready;
  const keys = new Set(entriesOf('functional', code).map(({ name }) => keyOf(name)));
  keysByCode.set(code, keys);
  return keys;
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
