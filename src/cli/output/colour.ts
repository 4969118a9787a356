/** The colours used, as ANSI escape codes (SGR). */
const CODES = { red: 31, green: 32, yellow: 33, bold: 1, faint: 2 } as const;

export type Colour = keyof typeof CODES;

/** Colours a text, or leaves it as it is where colour is off. */
export type Paint = (colour: Colour, text: string) => string;

/** The painter for an output: the identity where `enabled` is false. */
export function painter(enabled: boolean): Paint {
  return (colour, text) => (enabled ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);
}

/** Whether to colour: only a terminal that can, and only while NO_COLOR (no-color.org) is unset or empty. Pure. */
export function wantsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb';
}
