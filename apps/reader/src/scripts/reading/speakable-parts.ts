/** Some voices fall silent after a quarter of a minute of one text; this is said in less. */
const LONGEST = 200;

/** Cuts a text into parts that a voice gets through: after sentences, else commas, else words. */
export function speakableParts(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > LONGEST) {
    const start = rest.slice(0, LONGEST);
    const sentence = /^.*[.!?؟。](?=[\s’”»)]|$)[’”»)]*/su.exec(start)?.[0].length ?? 0;
    const clause = /^.*[,;:،؛](?=\s)/su.exec(start)?.[0].length ?? 0;
    const cut = sentence || clause || start.lastIndexOf(' ') + 1 || LONGEST;
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}
