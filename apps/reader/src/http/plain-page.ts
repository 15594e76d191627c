import { createHash } from 'node:crypto';
import { escapeMarkup } from '@viewpoints/domain/text/markup';

/** The styles of a plain page: a column of text, in the journal's colours, light and dark. */
const styles = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#1c1b1a;--quiet:#56524c;--rule:#8a8478;--tint:#f3efe5;--accent:#97281c;--on:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#11171d;--ink:#ebe4d6;--quiet:#b9b5aa;--rule:#7d8791;--tint:#192129;--accent:#f2a283;--on:#11171d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
main{max-width:38rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem;text-wrap:balance}
h2,legend,label,button,textarea,.small{font-family:"Helvetica Neue",Arial,sans-serif}
h2{font-size:.9375rem;margin:1.75rem 0 .375rem;color:var(--quiet);font-weight:600}
p{margin:0 0 1rem}
blockquote,.words{margin:0;padding:.125rem 1rem;border-inline-start:3px solid var(--accent);white-space:pre-line}
.words{border-color:var(--rule)}
.small{font-size:.875rem;color:var(--quiet)}
fieldset{border:0;margin:2.25rem 0 1rem;padding:0;min-width:0}
legend{font-size:1.125rem;font-weight:600;padding:0;margin-bottom:.5rem}
label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}
label.above{display:block;font-weight:600;min-height:0;margin-bottom:.25rem}
input[type=radio],input[type=checkbox]{width:1.25rem;height:1.25rem;margin:0;flex:none;accent-color:var(--accent)}
select{min-height:2.75rem;padding:.5rem .75rem;font:1rem/1.5 "Helvetica Neue",Arial,sans-serif;color:inherit;background:var(--tint);border:1px solid var(--rule);border-radius:.25rem}
a{color:var(--accent)}
.row{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
.row form{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
.row button{margin:0}
button.plain{color:var(--accent);background:none;border:1px solid var(--accent)}
textarea{display:block;width:100%;min-height:9rem;padding:.625rem .75rem;font-size:1rem;line-height:1.5;color:inherit;background:var(--tint);border:1px solid var(--rule);border-radius:.25rem;resize:vertical}
button{min-height:2.75rem;margin:1rem 0;padding:.625rem 1.25rem;font-size:1rem;font-weight:600;color:var(--on);background:var(--accent);border:0;border-radius:.25rem;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.alert{border:1px solid var(--accent);padding:.75rem 1rem;border-radius:.25rem}
`;

const hash = createHash('sha256').update(styles).digest('base64');

/**
 * Headers of a page for one person with a link: it may fetch nothing, be framed, cached or indexed
 * nowhere, and sends its address to no other site.
 */
export const plainPageHeaders: readonly (readonly [name: string, value: string])[] = [
  [
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  ],
  ['Referrer-Policy', 'no-referrer'],
  ['Cache-Control', 'no-store'],
  ['X-Robots-Tag', 'noindex, nofollow, noarchive, nosnippet'],
];

/** A page that needs nothing else: no script, no font, no picture. */
export const plainPage = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer"><title>${escapeMarkup(title)}</title><style>${styles}</style></head><body><main>${content}</main></body></html>`;
