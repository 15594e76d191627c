import type { Role } from '@viewpoints/domain/accounts/account';
import type { ActorKind } from '@viewpoints/domain/actors/actor';
import type { ArticleState } from '@viewpoints/domain/articles/article';
import type { Priority } from '@viewpoints/domain/articles/assignment';
import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import type { FindingState } from '@viewpoints/domain/findings/finding';
import type { Stance } from '@viewpoints/domain/findings/finding-fields';

/** The labels of domain words on the editors' screens. One place, one wording. */

export type Explained = { label: string; hint: string };

export const articleStates: Record<ArticleState, string> = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  scheduled: 'Scheduled',
  published: 'Published',
  retracted: 'Retracted',
  archived: 'Archived',
};

export const priorities: Record<Priority, string> = {
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};

export const findingStates: Record<FindingState, string> = {
  proposed: 'Proposed',
  verified: 'Verified',
  published: 'Published',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  rejected: 'Rejected',
};

export const stanceLabels: Record<Stance, string> = {
  supports: 'Supports',
  accepts_if: 'Accepts if',
  open_to: 'Open to',
  proposes: 'Proposes',
  pledges: 'Pledges',
  requires: 'Requires',
  rejects: 'Rejects',
  refuses: 'Refuses',
  warns: 'Warns',
  regrets: 'Regrets',
  asserts: 'Asserts',
  silent: 'Silent',
};

export const terms: Record<AttributionTerms, Explained> = {
  on_record: { label: 'On the record', hint: 'May be named and quoted.' },
  background: { label: 'Background', hint: 'May be quoted, by descriptor only.' },
  chatham_house: {
    label: 'Chatham House Rule',
    hint: 'What was said may be used; neither identity nor affiliation of anybody there.',
  },
  deep_background: {
    label: 'Deep background',
    hint: 'May inform the article; not even a descriptor may be given.',
  },
  off_record: { label: 'Off the record', hint: 'Can never be published.' },
};

export const actorKinds: Record<ActorKind, string> = {
  person: 'Person',
  group: 'Group',
  state: 'State',
  organisation: 'Organisation',
  office: 'Office',
};

export const roles: Record<Role, Explained> = {
  contributor: { label: 'Contributor', hint: 'Writes drafts of their own and proposes findings.' },
  editor: { label: 'Editor', hint: 'Edits everything, approves and verifies the work of others.' },
  publisher: { label: 'Publisher', hint: 'Publishes, corrects, retracts and signs off waivers.' },
  admin: { label: 'Admin', hint: 'Looks after people, roles, tokens and settings.' },
};
