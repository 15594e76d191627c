import { escapeMarkup as text } from '@viewpoints/domain/text/markup';
import { plainPage } from '../http/plain-page.ts';
import { sharedPreviewPath } from './comment-form.ts';

/**
 * The page that a link opens: no word of the article. Programs that scan links in messages may
 * store what they find.
 */
export const coverPage = (journal: string, token: string): string =>
  plainPage(
    'Preview',
    `<h1>${text(journal)} asks you to read an article</h1>
<p>The next page shows it as it is to be published. You can comment on it.</p>
<form method="post" action="${sharedPreviewPath}"><input type="hidden" name="token" value="${token}"><button>Show article</button></form>`,
  );

/** The same for a link that never was, has ended, or may not show its article any more. */
export const overPage = plainPage(
  'Link ended',
  '<h1>This link shows nothing any more</h1><p>It has expired or was withdrawn. Ask the journal for another one.</p>',
);

export const tooManyPage = plainPage(
  'Too many comments',
  '<h1>This link takes no more comments</h1><p>Your last comment was not sent. Ask the journal for another link.</p>',
);

export const busyPage = plainPage(
  'Too many requests',
  '<h1>Too many requests</h1><p>Try again in a minute.</p>',
);

export const failedPage = plainPage(
  'Not available',
  '<h1>The article cannot be shown now</h1><p>Try again in a moment.</p>',
);
