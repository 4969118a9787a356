/** The beginning of a text for a message. */
export function beginning(text: string, length = 24): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : characters.join('');
}
