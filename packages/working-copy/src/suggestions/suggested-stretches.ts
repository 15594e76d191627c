import { stableJson } from '@viewpoints/domain/text/stable-json';
import * as Y from 'yjs';
import { markOf } from '../read-nodes.ts';
import { markNames } from './drop-suggestions.ts';
import { isCommentMark } from './json.ts';
import {
  FormatChange,
  readBlockChange,
  readKey,
  SuggestionKey,
  suggestionAttributes,
  writeKey,
} from './suggestion.ts';

/**
 * A run of letters, or a node, with the ids that Yjs gave it. The ids stay the same until it is deleted;
 * text that is moved gets new ones.
 */
export type Stretch = {
  client: number;
  clock: number;
  length: number;
  /** The effect of each suggestion on it, by its key as text. */
  parts: ReadonlyMap<string, string>;
  /** The key of the suggestion that inserts it, as text; null for text of the article. */
  insertedBy: string | null;
};

/** How many letters and nodes are suggested insertions. */
export const countInserted = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { insertedBy, length }) => sum + (insertedBy === null ? 0 : length), 0);

/** How many suggestions there are. */
export const countSuggestions = (stretches: readonly Stretch[]): number =>
  new Set(stretches.flatMap(({ parts }) => [...parts.keys()])).size;

/** The name of suggestions whose key cannot be parsed. */
export const unreadable = 'unreadable';

/** Everything in the text of a shared document, in its order. */
export function stretchesIn(shared: Y.Doc): Stretch[] {
  const found: Stretch[] = [];
  visit(shared.getXmlFragment('body'), null, found);
  return found;
}

function visit(part: Y.XmlFragment, within: string | null, found: Stretch[]): void {
  for (const child of part.toArray()) {
    if (child instanceof Y.XmlText) visitText(child, within, found);
    else if (child instanceof Y.XmlElement) {
      const stretch = ofElement(child, within);
      found.push(stretch);
      visit(child, stretch.insertedBy, found);
    } else found.push({ ...placeOf(child._item), ...whole(within, stableJson(child)) });
  }
}

const placeOf = (item: Y.Item | null) => ({
  client: item?.id.client ?? 0,
  clock: item?.id.clock ?? 0,
  length: item?.length ?? 1,
});

/** Everything inside a suggested block is part of the suggestion of that block. */
const whole = (within: string | null, says: string) => ({
  parts: within === null ? nothing : new Map([[within, says]]),
  insertedBy: within,
});

const nothing: ReadonlyMap<string, string> = new Map();

function ofElement(element: Y.XmlElement, within: string | null): Stretch {
  const attrs: Record<string, unknown> = element.getAttributes();
  const own = Object.entries(attrs).filter(
    ([name]) => !suggestionAttributes.some((each) => each === name),
  );
  const is = stableJson([element.nodeName, Object.fromEntries(own)]);
  const parts = new Map<string, string>();
  const add = (name: string, says: string) => parts.set(name, `${parts.get(name) ?? ''}${says};`);
  let insertedBy = within;
  for (const name of suggestionAttributes) {
    const value = attrs[name];
    if (value === undefined || value === null) continue;
    const key = name === 'suggestedChange' ? readBlockChange(value)?.key : readKey(value);
    const keyName = key ? writeKey(key) : unreadable;
    if (name === 'suggestedInsertion') insertedBy = keyName;
    else add(keyName, stableJson([name, name === 'suggestedChange' || !key ? value : null]));
  }
  if (insertedBy !== null) add(insertedBy, is);
  return { ...placeOf(element._item), parts, insertedBy };
}

function visitText(text: Y.XmlText, within: string | null, found: Stretch[]): void {
  const attributes = new Map<string, unknown>();
  let said: Pick<Stretch, 'parts' | 'insertedBy'> | null = null;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) attributes.delete(content.key);
      else attributes.set(content.key, content.value);
      said = null;
      continue;
    }
    if (!item.countable) continue;
    said ??= ofText(attributes, within);
    found.push({ ...placeOf(item), ...said });
  }
}

function ofText(
  attributes: ReadonlyMap<string, unknown>,
  within: string | null,
): Pick<Stretch, 'parts' | 'insertedBy'> {
  const insertion = attributes.get('insertion');
  const insertedBy = insertion === undefined ? within : nameIn(insertion);
  const parts = new Map<string, string>();
  const add = (name: string, says: string) => parts.set(name, `${parts.get(name) ?? ''}${says};`);
  const names = [...attributes.keys()].sort();
  for (const name of names)
    if (name !== 'insertion' && markNames.test(name))
      add(nameIn(attributes.get(name)), stableJson([kindOf(name), attributes.get(name)]));
  if (insertedBy !== null) {
    // Comments are left out: a comment on an insertion does not change the suggestion.
    const plain = names.filter(
      (name) => !markNames.test(name) && !isComment(name, attributes.get(name)),
    );
    add(insertedBy, stableJson(plain.map((name) => [name, attributes.get(name)])));
  }
  return { parts, insertedBy };
}

const isComment = (name: string, value: unknown): boolean =>
  typeof value === 'object' && value !== null && isCommentMark(markOf(name, value));

const kindOf = (name: string): string => name.replace(/--.*/, '');

function nameIn(value: unknown): string {
  const key = SuggestionKey.safeParse(value).data ?? FormatChange.safeParse(value).data;
  return key === undefined ? unreadable : writeKey({ by: key.by, id: key.id });
}
