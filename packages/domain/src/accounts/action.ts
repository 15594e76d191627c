import { type CatalogueKind, kindsWhere } from '../kinds/kinds.ts';
import type { Role, Scope } from './account.ts';

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

/**
 * Who may act, and the scope that an access token needs in addition to a role. `read` changes
 * nothing, `write` changes what editors see, `publish` changes what readers see.
 *
 * `session` is never allowed by token, whatever its scopes: administration (people, roles, tokens,
 * settings, the audit record, messages), what a second person answers for, and what takes something
 * back: a retraction, or a restoration. A token left in a script is no person.
 *
 * Both are in one row, so that neither can be forgotten, and browsers load the names once.
 */
type Rule = readonly [Grants, Scope | 'session'];

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
const ofEachKind = <Value>(acts: Record<'list' | 'create' | 'edit' | 'remove', Value>) =>
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
  'desk.view': [{ contributor: 'any', editor: 'any', publisher: 'any', admin: 'any' }, 'read'],
  'visits.view': [{ contributor: 'any', editor: 'any', publisher: 'any', admin: 'any' }, 'read'],

  'article.list': [writing, 'read'],
  'article.view': [writing, 'read'],
  'article.create': [writing, 'write'],
  'article.edit': [writing, 'write'],
  'article.submit': [writing, 'write'],
  'article.recall': [writing, 'write'],
  'article.assign': [writing, 'write'],
  'article.keep_revision': [writing, 'write'],
  'article.name_version': [writing, 'write'],
  'article.restore_words': [writing, 'write'],
  'article.import': [writing, 'write'],
  'article.request_changes': [reviewing, 'write'],
  'article.approve': [approving, 'session'],
  'article.prepare': [entries, 'write'],
  'article.schedule': [publishing, 'publish'],
  'article.reschedule': [publishing, 'publish'],
  'article.unschedule': [publishing, 'publish'],
  'article.embargo': [publishing, 'publish'],
  'article.publish': [publishing, 'publish'],
  'article.correct': [publishing, 'publish'],
  'article.retract': [publishing, 'session'],
  'article.request_text': [publishing, 'publish'],
  'article.confirm_text': [{ publisher: 'not_own' }, 'session'],
  'article.take_text': [publishing, 'publish'],
  'article.archive': [publishing, 'publish'],
  'article.restore': [publishing, 'session'],
  'article.redact': [publishing, 'publish'],

  'article.trash': [writing, 'write'],
  'trash.list': [writing, 'read'],
  'trash.restore': [writing, 'session'],
  'trash.empty': [publishing, 'publish'],
  'comment.list': [writing, 'read'],
  'comment.start': [writing, 'write'],
  'comment.reply': [writing, 'write'],
  'comment.edit': [theirOwn, 'write'],
  'comment.remove': [removing, 'write'],
  'comment.resolve': [writing, 'write'],
  'comment.reopen': [writing, 'write'],

  'suggestion.list': [writing, 'read'],
  'suggestion.accept': [writing, 'write'],
  'suggestion.refuse': [writing, 'write'],

  'preview_link.list': [writing, 'read'],
  // As with a quote check: the link shows words to readers without an account.
  'preview_link.create': [writing, 'session'],
  'preview_link.revoke': [writing, 'write'],

  'release.list': [entries, 'read'],
  'release.view': [entries, 'read'],
  'release.create': [entries, 'write'],
  'release.edit': [entries, 'write'],
  'release.remove': [entries, 'write'],
  'release.schedule': [publishing, 'publish'],
  'release.unschedule': [publishing, 'publish'],
  'release.publish': [publishing, 'publish'],

  'newsletter.list': [entries, 'read'],
  'newsletter.view': [entries, 'read'],
  'newsletter.create': [entries, 'write'],
  'newsletter.edit': [entries, 'write'],
  'newsletter.remove': [entries, 'write'],
  'newsletter.submit': [entries, 'write'],
  'newsletter.send_back': [entries, 'session'],
  'newsletter.approve': [reviewing, 'session'],
  'newsletter.test': [entries, 'session'],
  'newsletter.schedule': [publishing, 'publish'],
  'newsletter.unschedule': [publishing, 'publish'],

  // Thousands of articles go out by these: two people answer for them.
  'import_run.list': [entries, 'session'],
  'import_run.confirm': [{ publisher: 'any' }, 'session'],
  // Never the one who confirmed it, also without four eyes: `checkSignable` says so.
  'import_run.sign': [{ publisher: 'any' }, 'session'],
  // As `trash.empty`, which it does many times.
  'import_run.undo': [{ publisher: 'any' }, 'session'],
  'import_upload.list': [entries, 'read'],
  'import_upload.begin': [entries, 'write'],
  'import_upload.import': [entries, 'write'],
  'import_upload.cancel': [entries, 'write'],

  'finding.list': [writing, 'read'],
  'finding.propose': [writing, 'write'],
  'finding.edit': [writing, 'write'],
  'finding.reanchor': [writing, 'write'],
  'finding.link': [writing, 'write'],
  'finding.unlink': [writing, 'write'],
  'finding.verify': [reviewing, 'session'],
  'finding.reject': [reviewing, 'write'],
  'finding.supersede': [publishing, 'publish'],
  'finding.withdraw': [publishing, 'publish'],
  'null_result.list': [entries, 'read'],
  'null_result.view': [entries, 'read'],
  'null_result.propose': [entries, 'write'],
  'null_result.edit': [entries, 'write'],
  'null_result.remove': [entries, 'write'],
  // Puts it live: who verifies answers for that too.
  'null_result.verify': [{ publisher: 'not_own' }, 'session'],
  'null_result.reject': [reviewing, 'write'],
  'null_result.withdraw': [publishing, 'publish'],

  'redirect.list': [entries, 'read'],
  // Takes effect for readers at once.
  'redirect.edit': [publishing, 'publish'],
  'redirect.remove': [publishing, 'publish'],

  'quote_check.list': [writing, 'read'],
  // The link shows words to readers without an account.
  'quote_check.create': [writing, 'session'],
  'quote_check.revoke': [writing, 'write'],
  'quote_check.remove': [entries, 'write'],

  'source.list': [writing, 'read'],
  'source.view': [entries, 'read'],
  'source.create': [entries, 'write'],
  'source.edit': [entries, 'write'],
  'source.confirm_change': [reviewing, 'session'],
  'source.remove': [entries, 'write'],
  'clearance.list': [entries, 'read'],
  'clearance.record': [entries, 'write'],
  'clearance.confirm': [reviewing, 'session'],
  'exposure.list': [entries, 'read'],
  'source.describe': [everyDesk, 'write'],
  'source.settle_description': [entries, 'write'],
  'terms.propose': [everyDesk, 'write'],
  // Changes what readers see at once.
  'terms.set': [terms, 'publish'],
  'waiver.list': [entries, 'read'],
  'waiver.record': [terms, 'write'],
  'waiver.sign_off': [{ publisher: 'not_own' }, 'session'],

  ...ofEachKind<Rule>({
    list: [everyDesk, 'read'],
    create: [entries, 'write'],
    edit: [entries, 'write'],
    remove: [entries, 'write'],
  }),
  'house_style.list': [everyDesk, 'read'],
  'house_style.edit': [entries, 'write'],
  'word_style.list': [everyDesk, 'read'],
  'word_style.edit': [entries, 'write'],
  'word_import.remove': [entries, 'write'],

  'media.list': [everyDesk, 'read'],
  'media.view': [everyDesk, 'read'],
  'media.upload': [entries, 'write'],
  'media.edit': [entries, 'write'],
  'media.remove': [entries, 'write'],
  'media.check': [reviewing, 'session'],

  'menus.view': [entries, 'read'],
  // What every page says, at once.
  'menus.save': [{ publisher: 'any' }, 'publish'],

  'people.view': [running, 'session'],
  'people.invite': [running, 'session'],
  'people.set_roles': [running, 'session'],
  'people.disable': [running, 'session'],
  'people.enable': [running, 'session'],
  'people.reset_second_factor': [running, 'session'],
  'token.list': [running, 'session'],
  'token.create': [running, 'session'],
  'token.revoke': [running, 'session'],
  'settings.view': [running, 'session'],
  'settings.save': [running, 'session'],
  'webhook.list': [running, 'session'],
  'webhook.create': [running, 'session'],
  'webhook.edit': [running, 'session'],
  'webhook.rotate_secret': [running, 'session'],
  'webhook.pause': [running, 'session'],
  'webhook.resume': [running, 'session'],
  'webhook.replay': [running, 'session'],
  'webhook.test': [running, 'session'],
  'webhook.remove': [running, 'session'],
  'audit.list': [{ publisher: 'any', admin: 'any' }, 'session'],
  'audit.export': [{ publisher: 'any', admin: 'any' }, 'session'],
  'outbox.list': [running, 'session'],
} satisfies Record<string, Rule>;

/** Everything an account can do, and what the audit record calls it. */
export type Action = keyof typeof table;

export const actions = Object.keys(table) as readonly Action[];

const ruleOf: Readonly<Record<Action, Rule>> = table;

export const actionGrants = (action: Action): Grants => ruleOf[action][0];

export const actionScope = (action: Action): Scope | 'session' => ruleOf[action][1];
