import { createHash } from 'node:crypto';
import {
  LinkComment,
  MAX_COMMENTED_LENGTH,
  MAX_LINK_COMMENT_LENGTH,
  type SharedPreview,
} from '@viewpoints/domain/articles/shared-preview';
import { escapeMarkup as text } from '@viewpoints/domain/text/markup';

/** The path of the forms; the link is this with its secret. */
export const sharedPreviewPath = '/shared-preview';

const styles = `
.link-note,.link-comment{max-width:42rem;margin:2rem auto;padding:1rem 1.25rem;font-family:var(--sans);font-size:1rem;line-height:1.5;color:var(--ink);background:var(--tint);border:1px solid var(--rule)}
.link-note{margin-block:1rem}
.link-note p,.link-comment p{margin:0 0 .75rem}
.link-comment h2{font:600 1.25rem/1.3 var(--sans);margin:0 0 .75rem}
.link-comment label{display:block;font-weight:600;margin:.75rem 0 .25rem}
.link-comment select,.link-comment textarea{box-sizing:border-box;display:block;width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--faint)}
.link-comment textarea{min-height:7rem;resize:vertical}
.link-comment blockquote{margin:.5rem 0;padding-inline-start:.75rem;border-inline-start:3px solid var(--accent)}
.link-comment button{min-height:2.75rem;margin-top:1rem;padding:.5rem 1.25rem;font:600 1rem var(--sans);color:var(--paper);background:var(--accent);border:0;cursor:pointer}
.link-comment button[data-other]{margin-top:.25rem;color:var(--ink);background:none;border:1px solid var(--faint)}
.link-comment textarea+p{margin-top:.375rem}
.link-note p:last-child{margin:0}
.link-go:not([hidden]){position:fixed;z-index:9;inset-block-end:1rem;inset-inline:0;width:fit-content;margin-inline:auto;padding:.625rem 1.25rem;font:600 1rem var(--sans);color:var(--paper);background:var(--accent);text-decoration:none}
@media print{.link-go,.link-note,.link-comment{display:none}}
`;

/** The hash that a policy needs to allow the styles of the form. */
export const formStylesHash = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;

export const formStyles = `<style>${styles}</style>`;

/** The input of a form that was refused, with the problem. */
export type Given = { text: string; problem: string } | 'sent' | null;

/** Says at the top of a page what it is, and until when it is shown. */
export const noteAbove = ({ expiresAt }: SharedPreview): string =>
  `<aside class="link-note" aria-label="Preview" lang="en" dir="ltr"><p>This is a preview. It is not published, and is meant for you alone.</p><p>You can read it and comment on it until ${dateOf(expiresAt)}. <a target="_self" href="#comment">Comment</a></p></aside>`;

/** The form for a comment: on the whole, on a paragraph, or, with its script, on what is selected. */
export function commentForm(token: string, shared: SharedPreview, given: Given): string {
  const options = shared.blocks.map(
    (block, index) =>
      `<option value="${index}">${text(block.length > 70 ? `${block.slice(0, 69).trimEnd()}…` : block)}</option>`,
  );
  const outcome =
    given === 'sent'
      ? '<p role="status"><strong>Your comment has been sent.</strong></p>'
      : given === null
        ? ''
        : `<p role="alert"><strong>${text(given.problem)}</strong></p>`;
  const counted =
    shared.comments === 0
      ? ''
      : `<p>${shared.comments === 1 ? '1 comment has' : `${shared.comments} comments have`} been sent by this link.</p>`;
  return `<section class="link-comment" id="comment" aria-labelledby="comment-title" lang="en" dir="ltr"><h2 id="comment-title">Comment</h2>${outcome}${counted}
<form method="post" action="${sharedPreviewPath}#comment" target="_self"><input type="hidden" name="token" value="${token}"><input type="hidden" name="exact" value=""><input type="hidden" name="prefix" value=""><input type="hidden" name="suffix" value="">
<div data-selected hidden><p>On the selected words:</p><blockquote dir="auto"></blockquote><button type="button" data-other>Choose something else</button></div>
<div data-choice><label for="comment-on">On</label><select id="comment-on" name="on" dir="auto"><option value="">The whole article</option>${options.join('')}</select></div>
<label for="comment-text">Comment</label><textarea id="comment-text" name="text" dir="auto" required maxlength="${MAX_LINK_COMMENT_LENGTH}" aria-describedby="comment-hint">${text(given === null || given === 'sent' ? '' : given.text)}</textarea><p id="comment-hint">Only the journal’s desk reads it.</p>
<button>Send comment</button></form><a class="link-go" target="_self" href="#comment" hidden>Comment on selection</a></section>`;
}

const dateOf = (instant: string): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(instant))} UTC`;

/** Reads a comment from the fields of the form; null if it is none, or too long. */
export function readComment(fields: URLSearchParams): LinkComment | null {
  const field = (name: string) => fields.get(name) ?? '';
  const index = field('on');
  const exact = field('exact').slice(0, MAX_COMMENTED_LENGTH);
  const comment = LinkComment.safeParse({
    // A form sends its lines with carriage returns.
    text: field('text').replaceAll('\r\n', '\n'),
    on:
      exact !== ''
        ? { kind: 'words', exact, prefix: field('prefix'), suffix: field('suffix') }
        : index === ''
          ? { kind: 'article' }
          : { kind: 'block', index: Number(index) },
  });
  return comment.success ? comment.data : null;
}
