import type { SuggestionPart } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { readMark } from '@viewpoints/working-copy/suggestions/suggestion';
import {
  attributeDetails,
  lostTitle,
} from '@viewpoints/working-copy/suggestions/suggestion-details';
import { blockName } from './block-names.ts';
import { moveName } from './move-name.ts';

const formatNames: Record<string, string> = {
  strong: 'strong',
  emphasis: 'emphasis',
  smallCaps: 'small capitals',
  code: 'code',
  link: 'link',
  language: 'language',
};

/** One line of what a suggestion would do, with the words that it is about. */
export type SuggestionLine = {
  verb: string;
  was?: string;
  is?: string;
  /** What it contains besides words, such as the address of a link. */
  details?: string[];
};

/** The effect of a suggestion, replacements on one line. */
export function suggestionLines(parts: readonly SuggestionPart[]): SuggestionLine[] {
  const lines: SuggestionLine[] = [];
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const last = lines.at(-1);
    const isReplaced =
      part.kind === 'insert' && before?.kind === 'delete' && last?.verb === 'Delete';
    if (isReplaced && last?.was !== undefined)
      lines[lines.length - 1] = {
        ...lineOf(part),
        ...detailsOf(part),
        ...{ verb: 'Replace', was: last.was },
      };
    else lines.push({ ...lineOf(part), ...detailsOf(part) });
  }
  return lines;
}

const detailNames: Record<string, string> = {
  href: 'Address',
  alt: 'Alt text',
  mediaId: 'Picture or file',
  lang: 'Language',
  dir: 'Direction',
  [lostTitle]: 'Title deleted with the last block',
};

function attrsOf(part: Parameters<typeof readMark>[0]): object {
  const mark = readMark(part);
  return mark !== null && 'attrs' in mark ? mark.attrs : {};
}

function detailsOf(part: SuggestionPart): { details?: string[] } {
  const found =
    part.kind === 'format'
      ? attributeDetails('', attrsOf(part))
      : 'details' in part
        ? (part.details ?? [])
        : [];
  const details = found.map(({ of, name, value }) => {
    const what =
      name === undefined ? (formatNames[of] ?? blockName(of)) : (detailNames[name] ?? name);
    return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${value}`;
  });
  return details.length > 0 ? { details } : {};
}

function lineOf(part: SuggestionPart): SuggestionLine {
  switch (part.kind) {
    case 'insert':
      return { verb: 'Insert', is: part.text };
    case 'delete':
      return { verb: 'Delete', was: part.text };
    case 'divide':
      return { verb: 'Split paragraph' };
    case 'join':
      return { verb: 'Join paragraphs' };
    case 'insert_block':
      return { verb: `Insert ${blockName(part.type)}`, is: part.text };
    case 'delete_block':
      return { verb: `Delete ${blockName(part.type)}`, was: part.text };
    case 'change_block':
      return { verb: `Make it a ${blockName(part.to)}`, is: part.text };
    case 'move_block':
      return { verb: moveName(part), is: part.text };
    case 'format': {
      const name = formatNames[readMark(part)?.type ?? ''] ?? 'format';
      return { verb: `${part.change === 'add' ? 'Add' : 'Remove'} ${name}`, is: part.text };
    }
  }
}
