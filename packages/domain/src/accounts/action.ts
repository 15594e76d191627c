import { type CatalogueKind, kindsWhere } from '../kinds/kinds.ts';
import type { Role } from './account.ts';

/**
 * What a role may act on: `any` thing, the user's `own`, anything `not_own` (a second person is
 * needed; relaxed where four eyes are off), or what is `others_in_own`: made by others, in a thing
 * of their own (never relaxed). With `prepare`, `propose` and `sign_off` users take part in the
 * action but cannot complete it: the refusal says who can.
 */
export type Grant =
  | 'any'
  | 'own'
  | 'not_own'
  | 'others_in_own'
  | 'prepare'
  | 'propose'
  | 'sign_off';

type Grants = Partial<Record<Role, Grant>>;

const everyDesk: Grants = { contributor: 'any', editor: 'any', publisher: 'any' };
const writing: Grants = { contributor: 'own', editor: 'any', publisher: 'any' };
const reviewing: Grants = { editor: 'not_own', publisher: 'not_own' };
/** An editor's changes in a contributor's article also wait for its author's approval. */
const approving: Grants = { contributor: 'others_in_own', ...reviewing };
const publishing: Grants = { editor: 'prepare', publisher: 'any' };
const entries: Grants = { editor: 'any', publisher: 'any' };
const terms: Grants = { contributor: 'propose', editor: 'any', publisher: 'sign_off' };
/** Users change only what they wrote, whatever their role: nobody writes in another's name. */
const theirOwn: Grants = { contributor: 'own', editor: 'own', publisher: 'own' };
/** A publisher may remove what others wrote: a comment may contain a protected name. */
const removing: Grants = { ...theirOwn, publisher: 'any' };
const running: Grants = { admin: 'any' };

/** The same four actions on the entries of each kind in the catalogue: `topic.list`, `topic.create`. */
export const ofEachKind = <Value>(acts: Record<'list' | 'create' | 'edit' | 'remove', Value>) =>
  Object.fromEntries(
    kindsWhere('entry', 'catalogue').flatMap((kind) =>
      Object.entries(acts).map(([act, value]) => [`${kind}.${act}`, value]),
    ),
  ) as Record<`${CatalogueKind}.${keyof typeof acts}`, Value>;

/**
 * The table of actions and roles, and the one place where actions are named. `terms.set` is
 * changing existing terms (the first terms of a source are part of `source.create`). A role that
 * lists only its `own` sees of others what is public. A role that is not named has no part in the
 * action.
 */
const table = {
  'desk.view': { contributor: 'any', editor: 'any', publisher: 'any', admin: 'any' },
  'visits.view': { contributor: 'any', editor: 'any', publisher: 'any', admin: 'any' },

  'article.list': writing,
  'article.view': writing,
  'article.create': writing,
  'article.edit': writing,
  'article.submit': writing,
  'article.recall': writing,
  'article.assign': writing,
  'article.keep_revision': writing,
  'article.name_version': writing,
  'article.restore_words': writing,
  'article.import': writing,
  'article.request_changes': reviewing,
  'article.approve': approving,
  'article.prepare': entries,
  'article.schedule': publishing,
  'article.reschedule': publishing,
  'article.unschedule': publishing,
  'article.embargo': publishing,
  'article.publish': publishing,
  'article.correct': publishing,
  'article.retract': publishing,
  'article.request_text': publishing,
  'article.confirm_text': { publisher: 'not_own' },
  'article.take_text': publishing,
  'article.archive': publishing,
  'article.restore': publishing,
  'article.redact': publishing,

  'article.trash': writing,
  'trash.list': writing,
  'trash.restore': writing,
  'trash.empty': publishing,
  'comment.list': writing,
  'comment.start': writing,
  'comment.reply': writing,
  'comment.edit': theirOwn,
  'comment.remove': removing,
  'comment.resolve': writing,
  'comment.reopen': writing,

  'suggestion.list': writing,
  'suggestion.accept': writing,
  'suggestion.refuse': writing,

  'preview_link.list': writing,
  'preview_link.create': writing,
  'preview_link.revoke': writing,

  'release.list': entries,
  'release.view': entries,
  'release.create': entries,
  'release.edit': entries,
  'release.remove': entries,
  'release.schedule': publishing,
  'release.unschedule': publishing,
  'release.publish': publishing,

  'newsletter.list': entries,
  'newsletter.view': entries,
  'newsletter.create': entries,
  'newsletter.edit': entries,
  'newsletter.remove': entries,
  'newsletter.submit': entries,
  'newsletter.send_back': entries,
  'newsletter.approve': reviewing,
  'newsletter.test': entries,
  'newsletter.schedule': publishing,
  'newsletter.unschedule': publishing,

  'import_run.list': entries,
  'import_run.confirm': { publisher: 'any' },
  // Never the one who confirmed it, also without four eyes: `checkSignable` says so.
  'import_run.sign': { publisher: 'any' },
  // As `trash.empty`, which it does many times.
  'import_run.undo': { publisher: 'any' },
  'import_upload.list': entries,
  'import_upload.begin': entries,
  'import_upload.import': entries,
  'import_upload.cancel': entries,

  'finding.list': writing,
  'finding.propose': writing,
  'finding.edit': writing,
  'finding.reanchor': writing,
  'finding.link': writing,
  'finding.unlink': writing,
  'finding.verify': reviewing,
  'finding.reject': reviewing,
  'finding.supersede': publishing,
  'finding.withdraw': publishing,
  'quote_check.list': writing,
  'quote_check.create': writing,
  'quote_check.revoke': writing,
  'quote_check.remove': entries,

  'source.list': writing,
  'source.view': entries,
  'source.create': entries,
  'source.edit': entries,
  'source.confirm_change': reviewing,
  'source.remove': entries,
  'clearance.list': entries,
  'clearance.record': entries,
  'clearance.confirm': reviewing,
  'exposure.list': entries,
  'source.describe': everyDesk,
  'source.settle_description': entries,
  'terms.propose': everyDesk,
  'terms.set': terms,
  'waiver.list': entries,
  'waiver.record': terms,
  'waiver.sign_off': { publisher: 'not_own' },

  ...ofEachKind({ list: everyDesk, create: entries, edit: entries, remove: entries }),
  'house_style.list': everyDesk,
  'house_style.edit': entries,
  'word_style.list': everyDesk,
  'word_style.edit': entries,
  'word_import.remove': entries,

  'media.list': everyDesk,
  'media.view': everyDesk,
  'media.upload': entries,
  'media.edit': entries,
  'media.remove': entries,
  'media.check': reviewing,

  'people.view': running,
  'people.invite': running,
  'people.set_roles': running,
  'people.disable': running,
  'people.enable': running,
  'people.reset_second_factor': running,
  'token.list': running,
  'token.create': running,
  'token.revoke': running,
  'settings.view': running,
  'settings.save': running,
  'webhook.list': running,
  'webhook.create': running,
  'webhook.edit': running,
  'webhook.rotate_secret': running,
  'webhook.pause': running,
  'webhook.resume': running,
  'webhook.replay': running,
  'webhook.test': running,
  'webhook.remove': running,
  'audit.list': { publisher: 'any', admin: 'any' },
  'audit.export': { publisher: 'any', admin: 'any' },
  'outbox.list': running,
} satisfies Record<string, Grants>;

/** Everything an account can do, and what the audit record calls it. */
export type Action = keyof typeof table;

export const actions = Object.keys(table) as readonly Action[];

export const actionRoles: Readonly<Record<Action, Grants>> = table;
