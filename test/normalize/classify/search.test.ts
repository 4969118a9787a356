import { describe, expect, it } from 'vitest';
import { searchCodes } from '../../../src/normalize/classify/search.js';

describe('search for codes', () => {
  it('finds by the beginning of a code, all names of it', () => {
    const hits = searchCodes('20805');
    expect(hits.every((hit) => hit.scheme === 'functional' && hit.code.startsWith('20805'))).toBe(true);
    expect(hits.filter((hit) => hit.code === '20805').map((hit) => hit.name)).toEqual([
      '行政事业单位离退休',
      '行政事业单位养老支出',
    ]);
    expect(hits.map((hit) => hit.code)).toEqual(hits.map((hit) => hit.code).toSorted());
  });

  it('finds by part of a name, in every scheme', () => {
    const schemes = new Set(searchCodes('住房公积金').map((hit) => hit.scheme));
    expect([...schemes]).toEqual(['functional', 'department-economic', 'government-economic']);
  });

  it('needs all words', () => {
    expect(searchCodes('301 绩效 工资').map((hit) => hit.code)).toEqual(['30107']);
  });

  it('says what stands behind a row', () => {
    expect(searchCodes('2080505')).toEqual([
      {
        scheme: 'functional',
        code: '2080505',
        name: '机关事业单位基本养老保险缴费支出',
        level: 'item',
        validFrom: 2015,
        validTo: null,
        firstSeen: 2018,
        lastSeen: 2026,
        evidence: 'documented',
      },
    ]);
  });

  it.each(['', '  ', '999', '没有这样的科目'])('nothing for %j', (text) => {
    expect(searchCodes(text)).toEqual([]);
  });
});
