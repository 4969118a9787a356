/** One label that a time step may show: the text of a character, or '' for the blank between characters. */
export interface Candidate {
  readonly label: string;
  readonly probability: number;
}

/** What the recogniser says about one narrow column of the line: the labels worth looking at, the blank always among them. */
export type TimeStep = readonly Candidate[];

/** Label of the class that says "no character begins or goes on here". */
export const BLANK = '';

/** Labels less probable than this are not looked at: they cannot make an alternative that anybody would weigh. */
const FLOOR = 0.002;

/** What the blank has at least. */
const IMPROBABLE = 1e-6;

/** Probabilities of a step sum to one, but for rounding. */
const ROUNDING = 1e-4;
/** So many classes are gone through before it is asked whether those that are left can have a candidate among them. */
const BLOCK = 64;

/** A matrix of probabilities, one row for each time step, one column for each class; a row sums to one. */
export interface Probabilities {
  readonly steps: number;
  readonly classes: number;
  readonly data: Float32Array;
}

/** A class that is looked at, and the label it counts for. */
export interface NamedClass {
  readonly index: number;
  readonly label: string;
}

/**
 * Classes as a search through thousands of them for each step of each line wants them: numbers in a row, the blanks apart. `first` is the class
 * with which a row without gaps begins: it is gone through without looking up any number; `null` where there are gaps.
 */
export interface Alphabet {
  readonly blanks: readonly number[];
  readonly indexes: Int32Array;
  readonly labels: readonly string[];
  readonly first: number | null;
}

/** The given classes as an alphabet. Made once, not for each line. */
export function alphabetOf(classes: readonly NamedClass[]): Alphabet {
  const printed = classes.filter(({ label }) => label !== BLANK);
  const first = printed[0]?.index ?? 0;
  return {
    blanks: classes.flatMap(({ index, label }) => (label === BLANK ? [index] : [])),
    indexes: Int32Array.from(printed, ({ index }) => index),
    labels: printed.map(({ label }) => label),
    first: printed.every(({ index }, at) => index === first + at) ? first : null,
  };
}

/**
 * Candidates of each time step out of the given classes; the others are left out, which is how a line is restricted to an
 * alphabet. Classes of the same label are one candidate with the sum of both. Probabilities are not made to sum to one again:
 * what is missing is what the recogniser gave to the classes left out.
 */
export function timeSteps(matrix: Probabilities, alphabet: Alphabet): readonly TimeStep[] {
  const { steps, classes, data } = matrix;
  const { blanks, indexes, labels, first } = alphabet;
  return Array.from({ length: steps }, (_, step) => {
    const row = step * classes;
    // A step without any candidate would make every text impossible.
    const blank = blanks.reduce((sum, index) => sum + (data[row + index] ?? 0), IMPROBABLE);
    const found = new Map<string, number>([[BLANK, blank]]);
    const add = (at: number, probability: number): void => {
      const label = labels[at] ?? BLANK;
      found.set(label, (found.get(label) ?? 0) + probability);
    };
    if (first === null)
      indexes.forEach((index, at) => {
        const probability = data[row + index] ?? 0;
        if (probability >= FLOOR) add(at, probability);
      });
    else {
      const values = data.subarray(row + first, row + first + indexes.length);
      let left = 1 + ROUNDING - blank;
      for (let from = 0; from < values.length && left >= FLOOR; from += BLOCK)
        for (let at = from; at < Math.min(values.length, from + BLOCK); at++) {
          const probability = values[at] ?? 0;
          left -= probability;
          if (probability >= FLOOR) add(at, probability);
        }
    }
    return [...found].map(([label, probability]) => ({ label, probability }));
  });
}

/** Probability of a label at a step; 0 where it is not among the candidates. */
export function probabilityOf(step: TimeStep, label: string): number {
  for (const candidate of step) if (candidate.label === label) return candidate.probability;
  return 0;
}
