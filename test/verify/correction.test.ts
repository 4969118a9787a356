import { describe, expect, it } from 'vitest';
import type { Identity, Term } from '../../src/verify/check.js';
import { contradictions } from '../../src/verify/correction.js';
import { evaluate } from '../../src/verify/identity.js';
import { figure } from '../support/statement-factory.js';

const term = (path: string, printed: string): Term => ({ sign: 1, label: path, path, figure: figure(printed) });

function evaluated(...identities: readonly (readonly [total: Term, ...parts: Term[]])[]) {
  return identities.map(([total, ...right]) => {
    const identity: Identity = { subject: total.label, shape: 'sum', left: [total], right, doubt: null };
    return { check: 'totals/sum', identity, evaluation: evaluate(identity) };
  });
}

describe('contradictions', () => {
  it('finds none where everything adds up', () => {
    expect(contradictions(evaluated([term('a', '3.00'), term('b', '1.00'), term('c', '2.00')]))).toEqual([]);
  });

  it('names the one number that explains two failing sums', () => {
    const wrong = term('b', '7.00');
    const [found, ...others] = contradictions(
      evaluated(
        [term('a', '3.00'), wrong, term('c', '2.00')],
        [wrong, term('d', '1.00'), term('e', '0.00')],
        [term('c', '2.00'), term('f', '2.00'), term('g', '0.00')],
      ),
    );
    expect(others).toEqual([]);
    expect(found?.violations).toHaveLength(2);
    expect(found?.corrections).toMatchObject([{ path: 'b', from: 7_000_000, to: 1_000_000 }]);
  });

  it('names every number that could be the wrong one where one sum alone fails', () => {
    const [found] = contradictions(evaluated([term('a', '3.00'), term('b', '7.00'), term('c', '2.00')]));
    expect(found?.corrections.map(({ path, to }) => [path, to])).toEqual([
      ['a', 9_000_000],
      ['b', 1_000_000],
    ]);
  });

  it('offers no negative value where none was printed, and none finer than the print', () => {
    const [found] = contradictions(evaluated([term('a', '3'), term('b', '1.25'), term('c', '0.50')]));
    // a would have to be 1.75 (it prints no decimals); c 1.75; b 2.50.
    expect(found?.corrections.map(({ path }) => path)).toEqual(['b', 'c']);
  });

  it('has no single correction for two independent misprints in sums that hang together', () => {
    const shared = term('s', '5.00');
    const [found] = contradictions(
      evaluated([term('t', '10.00'), shared, term('u', '1.00')], [term('v', '20.00'), shared, term('w', '2.00')]),
    );
    expect(found?.violations).toHaveLength(2);
    expect(found?.corrections).toEqual([]);
  });

  it('keeps contradictions apart that share no number', () => {
    expect(
      contradictions(
        evaluated(
          [term('a', '3.00'), term('b', '1.00'), term('c', '1.00')],
          [term('x', '3.00'), term('y', '1.00'), term('z', '1.00')],
        ),
      ),
    ).toHaveLength(2);
  });
});
