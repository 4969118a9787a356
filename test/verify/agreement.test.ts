import { describe, expect, it } from 'vitest';
import { isAgreed, isSameText } from '../../src/verify/agreement.js';

const by = (engine: string, text: string) => ({ engine, text, confidence: 0.9 });

describe('isAgreed', () => {
  it.each([
    ['1,234.50', '1234.50', true],
    ['', '', true],
    ['12.50', '12.5', true],
    ['12.50', '12.60', false],
    ['12.50', '', false],
    ['1?.50', '1?.50', false],
  ])('“%s” and “%s”: %s', (a, b, same) => {
    expect(isSameText(a, b)).toBe(same);
    expect(isAgreed([by('one', a), by('other', b)])).toBe(same);
  });

  it('wants two engines: alternatives of one are no agreement', () => {
    expect(isAgreed([by('one', '5.00'), by('one', '5.00')])).toBe(false);
    expect(isAgreed([by('one', '5.00'), by('one', '6.00'), by('other', '5.00')])).toBe(true);
    expect(isAgreed()).toBe(false);
  });
});
