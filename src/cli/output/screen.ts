import type { Output } from '../services.js';

/** Width to wrap text to on a screen; `null` for a file or a pipe, where whoever reads it breaks the lines. */
export function screenWidth({ isTerminal, columns }: Output): number | null {
  return isTerminal ? columns : null;
}
