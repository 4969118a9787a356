import type { PageContent } from './page-content.js';

/** What the glyphs of one font say, on a page or in a document. */
export interface FontWords {
  /** Chinese characters, and how many of them stand in a word of {@link WORDS}. */
  han: number;
  inWords: number;
  readonly distinct: Set<string>;
  digits: number;
  /** Four digits before 年: those that are a year of our time, and those that are none. */
  years: number;
  noYears: number;
}

/**
 * Words that every such report prints again and again, in tables and in prose, whatever it is about. Characters that are exchanged
 * among each other are still those of a report, but no longer make its words.
 */
const WORDS = new Set(
  [
    '收入 支出 财政 拨款 预算 决算 单位 合计 总计 小计 项目 万元 年度 本年 上年 经费 基本 公共 一般 情况 说明 部门 金额',
    '科目 名称 编码 其他 其中 机关 事业 工作 管理 服务 资金 政府 人员 公用 工资 福利 商品 补助 社会 保障 就业 卫生 健康',
    '住房 行政 运行 绩效 目标 指标 采购 公开 国有 资本 经营 基金 结转 结余 增加 减少 主要 原因 办公 建设 完成 实施 相关',
    '发展 负责 组织 开展 企业 群众 信息 数据 教育 文化 医疗 养老 保险 费用 购置 接待 公务 车辆 用车 因公 出国 附件 目录',
    '职责 机构 设置 评价 概况 分析 名词 解释 表格 编制 规定 按照 进行 以及 根据 国家 中国 我国 中心 委员 街道 公司',
  ].flatMap((line) => line.split(' ')),
);

/** A font with fewer different Chinese characters is that of a heading, a name or a stamp: it may have none of the words. */
const DISTINCT = 30;
/** Share of Chinese characters in words below which a map is wrong: pages of real reports have 5 % and more, wrong maps next to none. */
const IN_WORDS = 0.02;
/** Years that such a report may name. */
const YEARS = { from: 1900, to: 2100 };
/** So many numbers before 年 that are no years, and none that is one, show digits that are not what they seem. */
const NO_YEARS = 2;

const HAN = /^\p{Script=Han}/u;
const DIGIT = /^\d$/;

/** What each font of a page says. */
export function fontWords({ glyphs }: PageContent): ReadonlyMap<string, FontWords> {
  const texts = glyphs.map(({ text }) => text.normalize('NFKC'));
  const isWord = (at: number): boolean => WORDS.has(`${texts[at] ?? ''}${texts[at + 1] ?? ''}`);
  const words = new Map<string, FontWords>();
  glyphs.forEach(({ font }, at) => {
    const text = texts[at] ?? '';
    if (HAN.test(text)) {
      const of = entry(words, font);
      of.han++;
      of.distinct.add(text);
      if (isWord(at) || isWord(at - 1)) of.inWords++;
    } else if (DIGIT.test(text)) entry(words, font).digits++;
    const year = text === '年' ? fourDigits(texts, at) : null;
    const first = glyphs[at - 4];
    if (year === null || first === undefined) return;
    if (year >= YEARS.from && year <= YEARS.to) entry(words, first.font).years++;
    else entry(words, first.font).noYears++;
  });
  return words;
}

/** Adds what a page says to what the pages before it say. The page gives its characters away: those of a thousand pages would stay in memory. */
export function addFontWords(document: Map<string, FontWords>, page: ReadonlyMap<string, FontWords>): void {
  for (const [font, of] of page) {
    const sum = entry(document, font);
    sum.han += of.han;
    sum.inWords += of.inWords;
    for (const character of of.distinct) sum.distinct.add(character);
    of.distinct.clear();
    sum.digits += of.digits;
    sum.years += of.years;
    sum.noYears += of.noYears;
  }
}

/**
 * What speaks against the text layer of a page by the fonts it uses, each judged by all that it says in the document: a page may hold too
 * little to tell. `null` when nothing does.
 */
export function fontFault(
  page: ReadonlyMap<string, FontWords>,
  document: ReadonlyMap<string, FontWords>,
): string | null {
  for (const [font, { han, digits }] of page) {
    const all = document.get(font);
    if (all === undefined) continue;
    if (han > 0 && all.distinct.size >= DISTINCT && all.inWords < all.han * IN_WORDS)
      return 'the characters of a font make no words of such a report (wrong character map)';
    if (digits > 0 && all.noYears >= NO_YEARS && all.years === 0)
      return 'the digits of a font give years that cannot be (wrong character map)';
  }
  return null;
}

function entry(words: Map<string, FontWords>, font: string): FontWords {
  const known = words.get(font);
  if (known !== undefined) return known;
  const none: FontWords = { han: 0, inWords: 0, distinct: new Set(), digits: 0, years: 0, noYears: 0 };
  words.set(font, none);
  return none;
}

/** The number that ends before a place, if it has just four digits. */
function fourDigits(texts: readonly string[], end: number): number | null {
  const digits = texts.slice(Math.max(0, end - 5), end);
  const number = digits.slice(-4);
  if (number.length < 4 || !number.every((text) => DIGIT.test(text))) return null;
  const before = digits.length === 5 ? (digits[0] ?? '') : '';
  return DIGIT.test(before) || before === '.' || before === ',' ? null : Number(number.join(''));
}
