/** A value as the one JSON document on stdout, for `--json`: indented, so that a person can look at it too. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The same text as {@link formatJson} of the list of all `values`, value by value: a list may be longer than a string can be. */
export function* jsonListPieces(values: Iterable<unknown>): Generator<string, void, undefined> {
  let before = '[\n';
  for (const value of values) {
    yield `${before}  ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`;
    before = ',\n';
  }
  yield before === ',\n' ? '\n]\n' : '[]\n';
}
