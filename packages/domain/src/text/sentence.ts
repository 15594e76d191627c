/** With its first letter a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A half-sentence ("write something here") as a whole one. */
export function sentence(half: string): string {
  const text = capitalised(half);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
