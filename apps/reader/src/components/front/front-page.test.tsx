import {
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addTopic,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Front from '../../app/(site)/page.tsx';
import { type OpenJournal, openJournal } from '../../testing/open-journal.ts';
import { renderPart, renderRoute } from '../../testing/render-part.tsx';
import { Masthead } from '../shared/masthead.tsx';
import { SiteFooter } from '../shared/site-footer.tsx';

const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));
const quote = 'Ostrava will not sign before the rains.';

let journal: OpenJournal;
beforeAll(async () => {
  journal = await openJournal();
});
afterAll(() => journal?.close());

const front = async () => (await renderRoute(journal.caller, () => Front())).html;
const parts = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)));

/** Publishes an article of as many words. */
async function publishOf(
  words: number,
  given: { headline: string; at: Date; topicIds?: string[] },
) {
  const { db, by } = journal;
  const { at, ...content } = given;
  const text = `${quote} ${'Word '.repeat(words)}`;
  const article = await addArticle(db.editorial, { by, body: paragraphs(text), ...content });
  const publishIt = () => publish(db.editorial, article.id, { at });
  return { article, publish: publishIt };
}

describe('the front page', () => {
  it('says that nothing is out yet while nothing is', async () => {
    expect(await front()).toContain('Nothing has been published yet.');
  });

  it('leads with the newest long article and its findings, and has short ones as briefs', async () => {
    const { db, by } = journal;
    const long = await publishOf(400, { headline: 'The grammar of conditions', at: day(2) });
    await addFinding(db.editorial, long.article, { by, quote, proposition: 'Will not sign first' });
    await long.publish();
    await (await publishOf(30, { headline: 'A short report', at: day(3) })).publish();
    const html = await front();
    const lead = parts(html, 'class="front-lead"', 'class="front-briefs"');
    expect(lead).toContain('The grammar of conditions');
    expect(lead).toContain('Will not sign first');
    expect(parts(html, 'class="front-briefs"', '</section>')).toContain('A short report');
    // A finding under the lead is not listed a second time.
    expect(html.split('Will not sign first')).toHaveLength(2);
  });

  it('shows a change of mind with what was held before, and no correction of ours as one', async () => {
    const { db, by } = journal;
    const actor = await addActor(db.editorial, { slug: 'port', name: 'The Port' });
    const issue = await addIssue(db.editorial, { slug: 'tolls', name: 'Tolls' });
    const { article, publish: publishIt } = await publishOf(30, { headline: 'Tolls', at: day(1) });
    const finding = (proposition: string) =>
      addFinding(db.editorial, article, {
        ...{ by, quote, proposition, issueIds: [issue.id] },
        holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
      });
    const [before, now, wrong, right] = [
      await finding('Would charge no toll'),
      await finding('Would charge half a toll'),
      await finding('Counts nine ships'),
      await finding('Counts six ships'),
    ];
    await db.editorial.supersession.createMany({
      data: [
        { oldId: before.id, newId: now.id, kind: 'position_change', at: day(1), byId: by },
        { oldId: wrong.id, newId: right.id, kind: 'correction', at: day(1), byId: by },
      ],
    });
    await publishIt();
    const changes = parts(await front(), 'class="say-now-changes"', 'class="say-now-latest"');
    expect(changes).toContain('href="/positions/port/tolls"');
    expect(changes.indexOf('Would charge no toll')).toBeLessThan(
      changes.indexOf('Would charge half a toll'),
    );
    expect(changes).not.toContain('ships');
  });
});

describe('what stands around every page', () => {
  it('leads to the topics that have something out, at the top', async () => {
    const { db } = journal;
    const water = await addTopic(db.editorial, { slug: 'water', name: 'Water' });
    await addTopic(db.editorial, { slug: 'winter', name: 'Winter' });
    const { publish: publishIt } = await publishOf(30, {
      ...{ headline: 'The sluices', at: day(4), topicIds: [water.id] },
    });
    await publishIt();
    const head = await renderPart(journal.caller, <Masthead />);
    expect(head).toContain('<a href="/topics/water" dir="auto">Water</a>');
    expect(head).not.toContain('Winter');
  });

  it('offers subscriptions and a contact at the foot only where the journal has them', async () => {
    const foot = () => renderPart(journal.caller, <SiteFooter />);
    expect(await foot()).not.toMatch(/Subscribe|Write to us/);
    await journal.setUp({ subscriptions: true, contact: 'desk@meridian.example' });
    expect(await foot()).toMatch(/href="\/subscribe".*href="mailto:desk@meridian\.example"/s);
  });
});
