import type { LinkKind, Supersession } from './finding.ts';
import type { Condition, Register, Stance } from './finding-fields.ts';
import type { FindingView, PublicFindingState } from './finding-view.ts';

/** The words for a stance between holder and proposition. */
export const stanceLabels: Record<Stance, string> = {
  supports: 'Supports',
  accepts_if: 'Accepts, if',
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

/** The mark of a finding in each state; none for a current one. */
export const stateFlags: Record<PublicFindingState, string> = {
  published: '',
  superseded: 'Since changed',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
};

/** Introduces the finding that replaced another; empty if none did. */
export const successorWords: Record<PublicFindingState, string> = {
  published: '',
  superseded: 'This was their position; it has changed since:',
  corrected: 'We had this wrong, and corrected it:',
  withdrawn: '',
};

/** Where it was said; not printed if unknown. */
export const registerWords: Record<Register, string | null> = {
  public: 'Said in public',
  private: 'Said in private',
  unknown: null,
};

/** The same, beside a label that says it was said. */
export const registerNames: Record<Register, string | null> = {
  public: 'In public',
  private: 'In private',
  unknown: null,
};

/** Where it was said and when it was held, as a sentence; empty if neither is known. */
export function heldInWords(register: Register, held: string | null): string {
  const said = registerWords[register];
  if (said !== null) return held === null ? `${said}.` : `${said}, ${held}.`;
  return held === null ? '' : `Held ${held}.`;
}

/**
 * The name of the language that a finding was said in, in the language of the journal. Null if that
 * is not known, or is the article's own language, which readers see anyway.
 */
function languageSaidIn(finding: FindingView, journal: string): string | null {
  const { saidIn, language } = finding;
  if (saidIn === null || saidIn === language) return null;
  return new Intl.DisplayNames(journal, { type: 'language' }).of(saidIn) ?? saidIn;
}

/** A fact of a finding: as a labelled line of its page, and as a sentence where there is little room. */
export type FindingFact = {
  name: string;
  text: string;
  sentence: string;
  /** Whether the shortest rows show it too: it tells how the position was said, not what it means. */
  isInRows: boolean;
};

/** The language of the journal, and how an editor's text is written where it has to be escaped. */
type FactOptions = { language: string; write?: (text: string) => string };

/** The qualifications of a finding, in words; the page, lists, feeds and Markdown all show these. */
export function findingFacts(
  finding: FindingView,
  { language, write = (text) => text }: FactOptions,
): FindingFact[] {
  const { occasion, scope, consensus } = finding;
  const facts: FindingFact[] = [];
  const spoken = languageSaidIn(finding, language);
  if (spoken !== null)
    facts.push({
      ...{ name: 'Said in', text: spoken, isInRows: true },
      sentence: `Said in ${write(spoken)}.`,
    });
  if (occasion !== null)
    facts.push({
      ...{ name: 'Occasion', text: occasion, isInRows: true },
      sentence: `Occasion: ${write(occasion)}.`,
    });
  if (scope !== null)
    facts.push({
      ...{ name: 'Period covered', text: scope.text, isInRows: false },
      sentence: `Period covered: ${write(scope.text)}.`,
    });
  if (consensus !== null) {
    const { agreeing, interviewed, population, novelty } = consensus;
    const counted = `${agreeing} of ${interviewed} interviewed`;
    facts.push({
      name: 'Agreed by',
      text: `${counted} (${population})${novelty === null ? '' : `; new: ${novelty}`}`,
      sentence: `Agreed by ${counted}.`,
      isInRows: false,
    });
  }
  return facts;
}

export const conditionWords: Record<Condition['kind'], string> = {
  if: 'if',
  as_long_as: 'as long as',
  in_exchange_for: 'in exchange for',
  after: 'after',
  unless: 'unless',
};

export const modalityWords: Record<FindingView['modality'], string> = {
  actual: 'Held now',
  will: 'Will be done',
  would: 'Would be done',
  could: 'Could be done',
  should: 'Should be done',
  must: 'Must be done',
};

/** The relation of a finding to the one it replaced. */
export const replacementLabels: Record<Supersession['kind'], string> = {
  position_change: 'Changed from',
  correction: 'Corrects',
};

/** Each kind of link as read from either end. */
export const linkLabels: Record<LinkKind, { out: string; in: string }> = {
  supports: { out: 'Supports', in: 'Supported by' },
  contradicts: { out: 'Contradicts', in: 'Contradicts' },
  contrary: { out: 'Incompatible with', in: 'Incompatible with' },
  qualifies: { out: 'Qualifies', in: 'Qualified by' },
  undercuts: { out: 'Undercuts', in: 'Undercut by' },
  precedes: { out: 'Came before', in: 'Came after' },
};
