import { escapeMarkup as text } from '@viewpoints/domain/text/markup';

/** A line of a message: a headline that leads somewhere, and what is said of it. */
export type MessageItem = {
  /** Said before the headline, in the language of the message. */
  label?: string;
  title: string;
  address: string | null;
  /** The language of title and lines, and its direction. */
  language: string;
  direction: 'ltr' | 'rtl';
  lines: readonly string[];
};

export type MessageSection = { heading: string; items: readonly MessageItem[] };

/** What an editor wrote, or something that they chose, in the order that they gave. */
export type MessagePart =
  | { kind: 'words'; paragraphs: readonly string[] }
  | { kind: 'item'; item: MessageItem };

/** The language of the title and of words that are not the furniture of a message. */
type Wording = { language: string; direction: 'ltr' | 'rtl' };

/** A message before it has a form. Everything in it is plain text. */
export type MessageContent = {
  language: string;
  title: string;
  /** The language of the title and of the parts, where it is not that of the message. */
  wording?: Wording;
  /** What mail programs show after the subject. */
  preheader?: string;
  intro: readonly string[];
  parts?: readonly MessagePart[];
  sections: readonly MessageSection[];
  button?: { label: string; address: string };
  outro: readonly string[];
  links: readonly { label: string; address: string }[];
};

const styles = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;background:#fbf9f4;color:#1c1b1a;font:17px/1.5 Georgia,"Times New Roman",serif}
main{max-width:36rem;margin:0 auto;padding:24px 20px 40px}
h1{font-size:24px;line-height:1.25;margin:0 0 16px}
h2{font-size:15px;margin:32px 0 8px;color:#56524c;font-family:Helvetica,Arial,sans-serif}
h3{font-size:19px;line-height:1.3;margin:0 0 4px}
p{margin:0 0 12px}
ul{list-style:none;margin:0;padding:0}
li{margin:0 0 20px}
a{color:#97281c}
.item{margin:24px 0;padding:0 0 0 14px;border-inline-start:3px solid #d9d3c6}
.item h2{font:bold 19px/1.3 Georgia,"Times New Roman",serif;color:inherit;margin:0 0 4px}
.preheader{display:none;max-height:0;overflow:hidden}
.label,.small{font:14px/1.45 Helvetica,Arial,sans-serif;color:#56524c}
.button{display:inline-block;padding:12px 20px;background:#97281c;color:#fff;border-radius:4px;text-decoration:none;font:600 16px/1.2 Helvetica,Arial,sans-serif}
@media(prefers-color-scheme:dark){body{background:#11171d;color:#ebe4d6}h2,.label,.small{color:#b9b5aa}a{color:#f2a283}.item{border-color:#3a4650}.button{background:#f2a283;color:#11171d}}
`.replaceAll('\n', '');

const paragraph = (line: string) => `<p>${text(line)}</p>`;

const labelHtml = (label: string | undefined) =>
  label === undefined ? '' : `<p class="label">${text(label)}</p>`;

function itemWords(item: MessageItem, level: 'h2' | 'h3'): string {
  const { title, address, language, direction, lines } = item;
  const words = `lang="${text(language)}" dir="${direction}"`;
  const headline = address === null ? text(title) : `<a href="${text(address)}">${text(title)}</a>`;
  return `<div ${words}><${level}>${headline}</${level}>${lines.map(paragraph).join('')}</div>`;
}

const itemHtml = (item: MessageItem): string =>
  `<li>${labelHtml(item.label)}${itemWords(item, 'h3')}</li>`;

function partHtml(part: MessagePart, wording: string): string {
  if (part.kind === 'words')
    return `<div${wording}>${part.paragraphs.map(paragraph).join('')}</div>`;
  return `<div class="item">${labelHtml(part.item.label)}${itemWords(part.item, 'h2')}</div>`;
}

/** The message as HTML: no picture, nothing that is fetched, links as they are. */
export function messageHtml(content: MessageContent): string {
  const { language, title, intro, sections, button, outro, links } = content;
  const { wording, preheader = '', parts = [] } = content;
  const words =
    wording === undefined ? '' : ` lang="${text(wording.language)}" dir="${wording.direction}"`;
  const body = [
    preheader === '' ? '' : `<div class="preheader"${words}>${text(preheader)}</div>`,
    `<h1${words}>${text(title)}</h1>`,
    ...intro.map(paragraph),
    ...parts.map((part) => partHtml(part, words)),
    ...sections.map(
      ({ heading, items }) => `<h2>${text(heading)}</h2><ul>${items.map(itemHtml).join('')}</ul>`,
    ),
    button === undefined
      ? ''
      : `<p><a class="button" href="${text(button.address)}">${text(button.label)}</a></p>`,
    ...outro.map((line) => `<p class="small">${text(line)}</p>`),
    links.length === 0
      ? ''
      : `<p class="small">${links.map(({ label, address }) => `<a href="${text(address)}">${text(label)}</a>`).join(' · ')}</p>`,
  ];
  return `<!doctype html><html lang="${text(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${text(title)}</title><style>${styles}</style></head><body><main>${body.join('\n')}</main></body></html>`;
}

const itemText = ({ label, title, lines, address }: MessageItem): string =>
  [...(label === undefined ? [] : [`${label}:`]), title, ...lines, address ?? '']
    .filter((line) => line !== '')
    .join('\n');

/** The same as plain text. */
export function messageText(content: MessageContent): string {
  const { title, intro, parts = [], sections, button, outro, links } = content;
  const blocks = [
    title,
    ...intro,
    ...parts.flatMap((part) => (part.kind === 'words' ? part.paragraphs : [itemText(part.item)])),
    ...sections.flatMap(({ heading, items }) => [
      `${heading}\n${'-'.repeat(heading.length)}`,
      ...items.map(itemText),
    ]),
    ...(button === undefined ? [] : [`${button.label}:\n${button.address}`]),
    ...outro,
    ...links.map(({ label, address }) => `${label}: ${address}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}
