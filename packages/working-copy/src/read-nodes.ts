import { attributesOf, type BlockNode, nodeTypes } from '@viewpoints/domain/document/blocks';
import * as Y from 'yjs';

/** A node as JSON has it, before a schema has looked at it. */
type Json = { type: string; [key: string]: unknown };

/** What is in a part of a shared document, as the editor would have it as JSON. */
export function readNodes(part: Y.XmlFragment): Json[] {
  return part.toArray().flatMap((child): Json[] => {
    if (child instanceof Y.XmlText) return readText(child);
    if (!(child instanceof Y.XmlElement)) return [{ type: 'unknown' }];
    return isEmptyNote(child) ? [] : [readElement(child)];
  });
}

/** A note that somebody is about to write says nothing yet. */
const isEmptyNote = (element: Y.XmlElement): boolean =>
  element.nodeName === 'footnote' && readNodes(element).length === 0;

function readElement(element: Y.XmlElement): Json {
  const type = element.nodeName;
  const content = readNodes(element);
  const attrs = attributesIn(element);
  return {
    type,
    ...(attrs === null ? {} : { attrs }),
    ...(content.length > 0 ? { content } : {}),
  };
}

/** An attribute that is not set is null; one that the kind of node does not have stays, to be refused. */
function attributesIn(element: Y.XmlElement): object | null {
  const set = element.getAttributes() as object;
  const names = isNodeType(element.nodeName) ? attributesOf(element.nodeName) : [];
  const unset = Object.fromEntries(names.map((name) => [name, null]));
  const attrs = { ...unset, ...set };
  return Object.keys(attrs).length > 0 ? attrs : null;
}

const isNodeType = (name: string): name is BlockNode['type'] =>
  nodeTypes.some((type) => type === name);

function readText(text: Y.XmlText): Json[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, object> }[]).map(
    ({ insert, attributes = {} }) => {
      const marks = Object.entries(attributes).map(([type, attrs]) =>
        Object.keys(attrs).length > 0 ? { type, attrs } : { type },
      );
      return { type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) };
    },
  );
}
