import type { Scope } from '@viewpoints/domain/accounts/account';
import type { Disclosure } from '@viewpoints/domain/attribution/terms';
import type { CorrectionSeverity } from '@viewpoints/domain/corrections/correction';
import type { HolderBasis, LinkKind, Supersession } from '@viewpoints/domain/findings/finding';
import type {
  Condition,
  Modality,
  Polarity,
  Register,
  Stance,
} from '@viewpoints/domain/findings/finding-fields';
import { stanceMeanings, stancesInOrder } from '@viewpoints/domain/findings/stance-meanings';
import type { SourceKind } from '@viewpoints/domain/sources/source';
import type { z } from 'zod';
import { type Explained, stanceLabels } from './labels.ts';

/** As `labels.ts`, for words that only forms and dialogs show: their scripts are loaded when they open. */

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

export const severities: Record<z.infer<typeof CorrectionSeverity>, Explained> = {
  clarification: { label: 'Clarification', hint: 'It was right and could be misread.' },
  correction: { label: 'Correction', hint: 'Something was wrong.' },
  major_correction: { label: 'Major correction', hint: 'Something that mattered was wrong.' },
};

export const scopes: Record<Scope, Explained> = {
  read: { label: 'Read', hint: 'Sees what you see at the desk, drafts and sources too.' },
  write: { label: 'Write', hint: 'Drafts and changes articles, findings, sources and pictures.' },
  publish: {
    label: 'Publish',
    hint: 'Changes what readers see: schedules, publishes, corrects, withdraws, retracts.',
  },
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

export const stances = Object.fromEntries(
  stancesInOrder.map((stance) => [
    stance,
    { label: stanceLabels[stance], hint: stanceMeanings[stance] },
  ]),
) as Record<Stance, Explained>;
