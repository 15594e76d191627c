import type { Role, Scope } from '@viewpoints/domain/accounts/account';
import type { ActorKind } from '@viewpoints/domain/actors/actor';
import type { ArticleState } from '@viewpoints/domain/articles/article';
import type { Priority } from '@viewpoints/domain/articles/assignment';
import type { AttributionTerms, Disclosure } from '@viewpoints/domain/attribution/terms';
import type { CorrectionSeverity } from '@viewpoints/domain/corrections/correction';
import type {
  Condition,
  FindingState,
  HolderBasis,
  LinkKind,
  Modality,
  Polarity,
  Register,
  Stance,
  Supersession,
} from '@viewpoints/domain/findings/finding';
import { stanceMeanings, stancesInOrder } from '@viewpoints/domain/findings/stance-meanings';
import type { SourceKind } from '@viewpoints/domain/sources/source';
import type { z } from 'zod';

/** How the words of the domain read on the screens of editors. One place, one wording. */

type Explained = { label: string; hint: string };

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

const stanceLabels: Record<Stance, string> = {
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

export const stances = Object.fromEntries(
  stancesInOrder.map((stance) => [
    stance,
    { label: stanceLabels[stance], hint: stanceMeanings[stance] },
  ]),
) as Record<Stance, Explained>;

export const polarities: Record<z.infer<typeof Polarity>, string> = {
  affirmative: 'Affirmative',
  negative: 'Negative',
};

export const modalities: Record<z.infer<typeof Modality>, string> = {
  actual: 'Actual (is, does)',
  will: 'Will',
  would: 'Would',
  could: 'Could',
  should: 'Should',
  must: 'Must',
};

export const registers: Record<Register, string> = {
  public: 'In public',
  private: 'In private',
  unknown: 'Not known',
};

export const bases: Record<HolderBasis, Explained> = {
  direct: { label: 'Direct', hint: 'The holder said so to the source.' },
  second_hand: { label: 'Second hand', hint: 'Somebody else says that the holder thinks so.' },
  sources_own: { label: 'The source’s own', hint: 'The source speaks for itself.' },
  articles_own: { label: 'The article’s own', hint: 'The author concludes it.' },
};

export const conditionKinds: Record<Condition['kind'], string> = {
  if: 'If',
  as_long_as: 'As long as',
  in_exchange_for: 'In exchange for',
  after: 'After',
  unless: 'Unless',
};

export const linkKinds: Record<LinkKind, Explained> = {
  supports: { label: 'Supports', hint: 'Gives reason to believe the other.' },
  contradicts: { label: 'Contradicts', hint: 'Both cannot be true, and one must be.' },
  contrary: { label: 'Is contrary to', hint: 'Both cannot be true; both may be false.' },
  qualifies: { label: 'Qualifies', hint: 'Narrows what the other says.' },
  undercuts: { label: 'Undercuts', hint: 'Weakens the ground the other stands on.' },
  precedes: { label: 'Precedes', hint: 'Was held before the other.' },
};

export const supersessionKinds: Record<Supersession['kind'], Explained> = {
  position_change: {
    label: 'Change of position',
    hint: 'The holder thinks otherwise now. Readers see both, in order.',
  },
  correction: { label: 'Correction', hint: 'We made a mistake. Readers see the corrected one.' },
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

export const disclosures: Record<Disclosure, Explained> = {
  clear: { label: 'TLP:CLEAR', hint: 'The text may travel without limit.' },
  green: { label: 'TLP:GREEN', hint: 'For the community; not for publication channels.' },
  amber: { label: 'TLP:AMBER', hint: 'For those who need it, and their clients.' },
  amber_strict: { label: 'TLP:AMBER+STRICT', hint: 'For this organisation only.' },
  red: { label: 'TLP:RED', hint: 'For those who received it, nobody else.' },
};

export const sourceKinds: Record<SourceKind, string> = {
  report: 'Report',
  event: 'Event',
  interview: 'Interview',
  release: 'Release',
  web_page: 'Web page',
};

export const actorKinds: Record<ActorKind, string> = {
  person: 'Person',
  group: 'Group',
  state: 'State',
  organisation: 'Organisation',
  office: 'Office',
};

export const severities: Record<z.infer<typeof CorrectionSeverity>, Explained> = {
  clarification: { label: 'Clarification', hint: 'It was right and could be misread.' },
  correction: { label: 'Correction', hint: 'Something was wrong.' },
  major_correction: { label: 'Major correction', hint: 'Something that mattered was wrong.' },
};

export const roles: Record<Role, Explained> = {
  contributor: { label: 'Contributor', hint: 'Writes drafts of their own and proposes findings.' },
  editor: { label: 'Editor', hint: 'Edits everything, approves and verifies the work of others.' },
  publisher: { label: 'Publisher', hint: 'Publishes, corrects, retracts and signs off waivers.' },
  admin: { label: 'Admin', hint: 'Looks after people, roles, tokens and settings.' },
};

export const scopes: Record<Scope, Explained> = {
  read: { label: 'Read', hint: 'Sees what you see at the desk, drafts and sources too.' },
  write: { label: 'Write', hint: 'Drafts and changes articles, findings, sources and pictures.' },
  publish: {
    label: 'Publish',
    hint: 'Changes what readers see: schedules, publishes, corrects, withdraws, retracts.',
  },
};

/** Options for a Select, in the order of the table. */
export function optionsOf<T extends string>(
  words: Record<T, string | Explained>,
): { value: T; label: string; hint?: string }[] {
  return (Object.entries(words) as [T, string | Explained][]).map(([value, word]) =>
    typeof word === 'string' ? { value, label: word } : { value, ...word },
  );
}
