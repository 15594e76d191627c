'use client';

import type { Article } from '@viewpoints/domain/articles/article';
import { statesFor } from '@viewpoints/domain/articles/article-workflow';
import type { Reason } from '@viewpoints/domain/refusal';
import { CircleCheck, ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { type Alarm, AnswerAlarmDialog } from '../../protection/answer-alarm-dialog.tsx';
import { useSession } from '../../session/session-provider.tsx';
import { useMay } from '../../session/use-may.ts';
import { ArticleStateBadge } from '../../ui/state-badges.tsx';
import { exactTime, Time } from '../../ui/time.tsx';
import { AssignmentBox } from '../assignment/assignment-box.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { AdviceNote } from './advice-note.tsx';
import { ExposuresNote, PendingAnswers, SuspendedNote } from './protection-notes.tsx';
import { PublishSteps } from './publish-steps.tsx';
import type { ReasonTarget } from './reason-target.ts';
import { ReasonsList } from './reasons-list.tsx';
import { RetractedTextSteps } from './retracted-text.tsx';
import { ReviewMessages } from './review-messages.tsx';
import { ScheduledKind } from './scheduled-kind.tsx';

/** The state of the article, what prevents its publication, and the next steps. */
export function PublishPanel(props: {
  session: ArticleSession;
  onGo: (place: ReasonTarget) => void;
  onNextVersion: () => void;
}) {
  const { session, onGo } = props;
  const { article, publishable, findings, comments, retraction, place } = session.data;
  const [answering, setAnswering] = useState<Alarm | null>(null);
  const mayAnswer = useMay('clearance.record').ok;
  const numberOf = (id: string) => findings.find((finding) => finding.id === id)?.number ?? null;
  const { readerUrl } = useSession();
  const embargoed =
    article.embargoUntil !== null && article.embargoUntil > new Date().toISOString();
  const seen =
    article.state === 'retracted' ||
    (article.state === 'published' && !embargoed && !session.data.suspended);
  const isDone = ['published', 'retracted', 'archived'].includes(article.state);
  const messages = <ReviewMessages comments={comments} />;
  return (
    <div className="grid gap-5">
      <section aria-label="Current state" className="grid gap-1">
        <div className="flex items-center gap-2">
          <ArticleStateBadge state={article.state} />
          {article.liveRevisionId !== null &&
          article.state !== 'published' &&
          article.state !== 'retracted' ? (
            <span className="text-sm text-ink-soft">Readers see the previous version.</span>
          ) : null}
        </div>
        <Times article={article} />
        <ScheduledKind session={session} />
        {session.data.release ? <InRelease release={session.data.release} /> : null}
        {seen ? (
          <p>
            <a
              href={`${readerUrl}/${place?.published ?? `articles/${article.slug}`}`}
              target="_blank"
              rel="noopener"
              className="inline-flex items-center gap-1 rounded-sm text-accent underline underline-offset-2 hover:text-accent-strong"
            >
              View on site <ExternalLink aria-hidden className="size-3.5" />
            </a>
          </p>
        ) : null}
        {retraction ? (
          <p className="text-ink-soft">
            Retracted <Time at={retraction.at} />: {retraction.why}
          </p>
        ) : null}
      </section>
      <AssignmentBox session={session} />
      <SuspendedNote session={session} />
      <ExposuresNote session={session} />
      {article.state === 'draft' ? messages : null}
      {isDone ? null : publishable.ok ? (
        <p className="flex items-center gap-2 rounded-md bg-ok-soft px-3 py-2 font-medium">
          <CircleCheck aria-hidden className="size-4 text-ok" /> Nothing prevents publishing.
        </p>
      ) : (
        <section className="grid gap-2">
          <h3 className="text-sm font-semibold">
            {publishable.reasons.length === 1
              ? '1 problem prevents publishing'
              : `${publishable.reasons.length} problems prevent publishing`}
          </h3>
          <ReasonsList
            label="Publishing problems"
            tone="refused"
            kind={article.kind}
            reasons={publishable.reasons.map((reason) => inReview(reason, article.state))}
            numberOf={numberOf}
            onGo={onGo}
            {...(mayAnswer ? { onAnswer: setAnswering } : {})}
          />
        </section>
      )}
      <PendingAnswers session={session} />
      {publishable.warnings.length > 0 ? (
        <section className="grid gap-2">
          <h3 className="text-sm font-semibold">Warnings</h3>
          <ReasonsList
            label="Warnings"
            tone="warned"
            kind={article.kind}
            reasons={publishable.warnings}
            numberOf={numberOf}
            onGo={onGo}
          />
        </section>
      ) : null}
      <AdviceNote session={session} onGo={onGo} numberOf={numberOf} />
      <RetractedTextSteps session={session} />
      <PublishSteps session={session} onNextVersion={props.onNextVersion} />
      {article.state === 'draft' ? null : messages}
      {answering ? (
        <AnswerAlarmDialog
          alarm={answering}
          articleId={article.id}
          onClose={() => setAnswering(null)}
        />
      ) : null}
    </div>
  );
}

/** The article's release. */
function InRelease({ release }: { release: NonNullable<ArticleSession['data']['release']> }) {
  return (
    <p className="text-ink-soft">
      {release.publishAt === null ? 'In the release' : 'Goes out with the release'}{' '}
      <Link
        href={`/releases/${release.id}`}
        className="text-accent underline underline-offset-2 hover:text-accent-strong"
      >
        {release.name}
      </Link>
      .
    </p>
  );
}

/** An article in review was submitted already: the advice to submit it is left out. */
const inReview = (reason: Reason, state: Article['state']): Reason =>
  reason.code === 'not_approved' && state === 'in_review'
    ? { ...reason, message: 'It is in review: not all of its words are approved yet.' }
    : reason;

/** The scheduled or suggested time of publication, and the end of an embargo. */
function Times({ article }: { article: Article }) {
  const { state, publishAt, embargoUntil, timeZone } = article;
  const hidden = embargoUntil !== null && embargoUntil > new Date().toISOString();
  const until = hidden ? `visible from ${exactTime(embargoUntil, timeZone)}` : '';
  if (state === 'published' && hidden) return <p>Published, and {until}.</p>;
  if (publishAt === null || publishAt <= new Date().toISOString()) return null;
  const time = [exactTime(publishAt, timeZone), until].filter(Boolean).join(', ');
  if (state === 'scheduled') return <p>Goes out {time}.</p>;
  return statesFor('prepare').includes(state) ? (
    <p className="text-ink-soft">Suggested to go out {time}.</p>
  ) : null;
}
