/** A value as the one JSON document on stdout, for `--json`: indented, so that a person can look at it too. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
