import type {
  ShownConfirmation,
  ShownPreferences,
  ShownSubscription,
} from '@viewpoints/domain/subscriptions/subscription';
import { escapeMarkup as text } from '@viewpoints/domain/text/markup';
import { plainPage } from '../http/plain-page.ts';
import { cadenceLabels } from './cadence-labels.ts';

/** The path of the links in messages and of their forms. */
export const subscriptionsPath = '/subscriptions';
/** The path of a link that ends everything, with one click (RFC 8058). */
export const leavePath = `${subscriptionsPath}/leave`;

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${name}" value="${text(value)}">`;

const nameOf = ({ subject }: ShownSubscription) =>
  subject === null ? 'No longer public' : text(subject.name);

/** The answer to every request. It is the same for subscribers and for others. */
export const askedPage = plainPage(
  'Check your inbox',
  `<h1>Check your inbox</h1>
<p>We have noted your request. A message with a link to confirm it is on its way to the address you entered. Nothing begins before you do.</p>
<p>An address gets one such message a day at most. If you asked for something else today, the link you already have confirms both, or a message follows tomorrow.</p>
<p><a href="/">Front page</a></p>`,
);

/** @param back the page that the form is on */
export const invalidPage = (back: string): string =>
  plainPage(
    'Address not accepted',
    `<h1>This address cannot be used</h1>
<p>Enter one e-mail address, such as name@example.org. The part before the @ has plain letters, digits and a few signs.</p>
<p><a href="${text(back)}">Back to form</a></p>`,
  );

/** What a link would confirm. Only the button confirms: programs that look into messages open links. */
export function confirmPage(
  journal: string,
  token: string,
  { subjects }: ShownConfirmation,
  problem: string | null = null,
): string {
  const choices = subjects.map(
    (each) =>
      `<label><input type="checkbox" name="id" value="${each.id}" checked><span>${nameOf(each)} <span class="small">${each.cadence === null ? '' : cadenceLabels[each.cadence]}</span></span></label>`,
  );
  return plainPage(
    'Confirm subscription',
    `<h1>Confirm your subscription</h1>
<p>E-mail from ${text(journal)} about:</p>
<form method="post" action="${subscriptionsPath}">${hidden('act', 'confirm')}${hidden('token', token)}
${problem === null ? '' : `<p class="alert" role="alert">${text(problem)}</p>`}
<fieldset><legend>Subjects</legend>${choices.join('\n')}</fieldset>
<button>Confirm</button></form>
<p class="small">If you did not ask for this, close the page. You will get no e-mail, and we forget your address in two days.</p>`,
  );
}

/** After a confirmation. */
export const confirmedPage = (journal: string, token: string): string =>
  plainPage(
    'Subscribed',
    `<h1>You are subscribed</h1>
<p>From now on you get e-mail from ${text(journal)} about what you chose. Each message has a link to change that or to leave.</p>
<p><a href="${subscriptionsPath}/${token}">Preferences</a></p>`,
  );

/** The preferences of a subscriber. The address is not shown: a message may have been forwarded. */
export function preferencesPage(
  journal: string,
  token: string,
  { subscriptions }: ShownPreferences,
  isSaved = false,
): string {
  const form = (act: string, inside: string) =>
    `<form method="post" action="${subscriptionsPath}">${hidden('act', act)}${hidden('token', token)}${inside}</form>`;
  const rows = subscriptions.map(({ id, ...each }) => {
    const options = Object.entries(cadenceLabels).map(
      ([value, label]) =>
        `<option value="${value}"${value === each.cadence ? ' selected' : ''}>${label}</option>`,
    );
    const cadence =
      each.cadence === null
        ? '<p class="small">Sent when an editor writes one.</p>'
        : form(
            'cadence',
            `${hidden('id', id)}<select name="cadence" aria-label="How often">${options.join('')}</select><button class="plain">Save</button>`,
          );
    const name =
      each.subject === null
        ? nameOf({ id, ...each })
        : `<a href="${text(each.subject.path)}">${text(each.subject.name)}</a>`;
    return `<fieldset><legend>${name}</legend><div class="row">
${cadence}
${form('leave', `${hidden('id', id)}<button class="plain">Unsubscribe</button>`)}</div></fieldset>`;
  });
  return plainPage(
    'Preferences',
    `<h1>Your e-mail from ${text(journal)}</h1>
${isSaved ? '<p class="alert" role="status">Saved.</p>' : ''}
${rows.join('\n')}
<h2>Leave</h2><p>You get no more e-mail, and your address is deleted at once.</p>
${form('leave_all', '<button>Unsubscribe from all</button>')}`,
  );
}

/**
 * What a link of a message's head shows to a person: only its button ends anything.
 * @param list the language of the newsletter whose message had it; null ends everything
 */
export const leavePage = (journal: string, token: string, list: string | null): string =>
  plainPage(
    'Unsubscribe',
    `<h1>Leave ${list === null ? '' : 'the newsletter of '}${text(journal)}?</h1>
<p>${
      list === null
        ? 'You get no more e-mail about anything, and your address is deleted at once.'
        : 'You get no more newsletters. What else you subscribed to stays; without anything else, your address is deleted at once.'
    }</p>
<form method="post" action="${leavePath}/${token}${list === null ? '' : `/newsletter/${text(list)}`}">${hidden('List-Unsubscribe', 'One-Click')}<button>Unsubscribe</button></form>
<p><a href="${subscriptionsPath}/${token}">Preferences</a></p>`,
  );

export const leftPage = plainPage(
  'Unsubscribed',
  '<h1>You are unsubscribed</h1><p>You get no more e-mail, and your address has been deleted.</p><p><a href="/">Front page</a></p>',
);

/** The same for a link that was used, has expired, was never there, or belongs to somebody who left. */
export const endedPage = plainPage(
  'Link ended',
  '<h1>This link does nothing any more</h1><p>It was used, has expired or is incomplete, or you have unsubscribed. To subscribe, <a href="/subscribe">ask for a new one</a>.</p>',
);

export const nothingPage = plainPage(
  'Page not found',
  '<h1>Page not found</h1><p>There is nothing to subscribe to here.</p><p><a href="/">Front page</a></p>',
);

export const elsewherePage = plainPage(
  'Not accepted',
  '<h1>This form is on another site</h1><p><a href="/subscribe">Subscribe here</a></p>',
);

export const busyPage = plainPage(
  'Too many requests',
  '<h1>Too many requests</h1><p>Try again in ten minutes.</p>',
);

export const failedPage = plainPage(
  'Not available',
  '<h1>This does not work now</h1><p>Nothing was changed. Try again in a moment.</p>',
);
