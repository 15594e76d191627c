import type { Action } from '../accounts/action.ts';
import { type CatalogueKind, kinds, kindsWhere } from '../kinds/kinds.ts';

/** Actions of people on their own account, or of signing in. */
export const accountActions = [
  'account.accept_invitation',
  'account.add_passkey',
  'account.begin_passkey',
  'account.begin_second_factor',
  'account.cancel_email_change',
  'account.change_email',
  'account.change_password',
  'account.confirm_identity',
  'account.created',
  'account.end_other_sessions',
  'account.end_session',
  'account.make_reset_link',
  'account.remove_passkey',
  'account.renew_recovery_codes',
  'account.request_email_change',
  'account.restore_email',
  'account.save_notifications',
  'account.save_profile',
  'account.set_up',
  'account.sign_in',
  'account.turn_off_second_factor',
  'account.turn_on_second_factor',
] as const;
export type AccountAction = (typeof accountActions)[number];

/** Actions through a link that the desk gave to a person without an account. */
export const linkActions = ['preview_link.comment', 'quote_check.answer'] as const;
type LinkAction = (typeof linkActions)[number];

/** Actions of the system itself, and of operators, for which there is no permission. */
export const systemActions = [
  ...['settings.back_up', 'settings.export_journal', 'settings.import_journal'],
  ...['settings.import_articles', 'settings.restore_backup', 'settings.undo_import'],
  ...['settings.list_subscribers', 'settings.export_subscribers', 'settings.forget_subscriber'],
  'suggestion.repair',
  ...['newsletter.send', 'newsletter.stop'],
] as const;
type SystemAction = (typeof systemActions)[number];

/** Actions without a record: reading something. */
type Looking = Extract<Action, `${string}.list` | `${string}.view`>;
export type RecordedAction = Exclude<Action, Looking> | AccountAction | LinkAction | SystemAction;

const ofEntry = <Kind extends string>(kind: Kind) =>
  ({
    [`${kind}.create`]: 'added {it}',
    [`${kind}.edit`]: 'edited {it}',
    [`${kind}.remove`]: 'removed {it}',
  }) as Record<`${Kind}.${'create' | 'edit' | 'remove'}`, string>;

const ofCatalogue = Object.assign(
  {},
  ...kindsWhere('entry', 'catalogue').map(ofEntry),
) as ReturnType<typeof ofEntry<CatalogueKind>>;

/** The audit's verb phrase for each action; `{it}` is the subject. */
const phrases: Record<RecordedAction, string> = {
  'account.accept_invitation': 'accepted an invitation',
  'account.add_passkey': 'added a passkey to their account',
  'account.remove_passkey': 'removed a passkey of their account',
  'account.begin_passkey': 'began to add a passkey',
  'account.begin_second_factor': 'began to turn on a second factor',
  'account.request_email_change': 'asked for another e-mail address',
  'account.cancel_email_change': 'cancelled a change of their e-mail address',
  'account.change_email': 'changed their e-mail address',
  'account.restore_email':
    'took back a change of their e-mail address, by the link that was sent to the one before',
  'account.change_password': 'changed their password',
  'account.confirm_identity': 'confirmed who they are',
  'account.created': 'created {it}',
  'account.end_other_sessions': 'signed out everywhere else',
  'account.end_session': 'ended a session',
  'account.make_reset_link': 'made a link to set a new password for {it}',
  'account.renew_recovery_codes': 'made new recovery codes',
  'account.save_notifications': 'changed which notifications they get',
  'account.save_profile': 'changed their name or time zone',
  'account.set_up': 'set up the journal',
  'account.sign_in': 'signed in',
  'account.turn_off_second_factor': 'turned off their second factor',
  'account.turn_on_second_factor': 'turned on a second factor',

  'article.create': 'began {it}',
  'article.edit': 'edited {it}',
  'article.submit': 'submitted {it} for review',
  'article.recall': 'took {it} back from review',
  'article.assign': 'handed {it} on',
  'article.keep_revision': 'kept a version of {it}',
  'article.request_text': 'asked to show the retracted text of {it}',
  'article.confirm_text': 'confirmed that the retracted text of {it} is shown',
  'article.take_text': 'took the retracted text of {it} away',
  'article.name_version': 'named a version of {it}',
  'article.restore_words': 'restored words of an earlier version of {it}',
  'article.import': 'imported {it}',
  'article.request_changes': 'asked for changes to {it}',
  'article.approve': 'approved {it}',
  'article.prepare': 'suggested a time for {it}',
  'article.schedule': 'scheduled {it}',
  'article.reschedule': 'moved {it} to another time',
  'article.unschedule': 'took {it} off the schedule',
  'article.embargo': 'changed the embargo of {it}',
  'article.publish': 'published {it}',
  'article.correct': 'published a correction of {it}',
  'article.retract': 'retracted {it}',
  'article.archive': 'archived {it}',
  'article.trash': 'moved {it} to the trash',
  'trash.restore': 'restored {it} from the trash',
  'trash.empty': 'deleted {it} for good',
  'article.restore': 'restored {it} as a draft',
  'article.redact': 'removed an older version of {it}',

  'comment.start': 'commented on {it}',
  'comment.reply': 'replied to a comment on {it}',
  'comment.edit': 'edited a comment on {it}',
  'comment.remove': 'removed a comment on {it}',
  'comment.resolve': 'resolved a comment on {it}',
  'comment.reopen': 'reopened a comment on {it}',

  'suggestion.accept': 'accepted suggestions in {it}',
  'suggestion.refuse': 'refused suggestions in {it}',
  'suggestion.repair': 'removed from suggestions in {it} what no article may contain',

  'preview_link.create': 'made a link to a preview of {it}',
  'preview_link.revoke': 'revoked a link to a preview of {it}',
  'preview_link.comment': 'received a comment on a preview of {it}',

  'release.create': 'began {it}',
  'release.edit': 'changed {it}',
  'release.remove': 'deleted {it}',
  'release.schedule': 'scheduled {it}',
  'release.unschedule': 'took {it} off the schedule',
  'release.publish': 'published {it}',
  'null_result.propose': 'proposed {it}',
  'null_result.edit': 'changed {it}',
  'null_result.remove': 'deleted {it}',
  'null_result.verify': 'verified {it}, which put it before readers',
  'null_result.reject': 'rejected {it}',
  'null_result.withdraw': 'withdrew {it}',
  'redirect.edit': 'wrote {it}',
  'redirect.remove': 'removed {it}',
  'newsletter.create': 'began {it}',
  'newsletter.edit': 'changed {it}',
  'newsletter.remove': 'deleted {it}',
  'newsletter.submit': 'submitted {it}',
  'newsletter.send_back': 'sent {it} back',
  'newsletter.approve': 'approved {it}',
  'newsletter.test': 'sent a test of {it}',
  'newsletter.schedule': 'scheduled {it}',
  'newsletter.unschedule': 'took {it} off the schedule',
  'newsletter.send': 'began to send {it}',
  'newsletter.stop': 'stopped sending {it}',
  'import_run.confirm': 'confirmed the report of an import',
  'import_run.undo': 'undid an import',
  'import_upload.begin': 'worked on an import by upload',
  'import_upload.import': 'imported the files of an upload',
  'import_upload.cancel': 'cancelled an import by upload',
  'import_run.sign': 'signed the report of an import, which publishes its articles',

  'finding.propose': 'proposed {it}',
  'finding.edit': 'edited {it}',
  'finding.reanchor': 'moved the quote of {it}',
  'finding.link': 'linked {it}',
  'finding.unlink': 'removed a link of {it}',
  'finding.verify': 'verified {it}',
  'finding.reject': 'rejected {it}',
  'finding.supersede': 'replaced {it} by another',
  'finding.withdraw': 'withdrew {it}',
  'quote_check.create': 'made a link for a quote check of {it}',
  'quote_check.revoke': 'revoked a link for a quote check of {it}',
  'quote_check.remove': 'removed an answer to a quote check of {it}',
  'quote_check.answer': 'received an answer to a quote check of {it}',

  ...ofEntry('source'),
  'source.confirm_change': 'confirmed a change of {it}',
  'source.describe': 'described {it}',
  'source.settle_description': 'entered {it}',
  'terms.propose': 'proposed terms for {it}',
  'terms.set': 'changed the terms of {it}',
  'waiver.record': 'recorded {it}',
  'waiver.sign_off': 'signed off {it}',
  'clearance.record': 'answered {it}',
  'clearance.confirm': 'confirmed the answer to {it}',

  ...ofCatalogue,
  'house_style.edit': 'changed the house style',
  'word_style.edit': 'changed what styles of Word become',
  'word_import.remove': 'removed the import report of {it}',
  'media.upload': 'uploaded {it}',
  'media.edit': 'edited {it}',
  'media.remove': 'removed {it}',
  'media.check': 'looked at {it}, which no program can read,',

  'people.invite': 'sent {it}',
  'people.set_roles': 'changed the roles of {it}',
  'people.disable': 'disabled {it}',
  'people.enable': 'enabled {it}',
  'people.reset_second_factor': 'reset the second factor of {it}',
  'token.create': 'made {it}',
  'token.revoke': 'revoked {it}',
  'audit.export': 'exported the audit record',
  'menus.save': 'changed the menus',
  'settings.save': 'changed the settings',
  'settings.back_up': 'made a backup of {it}',
  'settings.export_journal': 'exported {it}',
  'settings.import_journal': 'imported {it} from an export',
  'settings.import_articles': 'imported articles from another system',
  'settings.undo_import': 'undid an import of articles',
  'settings.restore_backup': 'restored {it} from a backup',
  'settings.list_subscribers': 'listed the subscribers, with their addresses',
  'settings.export_subscribers': 'exported the subscribers, with their addresses',
  'settings.forget_subscriber': 'had a subscriber forgotten',
  'webhook.create': 'made {it}',
  'webhook.edit': 'changed {it}',
  'webhook.rotate_secret': 'made a new secret for {it}',
  'webhook.pause': 'paused {it}',
  'webhook.resume': 'resumed {it}',
  'webhook.replay': 'had entries sent to {it} again',
  'webhook.test': 'sent a test to {it}',
  'webhook.remove': 'removed {it}',
};

const otherNouns: Record<string, string> = {
  account: 'an account',
  clearance: 'an alarm',
  invitation: 'an invitation',
  journal: 'the journal',
  media: 'a picture or file',
  newsletter: 'a newsletter',
  null_result: 'a null result',
  redirect: 'a redirect',
  release: 'a release',
  source_description: 'a source that was described',
  token: 'an access token',
  waiver: 'a waiver',
};

/** The noun for a subject that has no name, or one that the user may not see: "an article". */
export function nounOf(subjectKind: string): string {
  const other = otherNouns[subjectKind];
  if (other !== undefined) return other;
  const noun =
    subjectKind in kinds ? kinds[subjectKind as keyof typeof kinds].label.one : subjectKind;
  const words = noun.toLowerCase().replaceAll('_', ' ');
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/**
 * The verb phrase of a record, split at the subject; `after` is null if the sentence does not name
 * the subject. An action of an older version is shown by its code.
 */
export function auditPhrase(action: string): { before: string; after: string | null } {
  const phrase = (phrases as Record<string, string | undefined>)[action] ?? plainPhrase(action);
  const [before = '', after] = phrase.split('{it}');
  return { before: before.trim(), after: after === undefined ? null : after.trim() };
}

/** "did “request changes” to {it}", from "article.request_changes". */
const plainPhrase = (action: string): string =>
  `did “${(action.split('.')[1] ?? action).replaceAll('_', ' ')}” to {it}`;

/** The whole sentence, without its full stop: "Ada Marsh approved “Before the rains”". */
export function auditSentence(record: {
  action: string;
  subjectKind: string;
  /** Who did it; null for the system itself. */
  by: string | null;
  /** The name of the subject; null if it has none, or may not be seen. */
  subject: string | null;
}): string {
  const { before, after } = auditPhrase(record.action);
  const subject = record.subject === null ? nounOf(record.subjectKind) : `“${record.subject}”`;
  const parts = [record.by ?? 'The system', before, ...(after === null ? [] : [subject, after])];
  return parts.filter((part) => part !== '').join(' ');
}
