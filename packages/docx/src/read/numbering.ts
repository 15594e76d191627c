import { childOf, childValue, elementsIn, type XmlElement } from '../archive/parse-xml.ts';
import { numberOr } from './styles.ts';
import type { Numbering } from './word-blocks.ts';

type Level = { format: string; start: number; restart: boolean };
type List = { abstractId: string; levels: Map<number, Level>; starts: Map<number, number> };

/** Counts the paragraphs of lists as Word does. */
export type ListCounter = {
  /** The place of the next paragraph in its list; null if it is in none. */
  count: (numId: string, level: number) => Numbering | null;
};

/** Reads `numbering.xml`. Lists over one definition go on counting where the other ended. */
export function readNumbering(root: XmlElement | null): ListCounter {
  const lists = root === null ? new Map<string, List>() : readLists(root);
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    count: (numId, level) => {
      const list = lists.get(numId);
      const { format, start } = list?.levels.get(level) ?? unknownLevel;
      // 0 takes a paragraph out of the list that its style puts it into.
      if (numId === '0' || format === 'none') return null;
      const key = list?.abstractId ?? `own ${numId}`;
      const numbers: (number | undefined)[] = counts.get(key) ?? [];
      counts.set(key, numbers);
      const override = list?.starts.get(level);
      if (override !== undefined && !begun.has(`${numId} ${level}`)) numbers[level] = override - 1;
      begun.add(`${numId} ${level}`);
      const number = (numbers[level] ?? start - 1) + 1;
      numbers[level] = number;
      // Levels below begin again, unless they say that they go on.
      for (let below = level + 1; below < numbers.length; below++)
        if (list?.levels.get(below)?.restart !== false) delete numbers[below];
      return { listId: key, level, format, number };
    },
  };
}

/** A list that the file does not define: one of another program, or a damaged one. */
const unknownLevel: Level = { format: 'bullet', start: 1, restart: true };

function readLists(root: XmlElement): Map<string, List> {
  const abstract = new Map<string, Map<number, Level>>();
  const byStyle = new Map<string, string>();
  const all = elementsIn(root);
  for (const element of all) {
    if (element.name !== 'w:abstractNum') continue;
    const id = element.attributes['w:abstractNumId'] ?? '';
    abstract.set(id, levelsIn(element));
    const style = childValue(element, 'w:styleLink');
    if (style !== null) byStyle.set(style, id);
  }
  for (const element of all) {
    // Its levels are those of a list style, which another definition has.
    const link = childValue(element, 'w:numStyleLink');
    const levels = abstract.get(byStyle.get(link ?? '') ?? '');
    if (levels !== undefined) abstract.set(element.attributes['w:abstractNumId'] ?? '', levels);
  }
  const lists = new Map<string, List>();
  for (const element of all) {
    if (element.name !== 'w:num') continue;
    const abstractId = childValue(element, 'w:abstractNumId') ?? '';
    const levels = new Map(abstract.get(abstractId));
    const starts = new Map<number, number>();
    for (const override of elementsIn(element)) {
      if (override.name !== 'w:lvlOverride') continue;
      const level = numberOr(override.attributes['w:ilvl'], 0);
      for (const [at, own] of levelsIn(override)) levels.set(at, own);
      const start = numberOr(childValue(override, 'w:startOverride'), null);
      if (start !== null) starts.set(level, start);
    }
    lists.set(element.attributes['w:numId'] ?? '', { abstractId, levels, starts });
  }
  return lists;
}

function levelsIn(element: XmlElement): Map<number, Level> {
  const levels = elementsIn(element).filter(({ name }) => name === 'w:lvl');
  return new Map(
    levels.map((level) => [
      numberOr(level.attributes['w:ilvl'], 0),
      {
        format: formatIn(level),
        start: numberOr(childValue(level, 'w:start'), 1),
        restart: childValue(level, 'w:lvlRestart') !== '0',
      },
    ]),
  );
}

/** Formats of later versions are a choice with a fallback for earlier versions. */
const formatIn = (level: XmlElement): string =>
  childValue(level, 'w:numFmt') ??
  childValue(childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ??
  'decimal';
