import {
  MAX_SAID_LENGTH,
  type QuoteAnswerKind,
  type ShownQuoteCheck,
} from '@viewpoints/domain/findings/quote-check';
import { escapeMarkup as text } from '@viewpoints/domain/text/markup';
import { plainPage } from '../http/plain-page.ts';

/** The path of the forms and, with its secret, of the link. Says nothing of its purpose in logs. */
export const quoteCheckPath = '/p';

const hidden = (token: string) => `<input type="hidden" name="token" value="${token}">`;

/**
 * The page that a link opens: no word of the passage, of the journal, or of its purpose. Programs
 * that scan links in messages, an employer's perhaps, may store what they find.
 */
export const coverPage = (token: string): string =>
  plainPage(
    'Open page',
    `<h1>This page was shared with you</h1>
<p class="small">It is not recorded who opens this link, when, or from where.</p>
<form method="post" action="${quoteCheckPath}">${hidden(token)}<button>Open</button></form>`,
  );

const choices: Record<QuoteAnswerKind, string> = {
  agrees: 'I agree',
  objects: 'I object',
  proposes: 'I propose another wording',
};

/** The passage of one source, and the form for its answer. */
export function passagePage(
  journal: string,
  token: string,
  { passage, expiresAt, isAnswered }: ShownQuoteCheck,
  given: { kind: string; said: string; problem: string } | null = null,
): string {
  const words = `lang="${text(passage.language)}" dir="${passage.direction}"`;
  const options = Object.entries(choices).map(
    ([kind, label]) =>
      `<label><input type="radio" name="kind" value="${kind}" required${given?.kind === kind ? ' checked' : ''}>${label}</label>`,
  );
  const quote =
    passage.quote === null
      ? ''
      : `<h2>Quote</h2><blockquote ${words}>${text(passage.quote)}</blockquote>`;
  return plainPage(
    'Quote check',
    `<h1>Is this what you said?</h1>
<p>${text(journal)} wants to publish this passage.</p>
${quote}
<h2>In one sentence</h2><p class="words" ${words}>${text(passage.proposition)}</p>
<h2>How readers will see you described</h2><p class="words" dir="auto">${text(passage.wording)}</p>
<form method="post" action="${quoteCheckPath}">${hidden(token)}
<fieldset><legend>Your answer</legend>
${given === null ? '' : `<p class="alert" role="alert">${text(given.problem)}</p>`}
${options.join('\n')}</fieldset>
<label class="above" for="said">Your words</label>
<p class="small" id="hint">What you object to, or the wording you propose. Only the journal’s desk reads it.</p>
<textarea id="said" name="said" dir="auto" maxlength="${MAX_SAID_LENGTH}" aria-describedby="hint">${text(given?.said ?? '')}</textarea>
<button>Send answer</button></form>
${isAnswered ? '<p class="small">There is an answer already. A new one replaces it.</p>' : ''}
<p class="small">You can answer until ${dateOf(expiresAt)}, and change your answer until then. It is not recorded who opens this page, when, or from where.</p>`,
  );
}

const dateOf = (instant: string): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(instant))} UTC`;

export const sentPage = (token: string): string =>
  plainPage(
    'Answer sent',
    `<h1>Your answer has been sent</h1>
<p>The journal’s desk reads it. You can close this page.</p>
<form method="post" action="${quoteCheckPath}">${hidden(token)}<button>Change answer</button></form>`,
  );

/** The same for a link that never existed, has ended, or was for other words; as neutral as the cover. */
export const overPage = plainPage(
  'Link ended',
  '<h1>This link shows nothing any more</h1><p>It has expired or was withdrawn, is incomplete, or what it showed has changed. Ask for another one.</p>',
);

export const tooManyPage = plainPage(
  'Too many answers',
  '<h1>This link takes no more answers</h1><p>It was answered many times. Your last answer counts. Ask the journal for another link.</p>',
);

export const busyPage = plainPage(
  'Too many requests',
  '<h1>Too many requests</h1><p>Try again in a minute.</p>',
);

export const failedPage = plainPage(
  'Not available',
  '<h1>The passage cannot be shown now</h1><p>Nothing was sent. Try again in a moment.</p>',
);
