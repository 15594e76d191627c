import type { Actor } from '../actors/actor.ts';
import { type EffectiveTerms, effectiveTerms } from '../attribution/effective-terms.ts';
import { findMentions } from '../attribution/find-mentions.ts';
import { mentionNeedles } from '../attribution/mention-needles.ts';
import type { Waiver } from '../attribution/terms.ts';
import { wordAttribution } from '../attribution/wording.ts';
import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import type { Source } from '../sources/source.ts';
import { isQuoteIntact } from './anchor.ts';
import type { Finding, Holder } from './finding.ts';

export type VerifiableContext = {
  /** The normalised text that the quote must be a slice of. */
  text: string;
  sources: readonly Source[];
  waivers: readonly Waiver[];
  /** The actors its holders name. */
  actors: readonly Actor[];
};

/**
 * Whether a finding can be verified as it is; otherwise every reason why not, each `at` the place
 * to fix (`findings.<id>.…`). Its state and the person's permission are checked elsewhere.
 */
export function checkVerifiable(finding: Finding, context: VerifiableContext): Decision {
  return decide(
    [
      ...evidenceReasons(finding, context),
      ...holderReasons(finding),
      ...stanceReasons(finding),
      ...attributionReasons(finding, context),
      ...identityReasons(finding, context),
    ].map((each) => ({ ...each, at: `findings.${finding.id}.${each.at}` })),
  );
}

function evidenceReasons({ evidence }: Finding, { text, sources }: VerifiableContext): Reason[] {
  const reasons: Reason[] = [];
  const { quote, locators } = evidence;
  if (quote === null && locators.length === 0) {
    reasons.push(
      reason(
        'evidence_missing',
        'Select the sentence that carries this, or give a source.',
        'quote',
      ),
    );
  }
  if (quote !== null && !isQuoteIntact(text, quote)) {
    reasons.push(
      reason(
        'quote_missing',
        'The quote does not stand in the text as it is. Anchor it again.',
        'quote',
      ),
    );
  }
  for (const { sourceId } of locators) {
    if (!sources.some(({ id }) => id === sourceId)) {
      reasons.push(
        reason('source_unknown', 'The source given as evidence is not known.', 'locators', {
          sourceId,
        }),
      );
    }
  }
  return reasons;
}

function holderReasons({ holders }: Finding): Reason[] {
  if (holders.length > 0) return [];
  return [reason('holder_missing', 'Say who holds this.', 'holders')];
}

function stanceReasons(finding: Finding): Reason[] {
  const reasons: Reason[] = [];
  const { stance, conditions, register, asOf, consensus } = finding;
  if (stance === 'accepts_if' && conditions.length === 0) {
    reasons.push(
      reason('condition_missing', 'Say on what condition it is accepted.', 'conditions'),
    );
  }
  if (stance === 'silent' && register === 'unknown') {
    reasons.push(
      reason('register_missing', 'Say where they are silent: in public or in private.', 'register'),
    );
  }
  if (stance === 'silent' && asOf === null) {
    reasons.push(reason('as_of_missing', 'Say as of when they are silent.', 'asOf'));
  }
  if (consensus !== null && consensus.agreeing > consensus.interviewed) {
    reasons.push(
      reason('consensus_impossible', 'No more can agree than were interviewed.', 'consensus', {
        agreeing: consensus.agreeing,
        interviewed: consensus.interviewed,
      }),
    );
  }
  return reasons;
}

function attributionReasons(finding: Finding, { sources, waivers }: VerifiableContext): Reason[] {
  const { attribution, holders } = finding;
  const source = sources.find(({ id }) => id === attribution.sourceId) ?? null;
  const worded = wordAttribution(attribution, source, waivers, 'en');
  const reasons = worded.ok ? [] : worded.reasons;
  if (worded.ok && worded.source.terms === 'deep_background' && attribution.descriptor !== null) {
    reasons.push(
      reason(
        'descriptor_not_allowed',
        'On deep background the source may not be described. Take the wording out.',
        'attribution.descriptor',
      ),
    );
  }
  if (attribution.participantId !== null) {
    const isKnown =
      source?.participants.some(({ id }) => id === attribution.participantId) ?? false;
    if (!isKnown) {
      reasons.push(
        reason(
          'participant_unknown',
          'The participant named here took no part in the source.',
          'attribution.participantId',
        ),
      );
    }
  }
  // Without a source or a descriptor the article alone vouches for it, which has to be set on purpose.
  const restsOnNothing = attribution.sourceId === null && attribution.descriptor === null;
  const isArticlesOwn = holders.every(({ basis }) => basis === 'articles_own');
  if (worded.ok && worded.source.terms === 'on_record' && restsOnNothing && !isArticlesOwn) {
    reasons.push(
      reason(
        'attribution_missing',
        'Say on whose word this rests: name a source or give a wording, or mark it as the article’s own.',
        'attribution',
      ),
    );
  }
  return reasons;
}

/**
 * A holder with the basis "own word" took part in the source: if its terms let nobody be named,
 * such a holder would reveal who spoke, whatever the list of participants says. Where one
 * participant may be named, no other person is such a holder.
 */
function identityReasons(
  { holders, attribution }: Finding,
  { sources, waivers, actors }: VerifiableContext,
): Reason[] {
  const source = sources.find(({ id }) => id === attribution.sourceId) ?? null;
  const terms = effectiveTerms(attribution, source, waivers);
  if (source === null || terms === null || terms.names === 'source') return [];
  const onOwnWord = holders.filter(({ basis }) => basis === 'direct' || basis === 'sources_own');
  if (terms.names === 'participant') {
    const { name = '' } =
      source.participants.find(({ id }) => id === attribution.participantId) ?? {};
    return onOwnWord
      .filter((holder) => isSomebodyElse(holder, name, actors))
      .map(({ actorId }) =>
        reason(
          'holder_identified',
          'Only who granted the waiver may be named, and this holder is somebody else. Name them, or say that it is known second hand.',
          'holders',
          { actorId },
        ),
      );
  }
  const descriptor = attribution.descriptor ?? source.descriptor;
  return onOwnWord
    .filter((holder) => revealsSpeaker(holder, terms, { actors, descriptor }))
    .map(({ actorId }) =>
      reason(
        'holder_identified',
        'The terms of the source do not let anybody say who spoke, and this holder does. Call them by the agreed wording, or say that it is known second hand.',
        'holders',
        { actorId },
      ),
    );
}

/** A person who has nothing of a participant's name; a body or an office may be theirs. */
function isSomebodyElse({ actorId }: Holder, name: string, actors: readonly Actor[]): boolean {
  const actor = actors.find(({ id }) => id === actorId);
  if (actor?.kind !== 'person') return false;
  const called = [actor.name, ...actor.aliases].join('\n');
  return findMentions(called, mentionNeedles({ what: 'name', text: name })).length === 0;
}

/**
 * On background a state or a body may be named in place of the speaker, as the agreed wording may, but no
 * person and no office. The Chatham House Rule forbids affiliation too, and deep background all.
 */
function revealsSpeaker(
  { actorId, wording }: Holder,
  { attribution }: EffectiveTerms,
  { actors, descriptor }: { actors: readonly Actor[]; descriptor: string | null },
): boolean {
  const kind = actors.find(({ id }) => id === actorId)?.kind ?? 'person';
  if (attribution === 'background')
    return actorId !== null && (kind === 'person' || kind === 'office');
  if (actorId !== null) return true;
  return attribution === 'deep_background' || wording !== descriptor;
}
