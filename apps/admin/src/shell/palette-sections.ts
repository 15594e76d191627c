import type { NamedThing } from '@viewpoints/domain/desk/named-things';
import { defaultFilter } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { kindOnScreen } from './palette-things.ts';

/** A line of the palette. */
export type PaletteItem = {
  key: string;
  label: string;
  icon: LucideIcon;
  /** What else it is looked for by. */
  words?: string[];
  /** What tells it from others with the same label. */
  detail?: string | null;
  end?: ReactNode;
  run: () => void;
};

export type PaletteSection = { heading: string; items: PaletteItem[] };

type Scored = PaletteSection & { score: number };

/** How well names fit, by the rank that the server gives them, beside the scores of commands. */
const scoreOfRank = [0.995, 0.9, 0.6, 0.3];
/** Below it, the letters of a word are only scattered over a label. */
const leastScore = 0.05;

/**
 * The sections that are shown for these words, the best fitting first; all sections of commands, in
 * their own order, while nothing is typed.
 */
export function sectionsFor(
  query: string,
  {
    commands,
    things,
    itemOf,
  }: {
    commands: readonly PaletteSection[];
    things: readonly NamedThing[];
    itemOf: (thing: NamedThing) => PaletteItem;
  },
): PaletteSection[] {
  const given = commands.filter(({ items }) => items.length > 0);
  if (query === '') return given;
  const fitting = given.flatMap(({ heading, items }): Scored[] => {
    const scored = items
      .map((item) => ({ item, score: defaultFilter(item.label, query, item.words) }))
      .filter(({ score }) => score > leastScore)
      .sort((a, b) => b.score - a.score);
    const [best] = scored;
    return best ? [{ heading, items: scored.map(({ item }) => item), score: best.score }] : [];
  });
  const named = new Map<string, Scored>();
  for (const thing of things) {
    const { heading } = kindOnScreen(thing.kind);
    const section = named.get(heading) ?? { heading, items: [], score: 0 };
    section.items.push(itemOf(thing));
    section.score = Math.max(section.score, scoreOfRank[thing.rank] ?? 0);
    named.set(heading, section);
  }
  return [...fitting, ...named.values()].sort((a, b) => b.score - a.score);
}
