import { describe, expect, it } from 'vitest';
import { isOpenReason } from '../../../src/normalize/narrative/open-reason.js';

describe('isOpenReason', () => {
  it.each([
    ['人员经费增加20.00万元，公用经费减少5.00万元', 2],
    ['人员经费增加２０．００万元', 1],
    ['人员经费增加20.00万元，增长3.5%', 1],
    ['2023年新增3人，人员经费增加', 0],
    ['人员调动等原因', 0],
    ['基本工资等人员经费增加20.00万元', 1],
    ['', 0],
  ])('not open: %j with %i parts', (reason, parts) => {
    expect(isOpenReason(reason, parts)).toBe(false);
  });

  it.each([
    ['人员经费增加20.00万元，公用经费减少5.00万元等', 2],
    ['人员经费增加20.00万元（含补发）等。', 1],
    ['购置设备30.00 万元 等', 1],
    ['人员经费增加20.00万元，公用经费减少5.00万元', 1],
    ['上年一次性支付工程款8.00万元', 0],
  ])('open: %j with %i parts', (reason, parts) => {
    expect(isOpenReason(reason, parts)).toBe(true);
  });
});
