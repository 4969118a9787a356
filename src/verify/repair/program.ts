/** A mixed-integer program in the making, written in the LP format that HiGHS reads. All numbers are integers. */
export class Program {
  private readonly objective: string[] = [];
  private readonly constraints: string[] = [];
  private readonly bounds: string[] = [];
  private readonly generals: string[] = [];
  private readonly binaries: string[] = [];

  /** A yes or no with its price. */
  binary(name: string, price: number): string {
    this.binaries.push(name);
    this.objective.push(term(price, name));
    return name;
  }

  /** A whole number from 0 to `most`. */
  whole(name: string, most: number): string {
    this.generals.push(name);
    this.bounds.push(`0 <= ${name} <= ${most}`);
    return name;
  }

  /** A linear constraint: terms from {@link term}. */
  require(terms: readonly string[], relation: '<=' | '>=' | '=', value: number): void {
    this.constraints.push(`r${this.constraints.length}: ${terms.join('\n ')} ${relation} ${value}`);
  }

  /** The program, with no solution above this price. */
  text(budget: number): string {
    this.require(this.objective, '<=', budget);
    const { objective, constraints, bounds, generals, binaries } = this;
    return [
      'Minimize',
      `cost: ${objective.join('\n ')}`,
      'Subject To',
      ...constraints,
      'Bounds',
      ...bounds,
      ...(generals.length > 0 ? ['Generals', ...generals] : []),
      'Binary',
      ...binaries,
      'End',
    ].join('\n');
  }
}

/** "+ 3 x" or "- 3 x". */
export function term(factor: number, name: string): string {
  return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
}
