import { describe, expect, it } from 'vitest';
import { functionalClassByName, resolveCode } from '../../../src/normalize/classify/resolve.js';

describe('codes against the catalogue', () => {
  it.each<[string[], string | null, number, string, string, string | null]>([
    [['2080505'], '机关事业单位基本养老保险缴费支出', 2023, '2080505', 'known', '机关事业单位基本养老保险缴费支出'],
    [
      ['208', '05', '05'],
      ' 机关事业单位基本 养老保险缴费支出',
      2023,
      '2080505',
      'known',
      '机关事业单位基本养老保险缴费支出',
    ],
    [['208'], '八、社会保障和就业支出', 2023, '208', 'known', '社会保障和就业支出'],
    [['20805'], '行政事业单位养老支出', 2023, '20805', 'known', '行政事业单位养老支出'],
    [['20805'], '行政事业单位离退休', 2023, '20805', 'known', '行政事业单位离退休'],
    [['20805'], '行政事业单位离退休（款）', 2018, '20805', 'known', '行政事业单位离退休'],
    [['20805'], null, 2018, '20805', 'known', '行政事业单位离退休'],
    [['20805'], null, 2023, '20805', 'known', '行政事业单位养老支出'],
    [['20805'], '就业补助', 2023, '20805', 'other-name', '行政事业单位养老支出'],
    [['20805'], '', 2018, '20805', 'other-name', '行政事业单位离退休'],
    [['2080588'], '某支出', 2023, '2080588', 'unknown-code', null],
    [['7', '11', '02'], '事业单位医疗', 2023, '71102', 'unlikely', null],
    [['20805051'], '某支出', 2023, '20805051', 'unlikely', null],
    [['215999'], '其他资源勘探信息等支出', 2019, '2159999', 'known', '其他资源勘探信息等支出'],
    [['215999'], '某支出', 2019, '215999', 'unlikely', null],
    [['232'], '债务利息支出', 2020, '232', 'known', '债务付息支出'],
  ])('%j %s in %d', (cells, name, fiscalYear, code, match, catalogueName) => {
    expect(resolveCode({ cells, name, schemes: ['functional'], fiscalYear })).toEqual({
      scheme: 'functional',
      code,
      printed: cells.join(' '),
      match,
      catalogueName,
    });
  });

  it('takes the scheme in which the code is best known', () => {
    const schemes = ['functional', 'department-economic', 'government-economic'] as const;
    const query = { schemes, fiscalYear: 2024 };
    expect(resolveCode({ ...query, cells: ['301', '2'], name: '津贴补贴' })).toMatchObject({
      scheme: 'department-economic',
      code: '30102',
      match: 'known',
    });
    expect(resolveCode({ ...query, cells: ['501'], name: '机关工资福利支出' })?.scheme).toBe('government-economic');
    expect(resolveCode({ ...query, cells: ['9'], name: '?' })).toMatchObject({
      scheme: 'functional',
      match: 'unlikely',
    });
  });

  it('reads a code below the 类 of the row above', () => {
    const query = {
      cells: ['', '05', ''],
      name: '行政事业单位养老支出',
      schemes: ['functional'],
      fiscalYear: 2023,
    } as const;
    expect(resolveCode({ ...query, preceding: '208' })).toMatchObject({ code: '20805', match: 'known', printed: '05' });
    expect(resolveCode(query)).toMatchObject({ code: '05', match: 'unlikely' });
  });

  it('has no code for a row without digits', () => {
    expect(resolveCode({ cells: ['合计'], name: '', schemes: ['functional'], fiscalYear: null })).toBeNull();
  });
});

describe('functional classes by name', () => {
  it.each<[string, number | null, string | null]>([
    ['八、社会保障和就业支出', 2023, '208'],
    ['二十四、债务还本支出', 2023, '231'],
    ['二十四、抗疫特别国债安排的支出', 2024, '234'],
    ['七、文化体育与传媒支出', 2017, '207'],
    ['九、医疗卫生与计划生育支出', 2018, '210'],
    ['十八、国土海洋气象等支出', 2018, '220'],
    ['债务利息支出', 2020, '232'],
    ['二十三、其他支出', null, '229'],
    ['二十一、 社 会 保 障 和 就 业 支 出', 2023, '208'],
    ['社会保障和就业', 2023, '208'],
    ['208社会保障和就业支出', 2023, '208'],
    ['本年支出合计', 2023, null],
    ['支出', 2023, null],
    ['基本工资', 2023, null],
  ])('%s in %s is %s', (name, year, code) => {
    expect(functionalClassByName(name, year)).toBe(code);
  });
});
