import { describe, expect, it } from 'vitest';
import type { Grid, TextLine } from '../../src/extract/document.js';
import { normalize } from '../../src/normalize/normalize.js';
import { verify } from '../../src/verify/verify.js';
import { documentOf, lineOf } from '../support/document-factory.js';
import { gridOf } from '../support/grid-factory.js';
import { aPageOcr } from '../support/report-factory.js';

const COVER = ['上海市申江区数据局', '2024年度部门决算'];
const HEAD = '编码 | 名称 | 合计 | 基本支出 | 项目支出';
const expenditure = (page: number): Grid =>
  gridOf(`${HEAD}\n合计 | < | 9.00 | 8.00 | 1.00\n205 | 教育支出 | 9.00 | 8.00 | 1.00`, { pages: [page] });
const on = (page: number, ...texts: string[]): TextLine[] => texts.map((text) => lineOf(text, page));

const statementsOf = (...parts: readonly (string | Grid | TextLine)[]) =>
  normalize(documentOf(...COVER, ...parts)).statements.map(({ kind, title, unit, rows, pages }) => ({
    kind,
    title,
    unit,
    rows: rows.length,
    pages,
  }));

describe('normalize', () => {
  it('keeps two tables of one kind', () => {
    const bodies = gridOf(
      '单位编码 | 单位名称 | 合计 | 基本支出 | 项目支出\n合计 | < | 9.00 | 8.00 | 1.00\n001 | 某某局 | 9.00 | 8.00 | 1.00',
      { pages: [3] },
    );
    const parts = [
      ...on(2, '支出决算表（分科目）', '单位：万元'),
      expenditure(2),
      ...on(3, '支出决算表（分单位）', '单位：万元'),
      bodies,
    ];
    expect(statementsOf(...parts)).toEqual([
      { kind: 'expenditure', title: '支出决算表（分科目）', unit: '万元', rows: 2, pages: [2] },
      { kind: 'expenditure', title: '支出决算表（分单位）', unit: '万元', rows: 2, pages: [3] },
    ]);
    const outcomes = verify(normalize(documentOf(...COVER, ...parts))).checks.map(({ outcome }) => outcome);
    expect(outcomes).not.toContain('violation');
  });

  it('joins the parts of one table that repeat title and header', () => {
    const next = gridOf(`${HEAD}\n206 | 科学技术支出 | 1.00 | 1.00 |`, { pages: [3] });
    expect(
      statementsOf(...on(2, '支出决算表', '单位：万元'), expenditure(2), ...on(3, '支出决算表', '单位：万元'), next),
    ).toEqual([{ kind: 'expenditure', title: '支出决算表', unit: '万元', rows: 3, pages: [2, 3] }]);
  });

  it('lends the one unit of all tables to a table without any, but none where they differ', () => {
    const plain = [...on(3, '一般公共预算财政拨款支出决算表'), expenditure(3)];
    const wan = [...on(2, '支出决算表', '单位：万元'), expenditure(2)];
    const yuan = [
      ...on(4, '收入决算表', '单位：元'),
      gridOf('编码 | 名称 | 合计 | 财政拨款收入\n205 | 教育支出 | 9 | 9', { pages: [4] }),
    ];
    const [, lent] = normalize(documentOf(...COVER, ...wan, ...plain)).statements;
    expect([lent?.unit, lent?.rows[0]?.figures.total?.amount?.fen]).toEqual([null, 9_000_000]);
    const differing = normalize(documentOf(...COVER, ...wan, ...plain, ...yuan));
    expect(differing.statements[1]?.rows).toEqual([]);
    expect(differing.findings.filter(({ severity }) => severity === 'error').map(({ check }) => check)).toContain(
      'structure/unit-missing',
    );
  });

  it('keeps tables of no known form with their cells, in their place', () => {
    const staff = gridOf('单位 | 人数\n某某局 | 12', { pages: [2] });
    const [other, known] = normalize(
      documentOf(...COVER, ...on(2, '部门构成'), staff, ...on(3, '支出决算表', '单位：万元'), expenditure(3)),
    ).statements;
    expect([other?.kind, other?.cells.map(({ text }) => text)]).toEqual(['other', ['单位', '人数', '某某局', '12']]);
    expect(known?.kind).toBe('expenditure');
  });

  it('points a finding at the figure it is about', () => {
    const odd = gridOf(`${HEAD}\n205 | 教育支出 | 9.00 | 8.0.0 | 1.00`, { pages: [2] });
    const report = normalize(documentOf(...COVER, gridOf('a | b'), ...on(2, '支出决算表', '单位：万元'), odd));
    const [path] = report.findings.find(({ check }) => check === 'structure/figure-unread')?.figures ?? [];
    const [statement, row, key] = (path ?? '').split('/');
    expect(report.statements[Number(statement)]?.rows[Number(row)]?.figures[key ?? '']?.printed).toBe('8.0.0');
  });

  it('tells pages that need OCR, and does not call their statements missing', () => {
    const document = documentOf(
      ...COVER,
      ...on(2, '收入决算表', '单位：万元'),
      gridOf('编码 | 名称 | 合计 | 财政拨款收入\n205 | 教育支出 | 9 | 9', { pages: [2] }),
    );
    const pages = document.pages.map((page) =>
      page.number === 1 ? { ...page, condition: 'needs-ocr' as const, reason: 'no text' } : page,
    );
    const { findings } = normalize({ ...document, pages });
    expect(findings.find(({ check }) => check === 'structure/page-unread')).toMatchObject({
      severity: 'warning',
      places: [{ page: 1, box: { left: 0, top: 0, right: 595, bottom: 842 } }],
    });
    expect(
      findings.filter(({ check }) => check === 'structure/statement-missing').map(({ severity }) => severity),
    ).toEqual(Array.from({ length: 5 }, () => 'warning'));
  });

  it('tells pages in a row that could not be read in one finding, with a place for each', () => {
    const document = documentOf(...COVER, ...on(6, '收入决算表'));
    const [page] = document.pages;
    if (!page) throw new Error('the cover makes a page');
    const unread = [2, 3, 5].map((number) => ({ ...page, number, condition: 'needs-ocr' as const, reason: 'no text' }));
    const { findings } = normalize({ ...document, pages: [page, ...unread] });
    const told = findings.filter(({ check }) => check === 'structure/page-unread');
    expect(told.map(({ places }) => places.map((place) => place.page))).toEqual([[2, 3], [5]]);
    expect(told[0]?.message).toContain('第2–3页');
  });

  it('tells blank pages of a PDF, and pages that have lost texts', () => {
    const document = documentOf(...COVER);
    const [page] = document.pages;
    if (!page) throw new Error('the cover makes a page');
    const blank = [2, 3].map((number) => ({ ...page, number, condition: 'blank' as const, reason: 'nothing' }));
    const partly = { ...page, number: 4, reason: '2 texts are lost' };
    // The reason of a page that was read from its picture is why, and no loss.
    const scanned = { ...page, number: 5, reason: 'an image without a text layer', ocr: aPageOcr() };
    const of = (format: 'pdf' | 'text') =>
      normalize({ ...document, format, pages: [page, ...blank, partly, scanned] })
        .findings.filter(({ check }) => /page-blank|text-lost/.test(check))
        .map(({ check, severity, places }) => [check, severity, places.map((place) => place.page)]);
    expect(of('pdf')).toEqual([
      ['structure/text-lost', 'warning', [4]],
      ['structure/page-blank', 'note', [2, 3]],
    ]);
    expect(of('text')).toEqual([['structure/text-lost', 'warning', [4]]]);
  });

  it('tells large pictures beside the text that was read', () => {
    const document = documentOf(...COVER);
    const [page] = document.pages;
    if (!page) throw new Error('the cover makes a page');
    const boxes = [1, 2].map((left) => ({ left, top: 100, right: 300, bottom: 400 }));
    const { findings } = normalize({
      ...document,
      pages: [
        { ...page, unreadPictures: boxes },
        { ...page, number: 2 },
      ],
    });
    expect(findings.filter(({ check }) => check === 'structure/picture-unread')).toMatchObject([
      { severity: 'note', places: boxes.map((box) => ({ page: 1, box })) },
    ]);
  });

  it('tells a table without a title that may be the rest of the statement before', () => {
    const document = documentOf(
      ...COVER,
      ...on(2, '支出决算表', '单位：万元'),
      gridOf('编码 | 名称 | 合计 | 基本支出 | 项目支出\n205 | 教育支出 | 9.00 | 8.00 | 1.00', { pages: [2] }),
      gridOf('208 | 社会保障和就业支出 | 3.00 | 3.00', { pages: [3] }),
    );
    const { findings } = normalize(document);
    expect(findings.filter(({ check }) => check === 'structure/part-loose')).toMatchObject([{ places: [{ page: 3 }] }]);
  });

  it('gives an empty document as a report without anything', () => {
    expect(normalize(documentOf())).toMatchObject({ kind: null, agency: null, statements: [], sections: [] });
  });
});
