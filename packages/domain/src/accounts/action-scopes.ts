import type { Scope } from './account.ts';
import { type Action, ofEachKind } from './action.ts';

/**
 * The token scope that each action needs, in addition to a role. `read` changes nothing, `write`
 * changes what editors see, `publish` changes what readers see.
 *
 * `session` is never allowed by token, whatever its scopes: administration (people, roles, tokens,
 * settings, the audit record, messages), and what a second person answers for. A token left in a
 * script is no second person.
 *
 * The type requires every action, so that a new one cannot be forgotten.
 */
export const actionScopes: Readonly<Record<Action, Scope | 'session'>> = {
  'desk.view': 'read',
  'visits.view': 'read',

  'article.list': 'read',
  'article.view': 'read',
  'article.create': 'write',
  'article.edit': 'write',
  'article.submit': 'write',
  'article.recall': 'write',
  'article.assign': 'write',
  'article.keep_revision': 'write',
  'article.name_version': 'write',
  'article.restore_words': 'write',
  'article.import': 'write',
  'article.request_changes': 'write',
  'article.approve': 'session',
  'article.prepare': 'write',
  'article.schedule': 'publish',
  'article.reschedule': 'publish',
  'article.unschedule': 'publish',
  'article.embargo': 'publish',
  'article.publish': 'publish',
  'article.correct': 'publish',
  'article.retract': 'publish',
  'article.request_text': 'publish',
  'article.confirm_text': 'session',
  'article.take_text': 'publish',
  'article.archive': 'publish',
  'article.restore': 'publish',
  'article.redact': 'publish',

  'release.list': 'read',
  'release.view': 'read',
  'release.create': 'write',
  'release.edit': 'write',
  'release.remove': 'write',
  'release.schedule': 'publish',
  'release.unschedule': 'publish',
  'release.publish': 'publish',

  'finding.list': 'read',
  'finding.propose': 'write',
  'finding.edit': 'write',
  'finding.reanchor': 'write',
  'finding.link': 'write',
  'finding.unlink': 'write',
  'finding.verify': 'session',
  'finding.reject': 'write',
  'finding.supersede': 'publish',
  'finding.withdraw': 'publish',

  'source.list': 'read',
  'source.view': 'read',
  'source.create': 'write',
  'source.edit': 'write',
  'source.confirm_change': 'session',
  'source.remove': 'write',
  'source.describe': 'write',
  'source.settle_description': 'write',
  'clearance.list': 'read',
  'clearance.record': 'write',
  'clearance.confirm': 'session',
  'exposure.list': 'read',
  'terms.propose': 'write',
  // Changes what readers see at once.
  'terms.set': 'publish',
  'waiver.list': 'read',
  'waiver.record': 'write',
  'waiver.sign_off': 'session',

  ...ofEachKind<Scope>({ list: 'read', create: 'write', edit: 'write', remove: 'write' }),
  'word_style.list': 'read',
  'word_style.edit': 'write',
  'word_import.remove': 'write',
  'media.list': 'read',
  'media.view': 'read',
  'media.upload': 'write',
  'media.edit': 'write',
  'media.remove': 'write',

  'people.view': 'session',
  'people.invite': 'session',
  'people.set_roles': 'session',
  'people.disable': 'session',
  'people.enable': 'session',
  'people.reset_second_factor': 'session',
  'token.list': 'session',
  'token.create': 'session',
  'token.revoke': 'session',
  'settings.view': 'session',
  'settings.save': 'session',
  'audit.export': 'session',
  'audit.list': 'session',
  'outbox.list': 'session',
};
