import type { ModelName } from '@viewpoints/db/generated/internal/prismaNamespace';

/** What becomes of a model in an export of the whole journal. */
export type Exported = {
  /** Rows that are left out; a condition on the row `t`. */
  only?: string;
  /** Columns that are left out, with the expression that fills each of them at the import. */
  filled?: Readonly<Record<string, string>>;
};
export type Transfer = { exported: Exported } | { leftOut: string };

const whole = { exported: {} } as const;
const because = (leftOut: string) => ({ leftOut });

/** A digest that no link has: links are secrets of the installation that made them. */
const noLink = { token_hash: `encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex')` };

/** Actions of operators on the installation, which are not about the journal. */
export const installationActs = [
  ...['settings.adopt_secret', 'settings.export_journal', 'settings.import_journal'],
  ...['settings.back_up', 'settings.restore_backup'],
] as const;

const waysToSignIn = because('ways to sign in stay where they were made');
const links = because('links that were sent work on the installation that sent them');
const installation = because('belongs to the installation');
const madeAnew = because('is made anew from what readers see');

/**
 * Every model of the data model, in the order in which it is exported and imported: rows that a
 * trigger reads come before the rows that fire it.
 */
export const transferOf: Readonly<Record<ModelName, Transfer>> = {
  Account: whole,
  Journal: whole,
  Menus: whole,
  MenuEntry: whole,
  HouseStyleTable: whole,
  WordStyleTable: whole,
  Topic: whole,
  Series: whole,
  Actor: whole,
  Author: whole,
  Issue: whole,
  Place: whole,
  Source: whole,
  SourceParticipant: whole,
  Waiver: whole,
  SourceChange: whole,
  Media: whole,
  Article: whole,
  ArticleTopic: whole,
  ArticleSource: whole,
  ArticleAuthor: whole,
  ArticlePick: whole,
  ArticleChange: whole,
  ArticleCopy: whole,
  ArticleUpdate: whole,
  ScheduledVersion: whole,
  Revision: whole,
  HistoryEntry: whole,
  ReviewComment: whole,
  Assignment: whole,
  Contribution: whole,
  ContributionPart: whole,
  Approval: whole,
  Finding: whole,
  FindingAuthor: whole,
  FindingValue: whole,
  FindingHolder: whole,
  FindingIssue: whole,
  FindingPlace: whole,
  FindingLocator: whole,
  FindingLink: whole,
  Supersession: whole,
  VerifiedWording: whole,
  Correction: whole,
  Retraction: whole,
  SourceDescription: whole,
  Clearance: whole,
  Exposure: whole,
  PreviewLink: { exported: { filled: noLink } },
  QuoteCheck: { exported: { filled: noLink } },
  CommentThread: whole,
  Comment: whole,
  Release: whole,
  ReleaseArticle: whole,
  Newsletter: whole,
  NewsletterAuthor: whole,
  NullResult: whole,
  NullResultVerification: whole,
  Redirect: whole,
  WordImport: whole,
  // So that what came in once does not come in again where the journal goes.
  ImportRun: whole,
  ImportItem: whole,
  FormerAddress: whole,
  TrashItem: whole,
  SavedFilter: whole,
  NotificationSetting: whole,
  Notification: { exported: { only: 't.webhook_id IS NULL' } },
  PublishedArticle: whole,
  PublishedFinding: whole,
  PublishedVersion: whole,
  PublishedHolding: whole,
  PublishedAbout: whole,
  PublishedPlace: whole,
  PublishedArticleTopic: whole,
  PublishedContributor: whole,
  PublishedLink: whole,
  PublishedSupersession: whole,
  PublishedSource: whole,
  PublishedCorrection: whole,
  PublishedMedia: whole,
  PublishedNullResult: whole,
  PublishedMention: whole,
  PublishedPart: whole,
  PublishedPick: whole,
  PublishedRelated: whole,
  PublishedWord: whole,
  PublishedCitation: whole,
  PublishedSourceUse: whole,
  PublicText: whole,
  FormerSlug: whole,
  PendingAnnouncement: whole,
  PublicChange: whole,
  PublicChangeCount: whole,
  PageReads: whole,
  Referrals: whole,
  VainSearches: whole,
  AuditRecord: {
    exported: { only: `t.action NOT IN (${installationActs.map((act) => `'${act}'`).join(', ')})` },
  },

  Session: waysToSignIn,
  Credential: waysToSignIn,
  Passkey: waysToSignIn,
  PasskeyChallenge: waysToSignIn,
  SecondFactor: waysToSignIn,
  RecoveryCode: waysToSignIn,
  AccessToken: waysToSignIn,
  EmailChange: links,
  FormerEmail: links,
  ImportUpload: because('its files lie where they were uploaded'),
  Verification: links,
  Invitation: links,
  Message: links,
  PreviewPass: links,
  // Otherwise two journals would send the same changes, and the secrets cannot be read elsewhere.
  Webhook: because('sends from the installation that made it'),
  WebhookDelivery: because('sends from the installation that made it'),
  // Encrypted for the installation that was told them; who runs it exports them by a command.
  Subscriber: because('addresses stay where they were given'),
  Subscription: because('addresses stay where they were given'),
  SubscriptionRequest: because('addresses stay where they were given'),
  SubscriptionConfirmation: links,
  SubscriberBounce: because('addresses stay where they were given'),
  SubscriptionEnding: because('counts what was sent from the installation'),
  MailingCursor: because('addresses stay where they were given'),
  Mailing: because('addresses stay where they were given'),
  MailingClaim: because('addresses stay where they were given'),
  RateLimit: because('is forgotten within the day'),
  KeyedCall: because('is forgotten within the day'),
  LinkCheck: because('is found out anew'),
  SecretFingerprint: installation,
  AnnouncementKey: installation,
  SqlFunction: installation,
  PendingRebuild: installation,
  NotedChange: because('is empty between transactions'),
  SearchDocument: madeAnew,
  SearchWord: madeAnew,
  SearchStemming: madeAnew,
};

/** The table of a model: the data model names them alike. */
export const tableOf = (model: string): string =>
  model.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

export type ExportedTable = { table: string } & Exported;

/** The tables of an export, in their order. */
export const exportedTables: readonly ExportedTable[] = Object.entries(transferOf).flatMap(
  ([model, transfer]) =>
    'exported' in transfer ? [{ table: tableOf(model), ...transfer.exported }] : [],
);
