import type { TextLine } from '../../extract/document.js';
import type { Finding } from '../report.js';
import { chineseNumeral } from '../text/numerals.js';

/** Where years are looked for, the most trusted first. */
export interface YearSources {
  readonly cover: readonly TextLine[];
  /** Headings and titles of statements. */
  readonly titles: readonly TextLine[];
  readonly prose: readonly TextLine[];
  readonly file: string;
}

/**
 * The fiscal year of a report. The cover decides when it names one year; otherwise the majority of the titles that say 决算 or 预算,
 * then of the prose, then a year in the file name. Dates (2024年9月, 二〇二四年八月二十日) are days of publishing, never fiscal years.
 * Notes: `identity/no-fiscal-year`, and `identity/year-differs` for titles (or a cover) that name another year than the report's.
 */
export function fiscalYearOf(sources: YearSources): {
  readonly year: number | null;
  readonly findings: readonly Finding[];
} {
  const onCover = yearVotes(sources.cover.map((line) => line.text));
  const inTitles = yearVotes(sources.titles.map((line) => line.text));
  const year =
    (onCover.size === 1 ? leader(onCover) : null) ??
    leader(inTitles) ??
    leader(onCover) ??
    leader(yearVotes(sources.prose.map((line) => line.text))) ??
    fileYear(sources.file);
  if (year === null) {
    const message = '封面、标题和正文都没有写明年度（如“2023年度”）。引用本报告的数据前请先查明。';
    return {
      year,
      findings: [{ check: 'identity/no-fiscal-year', severity: 'note', message, places: [], figures: [] }],
    };
  }
  const findings = [...sources.cover, ...sources.titles].flatMap((line) => {
    const years = yearsIn(line.text);
    if (years.length === 0 || years.includes(year)) return [];
    const message = `报告年度为${year}年，第${line.page}页的“${line.text.trim()}”写的是${years.join('、')}年。`;
    return [
      {
        check: 'identity/year-differs',
        severity: 'note' as const,
        message,
        places: [{ page: line.page, box: line.box }],
        figures: [],
      },
    ];
  });
  return { year, findings };
}

/** The fiscal years that a text names: 2023年度, 2023 年, 二〇二三年度, ２０２３年, （2023年）; not 2023年9月, 2018-2020年, 2023年以来. */
export function yearsIn(text: string): number[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[一二两三四五六七八九零〇○◯O0]{4}(?=\s*年)/gu, (digits) =>
      String(chineseNumeral(digits.replace(/[O0]/gu, '〇')) ?? digits),
    );
  const found = plain.matchAll(
    /(?<![\d\-—~至到])((?:1\s?9|2\s?0)\s?\d\s?\d)\s*年(?!\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月|\s*(?:以来|以前|以后|底|末|初|来))/gu,
  );
  return [...new Set([...found].map((match) => Number((match[1] ?? '').replace(/\s/gu, ''))))];
}

function yearVotes(texts: readonly string[]): Map<number, number> {
  const votes = new Map<number, number>();
  for (const year of texts.flatMap(yearsIn)) votes.set(year, (votes.get(year) ?? 0) + 1);
  return votes;
}

/** The year with most votes; the later one of two equal (a report speaks of its own year and of the year before). */
function leader(votes: ReadonlyMap<number, number>): number | null {
  const best = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best?.[0] ?? null;
}

function fileYear(file: string): number | null {
  const name = file.split(/[\\/]/u).at(-1) ?? '';
  const match = /(?<!\d)(20\d\d)(?!\d)/u.exec(name);
  return match ? Number(match[1]) : null;
}
