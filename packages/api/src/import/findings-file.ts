import { AttributionTerms, Descriptor } from '@viewpoints/domain/attribution/terms';
import {
  type Attribution,
  FindingContent,
  type Holder,
  LinkKind,
} from '@viewpoints/domain/findings/finding';
import { Condition, Stance } from '@viewpoints/domain/findings/finding-fields';
import { normaliseText } from '@viewpoints/domain/text/normalise';
import { line, Slug } from '@viewpoints/domain/values';
import { z } from 'zod';

/** A file of findings to propose with a page, as an editor noted them. */
export const FindingsFile = z.object({
  /** The source and terms of all of them; if left out, they are entered at the desk. */
  attribution: z
    .strictObject({
      /** The slug of a source that the desk has. */
      source: Slug.nullable().default(null),
      /** Null for the source's own. */
      terms: AttributionTerms.nullable().default(null),
      /** The public wording for a source that may not be named. */
      descriptor: Descriptor.nullable().default(null),
    })
    .default({ source: null, terms: null, descriptor: null }),
  findings: z
    .array(
      z.object({
        proposition: line(500),
        quote: z.string().min(1).max(5000),
        holder: line(200),
        stance: Stance,
        conditions: z.array(Condition).max(20).default([]),
        scope: line(200).nullable().default(null),
      }),
    )
    .min(1, 'the file has no findings')
    .max(500),
  /** From, kind, to: findings by their place in the list, from 1. */
  links: z.array(z.tuple([z.coerce.number().int(), LinkKind, z.coerce.number().int()])).default([]),
  notes: z.array(z.string().max(2000)).max(50).default([]),
});
export type FindingsFile = z.output<typeof FindingsFile>;

/** Who might be meant: a name that an actor has, to the letter. */
export type ActorOf = (name: string) => string | null;

type FileFinding = FindingsFile['findings'][number];

const bases: [RegExp, Holder['basis']][] = [
  [/^the (?:paper|report|study|source)$/i, 'sources_own'],
  [/^the (?:article|author|authors|journal)$/i, 'articles_own'],
];

/**
 * A finding of the file as a proposal, with the source and terms that the file names. What it does not
 * say is left for the desk. "(second hand)" and "(3 of 4)" after a holder are read as basis and consensus.
 */
export function proposalOf(
  finding: FileFinding,
  { actorOf, attribution }: { actorOf: ActorOf; attribution: Attribution },
): FindingContent {
  const { holder, stance, conditions, scope, proposition } = finding;
  const counted = /\((\d+) of (\d+)\)$/.exec(holder);
  const wording = holder.replace(/\s*\((?:second hand|\d+ of \d+)\)$/i, '');
  const basis = bases.find(([pattern]) => pattern.test(wording))?.[1] ?? 'second_hand';
  const [, agreeing, interviewed] = counted ?? [];
  return FindingContent.parse({
    proposition,
    holders: [{ actorId: actorOf(wording), wording, basis }],
    stance,
    polarity: stance === 'rejects' || stance === 'refuses' ? 'negative' : 'affirmative',
    conditions,
    scope: scope === null ? null : { text: scope, edtf: null },
    consensus:
      agreeing === undefined || Number(agreeing) > Number(interviewed)
        ? null
        : {
            agreeing: Number(agreeing),
            interviewed: Number(interviewed),
            population: wording,
            novelty: null,
          },
    evidence: { quote: null },
    attribution,
  });
}

/** The quote of a finding of the file, in the one form texts have here. */
export const quoteOf = ({ quote }: FileFinding): string => normaliseText(quote);
