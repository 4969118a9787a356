import { labelForm } from '../text/full-width.js';
import { evaluationWords } from './words.js';

/** The title of a self-evaluation table that a line or a cell is, as printed; `null` for all others, sentences about such tables too. */
export function titleIn(text: string): string | null {
  const { title, titleEnds, otherTitle } = evaluationWords();
  if (!text.includes('评')) return null;
  const form = labelForm(text);
  if (form.length > 60 || !title.test(form) || /[。；;]/u.test(form)) return null;
  return titleEnds.test(form) && !otherTitle.test(form) ? text.trim() : null;
}
