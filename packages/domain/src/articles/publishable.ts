import { type CitedArticle, draftLinkReasons } from '../advice/cited-articles.ts';
import { type Clearance, isWithoutParticipants } from '../attribution/clearance.ts';
import { effectiveTerms } from '../attribution/effective-terms.ts';
import { mentionReasons } from '../attribution/mention-reasons.ts';
import { protectedStrings } from '../attribution/protected-strings.ts';
import type { Waiver } from '../attribution/terms.ts';
import { wordAttribution, wordSource } from '../attribution/wording.ts';
import { documentText } from '../document/document-text.ts';
import { fileBlocks } from '../document/file-blocks.ts';
import { pictureIds } from '../document/picture-ids.ts';
import { undescribedPictures } from '../document/undescribed-pictures.ts';
import { isQuoteIntact } from '../findings/anchor.ts';
import type { Finding, Link, Supersession } from '../findings/finding.ts';
import { canonicalLink } from '../findings/links.ts';
import { sourceIdsOfFinding } from '../findings/source-ids.ts';
import { checkSupersession } from '../findings/supersession.ts';
import { checkVerifiable } from '../findings/verifiable.ts';
import type { LoadedEntries } from '../kinds/catalogue-entries.ts';
import { fieldNameOf, kindHas } from '../kinds/fields-of-kind.ts';
import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import type { Source } from '../sources/source.ts';
import { edtfBounds } from '../text/edtf.ts';
import type { Id, Instant } from '../values.ts';
import type { Article, ArticleContent } from './article.ts';
import type { PublicSet } from './public-set.ts';
import { type PublicText, publicTextsOf } from './public-texts.ts';
import type { Revision } from './revision.ts';

/** A picture or file that the body may show. Files have pages, and may have to be looked at. */
export type PublishableMedia = {
  id: Id;
  pages?: number | null;
  byteSize?: number;
  unread?: readonly string[];
  checkedAt?: Instant | null;
  /** The last day of its licence; null for no end. */
  licenceUntil?: string | null;
};

/** All that bears on whether an article can go out. Entities of other articles may be among them. */
export type PublishableInput = LoadedEntries & {
  article: Article;
  /** The revision that would be published; null to check the current working copy. */
  revision: Pick<Revision, 'id' | 'articleId' | 'content' | 'text'> | null;
  /** The findings that go out with it, each in the words readers get: from `findingsGoingOut`. */
  outgoing: readonly Finding[];
  /** The findings that its supersessions name, those of other articles among them. */
  findings: readonly Finding[];
  links: readonly Link[];
  supersessions: readonly Supersession[];
  sources: readonly Source[];
  waivers: readonly Waiver[];
  /** The parts of that series that are out, the article's own perhaps among them. */
  parts: readonly { articleId: Id; part: number }[];
  /** Every picture there is that the body may show. */
  media: readonly PublishableMedia[];
  /** The day in the journal's time zone; null for a published article, whose licences are only listed. */
  today?: string | null;
  /** The public set: exactly what is published if nothing refuses. */
  set: PublicSet;
  /** Protected strings found in what is public in addition to the set, such as earlier versions. */
  left: readonly Reason[];
  /** The articles that the text links to, and where the reading site answers. */
  cited: readonly CitedArticle[];
  origins: readonly string[];
  /** Why a page may not stand where it would; none of an article. */
  placeReasons?: readonly Reason[];
  /** Answers to alarms, confirmed or not, for the sources of this article. */
  clearances: readonly Clearance[];
};

/** A decision with what a person should look at even where nothing refuses. */
export type Publishable = Decision & { warnings: Reason[] };

/**
 * Whether an article can be published; otherwise every reason why not, with `at` the place to fix.
 * Both the button and the server call it, and the value it checked is the one that is published.
 */
export function checkPublishable(input: PublishableInput, now: Instant): Publishable {
  const content: ArticleContent = input.revision?.content ?? input.article;
  const text = input.revision?.text ?? documentText(content.body).text;
  const { outgoing } = input;
  const mentions = mentionReasons(
    eachOnce(publicTextsOf(input.set)),
    protectedStrings(input.sources, input.waivers, outgoing),
    { articleId: input.article.id, clearances: input.clearances },
  );
  const decision = decide([
    ...contentReasons(content, text, input),
    ...(input.placeReasons ?? []),
    ...draftLinkReasons(content.body, input.cited, input.origins),
    ...approvalReasons(input),
    ...sourceReasons(content, input),
    ...participantReasons(content, outgoing, input),
    ...outgoing.flatMap((finding) =>
      finding.state === 'superseded'
        ? supersededReasons(finding, input)
        : findingReasons(finding, text, input, now),
    ),
    ...linkReasons(input.links),
    ...supersessionReasons(input),
    ...mentions,
    ...input.left,
  ]);
  return { ...decision, warnings: partWarnings(content, input) };
}

/** A text that several views show of one place is looked through once. */
function eachOnce(texts: readonly PublicText[]): PublicText[] {
  return [...new Map(texts.map((each) => [`${each.at} ${each.text}`, each])).values()];
}

function contentReasons(
  content: ArticleContent,
  text: string,
  { article, topics, series, authors, media, today = null }: PublishableInput,
): Reason[] {
  const reasons: Reason[] = [];
  const { kind } = article;
  if (content.headline === '') {
    reasons.push(
      reason('headline_missing', `Give it a ${fieldNameOf(kind, 'headline')}.`, 'headline'),
    );
  }
  if (content.standfirst === '') {
    reasons.push(
      reason('standfirst_missing', `Write a ${fieldNameOf(kind, 'standfirst')}.`, 'standfirst'),
    );
  }
  if (text === '') reasons.push(reason('body_missing', 'There is no text yet.', 'body'));
  if (kindHas(kind, 'topicIds') && content.topicIds.length === 0) {
    reasons.push(reason('topic_missing', 'File it under a topic.', 'topicIds'));
  }
  for (const topicId of missing(content.topicIds, topics)) {
    reasons.push(
      reason('topic_unknown', 'This topic is no longer there.', 'topicIds', { topicId }),
    );
  }
  const seriesId = content.series?.seriesId;
  if (seriesId !== undefined && !series.some(({ id }) => id === seriesId)) {
    reasons.push(reason('series_unknown', 'This series is no longer there.', 'series'));
  }
  if (kindHas(kind, 'byline') && content.byline === null) {
    reasons.push(
      reason('byline_missing', 'Name who wrote it, or say why nobody is named.', 'byline'),
    );
  }
  const authorIds = content.byline?.kind === 'authors' ? content.byline.authorIds : [];
  for (const authorId of missing(authorIds, authors)) {
    reasons.push(
      reason('author_unknown', 'This author is no longer there.', 'byline', { authorId }),
    );
  }
  reasons.push(...fileReasons(content, media), ...licenceReasons(content, media, today));
  const pictures = media.filter(({ pages }) => !pages);
  for (const mediaId of missing(pictureIds(content.body), pictures)) {
    reasons.push(
      reason('picture_unknown', 'A picture in the text is no longer there.', 'body', { mediaId }),
    );
  }
  for (const mediaId of new Set(undescribedPictures(content.body))) {
    reasons.push(
      reason(
        'picture_not_described',
        'A picture has no alternative text. Write what it shows.',
        'body',
        { mediaId },
      ),
    );
  }
  return reasons;
}

/** A licence counts to the end of its last day. */
function licenceReasons(
  { body }: ArticleContent,
  media: readonly PublishableMedia[],
  today: string | null,
): Reason[] {
  const ids = [...pictureIds(body), ...fileBlocks(body).map(({ attrs }) => attrs.mediaId)];
  return [...new Set(ids)].flatMap((mediaId): Reason[] => {
    const until = media.find(({ id }) => id === mediaId)?.licenceUntil;
    if (today === null || !until || until >= today) return [];
    return [
      reason(
        'licence_expired',
        `The licence of a picture or file ended on ${until}. Renew it under Media, or take it out.`,
        'body',
        { mediaId, until },
      ),
    ];
  });
}

function fileReasons({ body }: ArticleContent, media: readonly PublishableMedia[]): Reason[] {
  return fileBlocks(body).flatMap(({ attrs }): Reason[] => {
    const { mediaId, title, pages, byteSize } = attrs;
    const file = media.find(({ id }) => id === mediaId);
    if (!file?.pages || file.pages !== pages || file.byteSize !== byteSize)
      return [
        reason('file_unknown', `The file “${title}” is no longer there. Insert it again.`, 'body', {
          mediaId,
        }),
      ];
    if (!file.unread?.length || file.checkedAt) return [];
    return [
      reason(
        'file_not_checked',
        `No program can read all of “${title}”. A second person has to look at it, under Media.`,
        'body',
        { mediaId },
      ),
    ];
  });
}

/** Two parts of one number are ordered by publication, which is rarely meant. */
function partWarnings({ series }: ArticleContent, { article, parts }: PublishableInput): Reason[] {
  if (series === null) return [];
  const others = parts.filter(({ articleId }) => articleId !== article.id);
  if (!others.some(({ part }) => part === series.part)) return [];
  return [
    reason('part_taken', `Part ${series.part} of this series is out already.`, 'series', {
      part: series.part,
    }),
  ];
}

const missing = (ids: readonly Id[], entities: readonly { id: Id }[]): Id[] =>
  ids.filter((id) => !entities.some((entity) => entity.id === id));

function approvalReasons({ article, revision }: PublishableInput): Reason[] {
  const isApproved =
    revision !== null &&
    revision.articleId === article.id &&
    revision.id === article.approvedRevisionId;
  if (isApproved) return [];
  return [
    reason(
      'not_approved',
      'This version has not been approved. Submit it, and have a second person approve it.',
      'approval',
      { revisionId: revision?.id ?? null, approvedRevisionId: article.approvedRevisionId },
    ),
  ];
}

function sourceReasons(content: ArticleContent, { sources, waivers }: PublishableInput): Reason[] {
  return content.sourceIds.flatMap((sourceId) => {
    const source = sources.find(({ id }) => id === sourceId);
    if (!source) {
      return [
        reason('source_unknown', 'This source is no longer there.', 'sourceIds', { sourceId }),
      ];
    }
    const worded = wordSource(source, waivers, content.language);
    const reasons = worded.ok ? [] : worded.reasons;
    const isMisdescribed =
      source.terms.attribution === 'deep_background' && source.descriptor !== null;
    return [
      ...reasons.map((each) => ({
        ...each,
        at: `sources.${sourceId}.${each.code === 'descriptor_missing' ? 'descriptor' : 'terms'}`,
      })),
      ...(isMisdescribed ? [describedOnDeepBackground(sourceId)] : []),
    ];
  });
}

/**
 * If terms protect participants, at least one has to be entered, or two people have to confirm that
 * there is none: with an empty list no name would be searched for.
 */
export function participantReasons(
  content: Pick<ArticleContent, 'sourceIds'>,
  outgoing: readonly Finding[],
  { sources, waivers, clearances }: Pick<PublishableInput, 'sources' | 'waivers' | 'clearances'>,
): Reason[] {
  const ids = new Set([...content.sourceIds, ...outgoing.flatMap(sourceIdsOfFinding)]);
  return sources
    .filter((source) => {
      if (!ids.has(source.id) || source.participants.length > 0) return false;
      const terms = effectiveTerms({ terms: null, participantId: null }, source, waivers);
      return terms?.names === 'nobody' && !isWithoutParticipants(clearances, source.id);
    })
    .map(({ id }) =>
      reason(
        'participants_missing',
        'Nobody is entered as having taken part, so no name can be looked for. Enter who took part, or have two people confirm that there is nobody to enter.',
        `sources.${id}.participants`,
        { sourceId: id },
      ),
    );
}

const describedOnDeepBackground = (sourceId: Id): Reason =>
  reason(
    'descriptor_not_allowed',
    'On deep background the source may not be described. Take the wording out.',
    `sources.${sourceId}.descriptor`,
  );

/** A superseded finding is shown as it was: verified then, and under terms that still allow it. */
function supersededReasons(finding: Finding, { sources, waivers }: PublishableInput): Reason[] {
  const source = sources.find(({ id }) => id === finding.attribution.sourceId) ?? null;
  const worded = wordAttribution(finding.attribution, source, waivers, 'en');
  const closed = worded.ok
    ? []
    : worded.reasons.filter(({ code }) => code === 'off_record' || code === 'disclosure_limited');
  return [
    ...closed.map((each) => ({ ...each, at: `findings.${finding.id}.${each.at}` })),
    ...verificationReasons(finding),
  ];
}

function verificationReasons(finding: Finding): Reason[] {
  if (finding.verifiedAt !== null && finding.verifiedBy !== null) return [];
  const message =
    finding.state === 'superseded'
      ? 'Nobody verified the words that readers have of this finding. Withdraw it.'
      : 'This finding was changed and has to be verified again.';
  return [reason('not_verified', message, `findings.${finding.id}.verified`)];
}

function findingReasons(
  finding: Finding,
  text: string,
  { sources, waivers, actors }: PublishableInput,
  now: Instant,
): Reason[] {
  const at = (field: string) => `findings.${finding.id}.${field}`;
  const reasons: Reason[] = [];
  const checked = checkVerifiable(finding, { text, sources, waivers, actors });
  if (!checked.ok) reasons.push(...checked.reasons);
  reasons.push(...verificationReasons(finding));
  const { quote } = finding.evidence;
  if (finding.state === 'published' && quote !== null && !isQuoteIntact(text, quote)) {
    reasons.push(
      reason(
        'published_quote_lost',
        'Readers have this finding, and its quote no longer stands. Anchor it again, supersede it or withdraw it.',
        at('quote'),
      ),
    );
  }
  for (const { actorId } of finding.holders) {
    if (actorId !== null && !actors.some(({ id }) => id === actorId)) {
      reasons.push(
        reason('actor_unknown', 'This actor is no longer there.', at('holders'), { actorId }),
      );
    }
  }
  const heldFrom = finding.asOf === null ? null : (edtfBounds(finding.asOf)?.from ?? null);
  if (heldFrom !== null && heldFrom > now) {
    reasons.push(
      reason('as_of_in_future', 'Nothing can have been held in the future.', at('asOf')),
    );
  }
  return reasons;
}

function linkReasons(links: readonly Link[]): Reason[] {
  const seen = new Set<string>();
  return links.flatMap((link) => {
    const { from, kind, to } = canonicalLink(link);
    const at = `findings.${link.from}.links`;
    const key = `${from} ${kind} ${to}`;
    if (from === to) {
      return [reason('linked_to_itself', 'A finding cannot be linked to itself.', at)];
    }
    if (seen.has(key)) {
      return [
        reason('already_linked', 'These two are linked in this way twice.', at, { to: link.to }),
      ];
    }
    seen.add(key);
    return [];
  });
}

function supersessionReasons({ supersessions, findings }: PublishableInput): Reason[] {
  return supersessions.flatMap((supersession) => {
    const old = findings.find(({ id }) => id === supersession.oldId);
    const next = findings.find(({ id }) => id === supersession.newId);
    if (!old || !next) {
      const at = `findings.${supersession.newId}.supersession`;
      return [reason('finding_unknown', 'One of the two findings is no longer there.', at)];
    }
    const decision = checkSupersession({ supersession, old, new: next, existing: supersessions });
    return decision.ok ? [] : decision.reasons;
  });
}
