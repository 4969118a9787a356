// The lines of the tables that benchmarks print.

/** How values are printed, by their unit. */
export const UNITS = {
  ratio: (value) => `${value.toFixed(2)} x`,
  share: (value) => `${(100 * value).toFixed(1)} %`,
  bytes: (value) => `${Math.round(value / 1e6)} MB`,
};

/** One measure with its bar; whether it keeps it. */
export function printMeasure({ name, value, detail, bar, unit }) {
  const passed = value <= bar;
  printRow([name, UNITS[unit](value), `bar ${UNITS[unit](bar)}`, passed ? 'pass' : 'FAIL', detail]);
  return passed;
}

/** One line of cells. */
export function printRow([name, ...cells]) {
  console.log([name.padEnd(30), ...cells.map((cell) => cell.padStart(12))].join('  ').trimEnd());
}
