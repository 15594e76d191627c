import type { Article } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { approveArticle } from '../articles/approve-article.ts';
import { correctArticle } from '../articles/correct-article.ts';
import { createArticle } from '../articles/create-article.ts';
import { publishArticle } from '../articles/publish-article.ts';
import { retractArticle } from '../articles/retract-article.ts';
import { saveArticle } from '../articles/save-article.ts';
import { scheduleArticle } from '../articles/schedule-article.ts';
import { submitArticle } from '../articles/submit-article.ts';
import { linkFindings } from '../findings/link-findings.ts';
import { proposeFinding } from '../findings/propose-finding.ts';
import { supersedeFinding } from '../findings/supersede-finding.ts';
import { verifyFinding } from '../findings/verify-finding.ts';
import { plainVersion } from '../publishing/publish-next-version.ts';
import type { MarkupPicture } from './document-markup.ts';
import { articleContent, findingContent, sampleBody } from './resolve-sample.ts';
import { sampleSettings } from './sample-catalogue.ts';
import type { SampleArticle, SampleCorrection, SampleFinding } from './sample-content.ts';
import type { SampleDesk } from './sample-desk.ts';
import type { SampleIds } from './sample-ids.ts';
import { hoursAfter, morningAfter } from './sample-times.ts';

export type LoadArticle = {
  desk: SampleDesk;
  ids: SampleIds;
  pictures: ReadonlyMap<string, MarkupPicture>;
  /** When the sample is loaded: scheduled times are after it. */
  now: Date;
};

/** Takes an article through the commands that an editor and a second reader would have used. */
export async function loadArticle(article: SampleArticle, load: LoadArticle): Promise<void> {
  const { desk } = load;
  const { fate } = article;
  const at = new Date(fate.at);
  const draft = await write(article, article.body, load, at);
  await propose(draft, article.findings, load, hoursAfter(at, -24));
  if (fate.state === 'draft') return;

  const { id } = draft;
  const { revisionId } = await submitArticle(desk.writer(hoursAfter(at, -20)), { id });
  await verify(article.findings, load, hoursAfter(at, -6));
  if (fate.state === 'in_review') return;
  const approved = await approveArticle(desk.publisher(hoursAfter(at, -4)), { id, revisionId });
  if (fate.state === 'approved') return;

  const approval = { id, revisionId: approved.approvedRevisionId ?? revisionId };
  if (fate.state === 'scheduled') {
    const from = at > load.now ? at : load.now;
    await scheduleArticle(desk.publisher(at), {
      ...approval,
      publishAt: morningAfter(from, fate.inDays).toISOString(),
      embargoUntil:
        fate.embargoDays === undefined ? null : morningAfter(from, fate.embargoDays).toISOString(),
      ...{ timeZone: sampleSettings.timeZone, ...plainVersion },
    });
    return;
  }
  await publishArticle(desk.publisher(at), approval);
  await replaceOld(article.findings, load, hoursAfter(at, 1));
  if (fate.state === 'retracted') {
    await retractArticle(desk.publisher(new Date(fate.retractedAt)), { id, why: fate.why });
    return;
  }
  await correctAll(article, draft, fate.corrections ?? [], load);
}

type Written = { id: string; save: number; body: Document };

async function write(
  article: SampleArticle,
  markup: string,
  { desk, ids, pictures }: LoadArticle,
  at: Date,
): Promise<Written> {
  const begun = await createArticle(desk.writer(hoursAfter(at, -72)), {
    headline: article.headline,
  });
  const body = sampleBody(markup, pictures);
  const content = articleContent(article, body, ids.resolve);
  const saved = await saveArticle(desk.writer(hoursAfter(at, -48)), {
    id: begun.id,
    seen: begun.save,
    content,
  });
  ids.set('article', article.slug, begun.id);
  return writtenOf(saved.article);
}

const writtenOf = ({ id, save, body }: Article): Written => ({ id, save, body });

async function propose(
  { id, save, body }: Written,
  findings: SampleFinding[],
  { desk, ids }: LoadArticle,
  at: Date,
): Promise<void> {
  const ctx = desk.writer(at);
  for (const finding of findings) {
    const content = findingContent(finding, body, ids.resolve);
    const proposed = await proposeFinding(ctx, { articleId: id, seen: save, content });
    ids.set('finding', finding.key, proposed.id);
  }
  for (const { key, links = [] } of findings)
    for (const { kind, to } of links)
      await linkFindings(ctx, { from: ids.finding(key), kind, to: ids.finding(to) });
}

async function verify(
  findings: SampleFinding[],
  { desk, ids }: LoadArticle,
  at: Date,
): Promise<void> {
  for (const { key, proposedOnly } of findings)
    if (!proposedOnly) await verifyFinding(desk.publisher(at), { id: ids.finding(key) });
}

async function replaceOld(
  findings: SampleFinding[],
  { desk, ids }: LoadArticle,
  at: Date,
): Promise<void> {
  for (const { key, replaces } of findings) {
    if (replaces === undefined) continue;
    await supersedeFinding(desk.publisher(at), {
      oldId: ids.finding(replaces.key),
      newId: ids.finding(key),
      kind: replaces.kind,
    });
  }
}

/** Publishes the next versions of a live article, each with its notice. */
async function correctAll(
  article: SampleArticle,
  written: Written,
  corrections: SampleCorrection[],
  load: LoadArticle,
): Promise<void> {
  const { desk, ids, pictures } = load;
  const { id } = written;
  let { save } = written;
  let markup = article.body;
  for (const correction of corrections) {
    const at = new Date(correction.at);
    markup = correction.changes.reduce((text, { was, now }) => text.replace(was, now), markup);
    const body = sampleBody(markup, pictures);
    const content = articleContent(article, body, ids.resolve);
    const ctx = desk.writer(hoursAfter(at, -5));
    const saved = await saveArticle(ctx, { id, seen: save, content });
    save = saved.article.save;
    await propose(writtenOf(saved.article), correction.findings, load, hoursAfter(at, -4));
    await verify(correction.findings, load, hoursAfter(at, -3));
    await replaceOld(correction.findings, load, hoursAfter(at, -3));
    const { revisionId } = await submitArticle(desk.writer(hoursAfter(at, -2)), { id });
    await approveArticle(desk.publisher(hoursAfter(at, -1)), { id, revisionId });
    const findingId = correction.finding === undefined ? null : ids.finding(correction.finding);
    const corrections = [{ ...correction.notice, findingId }];
    await correctArticle(desk.publisher(at), { id, corrections });
  }
}
