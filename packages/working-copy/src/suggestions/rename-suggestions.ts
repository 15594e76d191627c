import {
  attributesIn,
  isSuggestionMark,
  type Json,
  keyIn,
  withAttributes,
  withMarks,
} from './json.ts';
import {
  readBlockChange,
  type SuggestionKey,
  suggestionAttributes,
  writeBlockChange,
  writeKey,
} from './suggestion.ts';

/** A text in which some suggestions have another key, by the key that they have as text. */
export function renameSuggestions(
  nodes: readonly Json[],
  names: ReadonlyMap<string, SuggestionKey>,
): Json[] {
  return nodes.map((node) => {
    if (node.type === 'text')
      return withMarks(
        node,
        (node.marks ?? []).map((mark) => {
          const key = isSuggestionMark(mark) && names.get(writeKey(mark.attrs));
          return key ? { ...mark, attrs: { ...mark.attrs, ...key } } : mark;
        }),
      );
    const renamed: Record<string, string> = {};
    for (const name of suggestionAttributes) {
      const had = keyIn(node, name);
      const key = had === null ? undefined : names.get(writeKey(had));
      if (key === undefined) continue;
      const change = readBlockChange(attributesIn(node)[name]);
      renamed[name] = change === null ? writeKey(key) : writeBlockChange(key, change.to);
    }
    const own =
      Object.keys(renamed).length > 0
        ? withAttributes(node, { ...attributesIn(node), ...renamed })
        : node;
    return own.content === undefined
      ? own
      : { ...own, content: renameSuggestions(own.content, names) };
  });
}
