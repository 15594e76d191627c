import { findMentions, prepareNeedles } from '@viewpoints/domain/attribution/find-mentions';
import type { Needle } from '@viewpoints/domain/attribution/needle';

export type NamedNeedles = { name: string; needles: Needle[] };

/** How many pairs of a text and a name that is not in it raise an alarm, by the worst of the two kinds. */
export function falseAlarms(
  texts: readonly string[],
  names: readonly NamedNeedles[],
): { pairs: number; certain: number; possible: number } {
  const owned = names.flatMap(({ name, needles }) =>
    needles.map((needle) => ({ ...needle, name })),
  );
  const prepared = prepareNeedles(owned, ({ name }) => name);
  let certain = 0;
  let possible = 0;
  for (const text of texts) {
    const worst = new Map<string, Needle['certainty']>();
    for (const { needle, words } of findMentions(text, prepared)) {
      if (worst.get(needle.name) !== 'certain') worst.set(needle.name, needle.certainty);
      if (process.argv.includes('--alarms')) console.log(needle.certainty, needle.name, '·', words);
    }
    for (const certainty of worst.values()) {
      if (certainty === 'certain') certain += 1;
      else possible += 1;
    }
  }
  return { pairs: texts.length * names.length, certain, possible };
}
