import { escapeMarkup } from '@viewpoints/domain/text/markup';
import type { Points } from '../core/points.ts';
import { markers } from '../core/post-elements.ts';
import { looksLikeShortcode, replaceShortcodes, type Shortcode } from '../core/shortcodes.ts';

/** Shortcodes of the plugins for footnotes that are used most. */
const noteShortcodes = new Set(['footnote', 'efn_note', 'ref', 'fn', 'mfn']);

/** The words of Gutenberg's own footnotes, as its custom field has them. */
export type StoredNote = { id: string; content: string };

/** Reads the custom field of footnotes; nothing of it where it is not what WordPress writes. */
export function storedNotes(field: string): StoredNote[] {
  try {
    const notes: unknown = JSON.parse(field);
    if (!Array.isArray(notes)) return [];
    return notes.flatMap((note: unknown) => {
      const { id, content } = (note ?? {}) as Partial<StoredNote>;
      return typeof id === 'string' && typeof content === 'string' ? [{ id, content }] : [];
    });
  } catch {
    return [];
  }
}

/** Splits a text into what is prose and what is set as typed, in which nothing is replaced. */
function* proseAndCode(text: string): Generator<{ text: string; isProse: boolean }> {
  const opening = /<(pre|code|script|style|textarea)\b/gi;
  let done = 0;
  const unclosed = new Set<string>();
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const name = (found[1] ?? '').toLowerCase();
    if (unclosed.has(name)) continue;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = found.index;
    if (closing.exec(text) === null) {
      unclosed.add(name);
      continue;
    }
    yield { text: text.slice(done, found.index), isProse: true };
    yield { text: text.slice(found.index, closing.lastIndex), isProse: false };
    done = closing.lastIndex;
    opening.lastIndex = done;
  }
  yield { text: text.slice(done), isProse: true };
}

const addressElement = (address: string) =>
  `\n\n<div ${markers.address}="${escapeMarkup(address.trim())}"></div>\n\n`;

/** WordPress shows the content behind an address that stands alone on its line. */
const withAddresses = (text: string) =>
  text.replace(
    /^([^\S\n]*(?:<p>)?)(https?:\/\/[^\s<>"']{1,2000})((?:<\/p>)?[^\S\n]*)$/gm,
    (_, before: string, address: string, after: string) =>
      `${before}${addressElement(address.replaceAll('&amp;', '&'))}${after}`,
  );

/**
 * The markup of a post with shortcodes and lone addresses made into elements, and with its notes at
 * the end as WordPress shows them. Shortcodes of other plugins stay in the text as they stand.
 */
export function postMarkup(content: string, notes: readonly StoredNote[], points: Points): string {
  const added: { id: string; content: string }[] = [];
  const replace = (shortcode: Shortcode): string | null => {
    const { name, attributes, inner, raw } = shortcode;
    if (name === 'caption' || name === 'wp_caption')
      return inner === null ? unknown(raw) : caption(inner, attributes);
    if (name === 'gallery')
      return `\n\n<div ${markers.gallery}="${escapeMarkup(attributes.get('ids') ?? '')}"></div>\n\n`;
    if (name === 'embed' || /^(?:audio|video)$/.test(name)) {
      const source = ['src', 'mp3', 'mp4', 'm4a', 'ogg', 'webm', 'm4v', 'wav'];
      const address = source.map((each) => attributes.get(each)).find(Boolean) ?? inner ?? '';
      if (address.trim() === '') return unknown(raw);
      if (name !== 'embed') points.add('recording', address);
      return addressElement(address);
    }
    if (noteShortcodes.has(name) && inner !== null && inner.trim() !== '') {
      const number = added.push({ id: `imported-note-${added.length + 1}`, content: inner });
      return reference(`imported-note-${number}`, number);
    }
    return looksLikeShortcode(shortcode) ? unknown(raw) : null;
  };
  const unknown = (raw: string) => {
    points.add('shortcode_unknown', raw);
    return null;
  };
  const markup = [...proseAndCode(content.replace(/\r\n?/g, '\n'))].map(({ text, isProse }) =>
    isProse ? withAddresses(replaceShortcodes(text, replace)) : text,
  );
  return markup.join('') + noteList([...added, ...notes]);
}

/** A picture with its caption, as WordPress shows the shortcode. */
function caption(inner: string, attributes: ReadonlyMap<string, string>): string {
  const given = attributes.get('caption') ?? '';
  const end = endOfPicture(inner);
  const words = given === '' ? inner.slice(end) : given;
  const id = /^attachment_(\d{1,12})$/.exec(attributes.get('id') ?? '')?.[1];
  const picture = given === '' ? inner.slice(0, end) : inner;
  return `\n\n<figure${id === undefined ? '' : ` class="wp-image-${id}"`}>${picture.trim()}<figcaption>${words.trim()}</figcaption></figure>\n\n`;
}

/** Where the picture at the beginning of a caption's text ends, with the link around it. */
function endOfPicture(inner: string): number {
  const from = inner.search(/<img\b/i);
  const to = from < 0 ? -1 : inner.indexOf('>', from);
  if (to < 0) return 0;
  return to + 1 + (/^\s*<\/a>/i.exec(inner.slice(to + 1, to + 100))?.[0].length ?? 0);
}

const reference = (id: string, number: number) =>
  `<sup><a id="${id}-link" href="#${id}">${number}</a></sup>`;

function noteList(notes: readonly StoredNote[]): string {
  if (notes.length === 0) return '';
  const items = notes.map(({ id, content }) => {
    const name = escapeMarkup(id);
    return `<li id="${name}">${content} <a href="#${name}-link">↩</a></li>`;
  });
  return `\n\n<ol>${items.join('')}</ol>`;
}
