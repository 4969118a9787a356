import { describe, expect, it } from 'vitest';
import { buildCode, codeLevel, parentCode } from '../../../src/normalize/classify/code.js';
import type { CodeScheme } from '../../../src/normalize/report.js';

describe('levels', () => {
  it.each<[CodeScheme, string, string | null]>([
    ['functional', '208', 'class'],
    ['functional', '20805', 'section'],
    ['functional', '2080505', 'item'],
    ['functional', '208050501', null],
    ['functional', '2080', null],
    ['functional', '30102', null],
    ['department-economic', '30102', 'section'],
    ['department-economic', '3010201', null],
    ['government-economic', '501', 'class'],
    ['revenue', '103060103', 'sub-item'],
    ['functional', '2O8', null],
  ])('%s %s: %s', (scheme, code, level) => {
    expect(codeLevel(scheme, code)).toBe(level);
  });

  it.each([
    ['2080505', '20805'],
    ['20805', '208'],
    ['208', null],
  ])('above %s stands %s', (code, parent) => {
    expect(parentCode(code)).toBe(parent);
  });
});

describe('codes from cells', () => {
  it.each<[string[], string, string]>([
    [['2080505'], '2080505', '2080505'],
    [['208'], '208', '208'],
    [[' 208 05 05 '], '2080505', '208 05 05'],
    [['２０８'], '208', '２０８'],
    [['208', '05', '05'], '2080505', '208 05 05'],
    [['208', '5', '5'], '2080505', '208 5 5'],
    [['208', '05', ''], '20805', '208 05'],
    [['208', '', ''], '208', '208'],
    [['301', '2'], '30102', '301 2'],
    [['302', '9'], '30209', '302 9'],
    [['301', '30102'], '30102', '301 30102'],
    [['208', '20805', '2080505'], '2080505', '208 20805 2080505'],
  ])('%j is %s', (cells, code, printed) => {
    expect(buildCode(cells)).toEqual({ code, printed, wellFormed: true });
  });

  it.each<[string[], string, string]>([
    [['7', '11', '02'], '71102', '7 11 02'],
    [['208', '', '05'], '20805', '208 05'],
    [['208', '005'], '208005', '208 005'],
    [['2O8', '05'], '2O805', '2O8 05'],
    [['', '05', '05'], '0505', '05 05'],
    [['05'], '05', '05'],
  ])('%j is no division into 类款项', (cells, code, printed) => {
    expect(buildCode(cells)).toEqual({ code, printed, wellFormed: false });
  });

  it.each<[string[], string, string | null]>([
    [['', '05', ''], '208', '20805'],
    [['', '', '06'], '2080505', '2080506'],
    [['', '5', '6'], '2080401', '2080506'],
    [['', '2'], '30101', '30102'],
    [['210', '', ''], '2080505', '210'],
  ])('%j below %s is %s', (cells, preceding, code) => {
    expect(buildCode(cells, preceding)).toMatchObject({ code, wellFormed: true });
  });

  it('does not take a level from the row above that this row does not have', () => {
    expect(buildCode(['', '', '06'], '208')).toMatchObject({ wellFormed: false });
  });

  it.each([[['合计']], [['', '', '']], [['类', '款', '项']], [[]]])('%j has no code', (cells) => {
    expect(buildCode(cells, '2080505')).toBeNull();
  });
});
