import { updateYFragment } from '@tiptap/y-tiptap';
import { ArticleContent } from '@viewpoints/domain/articles/article';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { diffWords } from '@viewpoints/domain/text/diff-words';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import type { z } from 'zod';
import { carryComments } from './carry-comments.ts';
import { documentSchema } from './document-schema.ts';
import { preserveBlocks } from './preserve-blocks.ts';
import { readEverything, readNodes } from './read-nodes.ts';
import type { Json } from './suggestions/json.ts';
import { keepSuggestions } from './suggestions/keep-suggestions.ts';
import { areReadable, authorsPart } from './suggestions/suggestion-authors.ts';
import { withoutSuggestions } from './suggestions/without-suggestions.ts';

/** The fields of an article in the shared document: all but the note, which is protected. */
export const SharedContent = ArticleContent.omit({ note: true });
export type SharedContent = z.infer<typeof SharedContent>;

/** Lines that people write in together, character by character. */
const lines = ['headline', 'standfirst', 'section'] as const;
type Detail = Exclude<keyof SharedContent, (typeof lines)[number] | 'body'>;
const details = (Object.keys(SharedContent.shape) as (keyof SharedContent)[]).filter(
  (field): field is Detail => field !== 'body' && !lines.some((line) => line === field),
);

const bodyIn = (shared: Y.Doc) => shared.getXmlFragment('body');
const detailsIn = (shared: Y.Doc) => shared.getMap('details');

/**
 * The content of a shared document, as the domain has it, its text in normal form; or why no schema
 * accepts it. Nothing is left out or filled in.
 */
export function readShared(shared: Y.Doc): z.ZodSafeParseResult<SharedContent> {
  const read = parseShared(shared);
  if (!read.success) return read;
  return { ...read, data: { ...read.data, body: normaliseDocument(read.data.body) } };
}

/** The same with the unsaved form of its text: empty paragraphs and trailing spaces included. */
function parseShared(shared: Y.Doc): z.ZodSafeParseResult<SharedContent> {
  const content = [...readNodes(bodyIn(shared)), ...unreadParts(shared)];
  return SharedContent.safeParse({
    ...detailsIn(shared).toJSON(),
    ...Object.fromEntries(lines.map((line) => [line, shared.getText(line).toString()])),
    body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
  });
}

/**
 * Content of a shared document outside the parts that are read, as nodes that no schema accepts:
 * unread parts must not be a place to store anything.
 */
function unreadParts(shared: Y.Doc): { type: string }[] {
  const known = ['body', 'details', authorsPart, ...lines];
  const texts = lines.map((line) => shared.getText(line));
  const isUnread =
    [...shared.share.keys()].some((name) => !known.includes(name)) ||
    texts.some((text) => !isPlain(text)) ||
    isNamed(bodyIn(shared)) ||
    isListed(detailsIn(shared)) ||
    !areReadable(shared) ||
    hasUnreadText(bodyIn(shared));
  return isUnread ? [{ type: 'unknown' }] : [];
}

/** Whether a line is words alone, without marks, objects or values by name. */
const isPlain = (text: Y.Text): boolean =>
  !isNamed(text) &&
  (text.toDelta() as { insert: unknown; attributes?: object }[]).every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  );

/** Whether a type that is read in order has values by name, and one that is read by name has some in order. */
const isNamed = (type: Pick<Y.Text, '_map'>): boolean =>
  [...type._map.values()].some((item) => !item.deleted);
const isListed = (type: Pick<Y.Text, '_length'>): boolean => type._length > 0;

function hasUnreadText(part: Y.XmlFragment): boolean {
  return part.toArray().some((child) => {
    if (child instanceof Y.XmlText) return isNamed(child);
    return child instanceof Y.XmlElement && hasUnreadText(child);
  });
}

/** The fields of a shared document but its text, as they were typed: nothing is trimmed or refused. */
export const fieldsOf = (shared: Y.Doc): Omit<SharedContent, 'body'> =>
  ({
    ...detailsIn(shared).toJSON(),
    ...Object.fromEntries(lines.map((line) => [line, shared.getText(line).toString()])),
  }) as Omit<SharedContent, 'body'>;

/** Writes one field of a shared document, of a line only the letters that are other ones. */
export function writeField<Field extends Exclude<keyof SharedContent, 'body'>>(
  shared: Y.Doc,
  field: Field,
  value: SharedContent[Field],
): void {
  const line = lines.find((each) => each === field);
  shared.transact(() => {
    if (line !== undefined) writeLetters(shared.getText(line), value as string);
    else writeDetail(detailsIn(shared), field as Detail, value);
  });
}

/** Makes a shared document say something else, by as small a change as can be found. */
export function writeShared(shared: Y.Doc, content: SharedContent): void {
  shared.transact(() => {
    for (const field of details) writeDetail(detailsIn(shared), field, content[field]);
    const current = parseShared(shared).data;
    // A space that was typed before the next word is in no saved line.
    for (const line of lines)
      if (current?.[line] !== content[line]) writeLine(shared.getText(line), content[line]);
    const written = current ? preserveBlocks(current.body, content.body) : content.body;
    const before = readEverything(bodyIn(shared));
    const commented = carryComments(withoutSuggestions(before), written.content);
    writeNodes(shared, current ? keepSuggestions(before, commented) : commented);
  });
}

/** Makes the text of a shared document these nodes, with their comments and suggestions. */
export function writeNodes(shared: Y.Doc, content: readonly Json[]): void {
  const body = Node.fromJSON(documentSchema, { type: 'doc', content });
  shared.transact(() => {
    updateYFragment(shared, bodyIn(shared), body, { mapping: new Map(), isOMark: new Map() });
  });
}

function writeDetail(map: Y.Map<unknown>, field: Detail, value: unknown): void {
  if (map.has(field) && stableJson(map.get(field)) === stableJson(value)) return;
  map.set(field, value);
}

function writeLetters(text: Y.Text, letters: string): void {
  const before = text.toString();
  const shorter = Math.min(before.length, letters.length);
  let start = 0;
  while (start < shorter && before[start] === letters[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-tail - 1) === letters.at(-tail - 1)) tail += 1;
  if (before.length > start + tail) text.delete(start, before.length - start - tail);
  if (letters.length > start + tail)
    text.insert(start, letters.slice(start, letters.length - tail));
}

/** Unchanged words stay the same characters, so that the cursor of an editor among them stays. */
function writeLine(text: Y.Text, words: string): void {
  let at = 0;
  for (const part of diffWords(text.toString(), words)) {
    if (part.kind === 'removed') text.delete(at, part.text.length);
    else {
      if (part.kind === 'added') text.insert(at, part.text);
      at += part.text.length;
    }
  }
}
