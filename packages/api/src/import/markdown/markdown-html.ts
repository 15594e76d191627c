import { posix } from 'node:path';
import { escapeMarkup } from '@viewpoints/domain/text/markup';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Points } from '../core/points.ts';
import { attributesIn } from '../core/shortcodes.ts';

type HtmlExtension = ReturnType<typeof gfmHtml>;

/** Tags of the programs that make sites of Markdown: Hugo's `{{< … >}}`, Jekyll's `{% … %}`. */
const TEMPLATE = /\{\{[<%]?[^{}\n]{0,500}?[%>]?\}\}|\{%[^{}\n]{0,500}?%\}|^\{:[^{}\n]{0,500}\}$/gm;

/**
 * Markdown as HTML, with its tables, notes, and the HTML that stands in it. Tags of site programs
 * stay in the text and are reported; Hugo's `figure` becomes one.
 */
export function markdownToHtml(text: string, points: Points): string {
  const prepared = text.replace(TEMPLATE, (tag) => {
    const [, rest] = /^\{\{[<%]\s*figure\b(.*?)\/?\s*[%>]\}\}$/.exec(tag) ?? [];
    const figure = rest === undefined ? null : figureOf(attributesIn(rest));
    if (figure === null) points.add('shortcode_unknown', tag);
    return figure ?? tag;
  });
  return micromark(prepared, {
    ...{ allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [withAllTags(gfmHtml())] },
    // What an address may be is decided where links are read, for every system alike.
    allowDangerousProtocol: true,
  });
}

/** GitHub shows some tags as text, frames of films among them. Here they are read as what they are. */
function withAllTags({ exit, ...extension }: HtmlExtension): HtmlExtension {
  const { htmlFlowData: _, htmlTextData: __, ...others } = exit ?? {};
  return { ...extension, exit: others };
}

function figureOf(attributes: ReadonlyMap<string, string>): string | null {
  const source = attributes.get('src') ?? '';
  if (source === '') return null;
  const words = attributes.get('caption') || attributes.get('title') || '';
  const caption = words === '' ? '' : `<figcaption>${escapeMarkup(words)}</figcaption>`;
  const alt = escapeMarkup(attributes.get('alt') ?? '');
  return `\n\n<figure><img src="${escapeMarkup(source)}" alt="${alt}">${caption}</figure>\n\n`;
}

/**
 * The path of a picture within the directory, from the file that shows it; null for what is on the
 * web, and for what is outside.
 */
export function pictureFile(source: string, file: string): string | null {
  const [path = ''] = source.split(/[?#]/);
  if (path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(path)) return null;
  const from = path.startsWith('/')
    ? path.replace(/^\/+/, '')
    : posix.join(posix.dirname(file), path);
  const inside = posix.normalize(from);
  return inside === '.' || inside.startsWith('..') || inside.startsWith('/') ? null : inside;
}
