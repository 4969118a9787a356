import type { Block, TextLine } from '../../extract/document.js';
import type { Place } from '../../extract/place.js';
import type { Agency, Finding } from '../report.js';
import { cleanName, isPlaceholder, looksLikeAgency, nameOnCover } from './agency-names.js';
import { divisionOf } from './region.js';
import { identityWords } from './words.js';

/** A name of a body with where it is printed. */
interface Named {
  readonly name: string;
  readonly place: Place;
}

/**
 * The body whose report it is. The cover decides (a label 预算主管部门： there first); without a name on it the heads of the tables
 * (部门：, 编制单位：, 单位：) by majority, then the prose (…的主要职责是, 纳入…2023年度部门决算编制范围), then the headings, which are copied
 * between bodies most often. Notes: `identity/no-agency` (none, or the blank of a form) and `identity/agency-differs` when most heads of
 * tables name another body than the cover.
 */
export function agencyOf(
  blocks: readonly Block[],
  cover: readonly TextLine[],
): { readonly agency: Agency | null; readonly findings: readonly Finding[] } {
  const heads = labelled(blocks);
  const onCover = labelled(cover)[0] ?? coverName(cover, heads);
  const best = onCover ?? mostNamed(heads) ?? mostNamed(inProse(blocks)) ?? mostNamed(inHeadings(blocks));
  if (!best || isPlaceholder(best.name)) {
    const message = best
      ? `报告印的是表样的占位符“${best.name}”，不是单位名称。`
      : '封面、表头和正文都没有写明单位名称。引用本报告的数据前请先查明。';
    return { agency: null, findings: [note('identity/no-agency', message, best ? [best.place] : [])] };
  }
  const head = mostNamed(heads.filter(({ place }) => !cover.some((line) => line.page === place.page)));
  const differs = head && withoutSuffix(head.name) !== withoutSuffix(best.name);
  const findings = differs
    ? [
        note(
          'identity/agency-differs',
          `封面写的是“${best.name}”，表头写的是“${head.name}”（第${head.place.page}页）。`,
          [head.place],
        ),
      ]
    : [];
  return { agency: { name: best.name }, findings };
}

function withoutSuffix(name: string): string {
  return name.replace(/（[^（）]*）$/u, '');
}

function note(check: string, message: string, places: readonly Place[]): Finding {
  return { check, severity: 'note', message, places, figures: [] };
}

let labels: RegExp | undefined;

/** Names after 部门：, 编制单位：, 单位： … in lines and in the first rows of tables. Units of money are no names. */
function labelled(blocks: readonly Block[]): Named[] {
  labels ??= new RegExp(
    `(?:^|\\s|[（(])(?:${identityWords().agencyLabels.join('|')})\\s*[:：]\\s*(.+?)(?=\\s*(?:金额)?单位\\s*[:：]|\\s{3,}\\S|$)`,
    'gu',
  );
  const pattern = labels;
  return piecesOf(blocks).flatMap(({ text, place }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const name = cleanName(match[1] ?? '');
      if (identityWords().moneyUnits.test(name) || !(looksLikeAgency(name) || isPlaceholder(name))) return [];
      return [{ name, place }];
    }),
  );
}

function piecesOf(blocks: readonly Block[]): { text: string; place: Place }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [{ text: block.text.trim(), place: { page: block.page, box: block.box } }];
    // A head of a table may stand inside its frame: 部门： and the name in one cell or in two.
    const top = block.cells.filter((cell) => cell.row < 3 && cell.text.trim() !== '');
    return top.map((cell, index) => {
      const next = /[:：]\s*$/u.test(cell.text) ? (top[index + 1]?.text ?? '') : '';
      return { text: `${cell.text.trim()}${next}`, place: cell.places[0] ?? { page: block.pages[0] ?? 1, box: null } };
    });
  });
}

/** The name that the lines of the cover make, alone or two neighbours together (江苏省人民代表大会常务委员会 / 办公厅). */
function coverName(cover: readonly TextLine[], heads: readonly Named[]): Named | null {
  const rests = cover.map((line) => ({ line, plain: cleanName(line.text), name: nameOnCover(line.text) }));
  const known = new Set(heads.map(({ name }) => withoutSuffix(name)));
  const candidates = rests.flatMap(({ line, name }, index) => {
    const place = { page: line.page, box: line.box };
    const next = rests[index + 1];
    const both = next ? nameOnCover(line.text + next.plain) : '';
    return [
      { name, place, score: score(name, known) },
      // Two lines together only when the first is no whole name, or the tables have the name so.
      {
        name: both,
        place,
        score: known.has(withoutSuffix(both)) || !looksLikeAgency(name) ? score(both, known) - 0.5 : 0,
      },
    ];
  });
  const blank = cover.find((line) => isPlaceholder(line.text));
  const best = candidates.filter(({ name }) => name !== '').sort((a, b) => b.score - a.score)[0];
  if (best && best.score > 0) return { name: best.name, place: best.place };
  return blank ? { name: cleanName(blank.text), place: { page: blank.page, box: blank.box } } : null;
}

function score(name: string, known: ReadonlySet<string>): number {
  if (name === '') return 0;
  return (known.has(withoutSuffix(name)) ? 4 : 0) + (looksLikeAgency(name) ? 2 : -4) + (divisionOf(name) ? 2 : 0);
}

/** The first of the names that occur most often. */
function mostNamed(names: readonly Named[]): Named | null {
  const votes = new Map<string, number>();
  for (const { name } of names) votes.set(name, (votes.get(name) ?? 0) + 1);
  const most = Math.max(0, ...votes.values());
  return names.find(({ name }) => votes.get(name) === most) ?? null;
}

const SENTENCES = [
  /^(.{3,40}?)(?:单位|部门)?的?主要(?:职责|职能)(?:是|有|包括|为)/u,
  /(?:纳入|列入)(.{3,40}?)(?:19|20)\d\d年(?:度)?.{0,6}(?:决算|预算)/u,
  /^(.{3,40}?)(?:19|20)\d\d年度?(?:收入|支出|收支|财政拨款|政府采购|部门|单位)/u,
  /^(?:19|20)\d\d年度?[,，]?(.{3,40}?)(?:收入|支出|收支)(?:预算|总计|决算)/u,
];

function inProse(blocks: readonly Block[]): Named[] {
  return blocks.flatMap((block) => (block.kind === 'line' ? namesBy(SENTENCES, block) : []));
}

function inHeadings(blocks: readonly Block[]): Named[] {
  const forms = [
    /^(?:第.{1,3}部分)?(.{3,40}?)(?:部门|单位)?概况$/u,
    /^(?:第.{1,3}部分)?(.{3,40}?)(?:19|20)\d\d年度?(?:部门|单位)?(?:决算|预算)/u,
  ];
  return blocks.flatMap((block) => (block.kind === 'line' ? namesBy(forms, block) : []));
}

function namesBy(forms: readonly RegExp[], line: TextLine): Named[] {
  const plain = cleanName(line.text);
  for (const form of forms) {
    const name = form.exec(plain)?.[1];
    if (name && looksLikeAgency(name) && !/^(?:本|我|全)/u.test(name))
      return [{ name, place: { page: line.page, box: line.box } }];
  }
  return [];
}
