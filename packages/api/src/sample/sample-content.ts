import type { ActorContent } from '@viewpoints/domain/actors/actor';
import type { ArticleContent, AuthorContent } from '@viewpoints/domain/articles/article';
import type { Participant, Waiver } from '@viewpoints/domain/attribution/terms';
import type { CorrectionSeverity } from '@viewpoints/domain/corrections/correction';
import type {
  FindingContent,
  Holder,
  LinkKind,
  Supersession,
} from '@viewpoints/domain/findings/finding';
import type { IssueContent } from '@viewpoints/domain/issues/issue';
import type { NullResultContent } from '@viewpoints/domain/null-results/null-result';
import type { PlaceContent } from '@viewpoints/domain/places/place';
import type { SeriesContent } from '@viewpoints/domain/series/series';
import type { SourceContent } from '@viewpoints/domain/sources/source';
import type { TopicContent } from '@viewpoints/domain/topics/topic';
import type { z } from 'zod';

/**
 * The sample journal as its authors wrote it: the domain's contents with slugs and keys where the
 * database has ids, and bodies in the markup of `document-markup.ts`.
 */

export type SampleSeries = SeriesContent;
export type SampleTopic = Omit<TopicContent, 'position'>;
export type SampleAuthor = AuthorContent;
export type SamplePlace = Pick<PlaceContent, 'slug' | 'name' | 'coordinates'>;
export type SampleIssue = Omit<IssueContent, 'parentId'> & { parent?: string };

/** What was looked for and not found, by the slugs of its actor and its issue. */
export type SampleNullResult = Pick<NullResultContent, 'searched' | 'asOf' | 'register'> & {
  actor: string;
  issue: string;
};

export type SampleActor = Pick<ActorContent, 'slug' | 'kind' | 'name'> &
  Partial<Pick<ActorContent, 'aliases' | 'description' | 'note'>> & {
    partOf?: string;
  };

/** `key` is what a finding or a waiver of this sample calls the participant by. */
export type SampleParticipant = Pick<Participant, 'name' | 'affiliation'> & { key: string };

export type SampleWaiver = Pick<Waiver, 'covers' | 'grantedBy' | 'basis' | 'grantedAt'> & {
  /** The key of one participant, or null for all that was said. */
  participant: string | null;
  signedOff: boolean;
};

export type SampleSource = Pick<SourceContent, 'slug' | 'kind' | 'title' | 'terms'> &
  Partial<
    Pick<
      SourceContent,
      'publisher' | 'authors' | 'url' | 'archiveUrl' | 'issued' | 'released' | 'csl'
    >
  > &
  Partial<Pick<SourceContent, 'descriptor' | 'note'>> & {
    participants?: SampleParticipant[];
    /** Why a source has no participants to enter, although its terms would protect them. */
    nobodyEntered?: string;
    waivers?: SampleWaiver[];
  };

/** An actor by slug, the wording used, or both. */
export type SampleHolder = {
  actor?: string;
  wording?: string;
  basis: Holder['basis'];
};

export type SampleFinding = Pick<FindingContent, 'proposition' | 'stance'> &
  Partial<
    Pick<
      FindingContent,
      | 'polarity'
      | 'modality'
      | 'register'
      | 'saidIn'
      | 'occasion'
      | 'conditions'
      | 'shift'
      | 'scope'
      | 'asOf'
      | 'consensus'
      | 'note'
      | 'reviewBy'
    >
  > & {
    /** Unique in the whole sample, so that links reach across articles. */
    key: string;
    holders: SampleHolder[];
    issues: string[];
    places?: string[];
    /** The exact words of the body, without markup. */
    quote: string;
    locators?: { source: string; locator: string }[];
    from: {
      source: string;
      terms?: SourceContent['terms']['attribution'];
      descriptor?: string;
      participant?: string;
    };
    links?: { kind: LinkKind; to: string }[];
    /** The finding this one replaces. */
    replaces?: { key: string; kind: Supersession['kind'] };
    /** Left as a proposal for the desk to verify; otherwise verified with its article. */
    proposedOnly?: boolean;
  };

/** A published version after the first: what was corrected and the notice readers get. */
export type SampleCorrection = {
  at: string;
  /** Replacements in the markup of the body, each of which must be found exactly once. */
  changes: { was: string; now: string }[];
  notice: {
    was: string;
    now: string;
    why: string;
    severity: z.infer<typeof CorrectionSeverity>;
  };
  /** The finding the notice is about. */
  finding?: string;
  /** Findings that join the article with this version. */
  findings: SampleFinding[];
};

/** How far an article has come. Days are counted from the day the sample is loaded. */
export type SampleFate =
  | { state: 'published'; at: string; corrections?: SampleCorrection[] }
  | { state: 'retracted'; at: string; retractedAt: string; why: string }
  | { state: 'draft'; at: string }
  | { state: 'in_review'; at: string }
  | { state: 'approved'; at: string }
  | { state: 'scheduled'; at: string; inDays: number; embargoDays?: number };

export type SampleArticle = Pick<
  ArticleContent,
  'slug' | 'section' | 'genre' | 'headline' | 'standfirst'
> &
  Partial<Pick<ArticleContent, 'language' | 'direction' | 'note'>> & {
    byline: { authors: string[] } | { reason: string };
    topics: string[];
    sources: string[];
    part?: { series: string; number: number };
    /** The slug of an earlier article, as those of picks are. */
    translationOf?: string;
    picks?: string[];
    body: string;
    findings: SampleFinding[];
    fate: SampleFate;
  };
