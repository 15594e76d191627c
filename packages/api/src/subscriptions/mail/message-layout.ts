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

/** A message before it has a form. Everything in it is plain text. */
export type MessageContent = {
  language: string;
  title: string;
  intro: readonly string[];
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
.label,.small{font:14px/1.45 Helvetica,Arial,sans-serif;color:#56524c}
.button{display:inline-block;padding:12px 20px;background:#97281c;color:#fff;border-radius:4px;text-decoration:none;font:600 16px/1.2 Helvetica,Arial,sans-serif}
@media(prefers-color-scheme:dark){body{background:#11171d;color:#ebe4d6}h2,.label,.small{color:#b9b5aa}a{color:#f2a283}.button{background:#f2a283;color:#11171d}}
`.replaceAll('\n', '');

const paragraph = (line: string) => `<p>${text(line)}</p>`;

function itemHtml({ label, title, address, language, direction, lines }: MessageItem): string {
  const words = `lang="${text(language)}" dir="${direction}"`;
  const headline = address === null ? text(title) : `<a href="${text(address)}">${text(title)}</a>`;
  return `<li>${label === undefined ? '' : `<p class="label">${text(label)}</p>`}<div ${words}><h3>${headline}</h3>${lines.map(paragraph).join('')}</div></li>`;
}

/** The message as HTML: no picture, nothing that is fetched, links as they are. */
export function messageHtml(content: MessageContent): string {
  const { language, title, intro, sections, button, outro, links } = content;
  const body = [
    `<h1>${text(title)}</h1>`,
    ...intro.map(paragraph),
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

/** The same as plain text. */
export function messageText(content: MessageContent): string {
  const { title, intro, sections, button, outro, links } = content;
  const blocks = [
    title,
    ...intro,
    ...sections.flatMap(({ heading, items }) => [
      `${heading}\n${'-'.repeat(heading.length)}`,
      ...items.map(({ label, title: headline, lines, address }) =>
        [...(label === undefined ? [] : [`${label}:`]), headline, ...lines, address ?? '']
          .filter((line) => line !== '')
          .join('\n'),
      ),
    ]),
    ...(button === undefined ? [] : [`${button.label}:\n${button.address}`]),
    ...outro,
    ...links.map(({ label, address }) => `${label}: ${address}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}
