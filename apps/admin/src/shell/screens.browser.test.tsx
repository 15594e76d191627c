import { SourceContent } from '@viewpoints/domain/sources/source';
import type { ReactElement } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AccountScreen } from '../account/account-screen.tsx';
import { ActorsScreen } from '../actors/actors-screen.tsx';
import { PreviewScreen } from '../article/preview/preview-screen.tsx';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
import { AuditScreen } from '../audit/audit-screen.tsx';
import { AuthorsScreen } from '../authors/authors-screen.tsx';
import { CalendarScreen } from '../calendar/calendar-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { FindingsScreen } from '../findings/findings-screen.tsx';
import { HouseStyleScreen } from '../house-style/house-style-screen.tsx';
import { ImportsScreen } from '../imports/imports-screen.tsx';
import { WordStylesScreen } from '../imports/word-styles-screen.tsx';
import { IssuesScreen } from '../issues/issues-screen.tsx';
import { PagesScreen } from '../journal-pages/pages-screen.tsx';
import { MediaScreen } from '../media/media-screen.tsx';
import { MenusScreen } from '../menus/menus-screen.tsx';
import { NewslettersScreen } from '../newsletters/newsletters-screen.tsx';
import { NotificationsScreen } from '../notifications/notifications-screen.tsx';
import { NullResultsScreen } from '../null-results/null-results-screen.tsx';
import { PeopleScreen } from '../people/people-screen.tsx';
import { PlacesScreen } from '../places/places-screen.tsx';
import { QueuesScreen } from '../queues/queues-screen.tsx';
import { RedirectsScreen } from '../redirects/redirects-screen.tsx';
import { ReleaseScreen } from '../releases/release-screen.tsx';
import { ReleasesScreen } from '../releases/releases-screen.tsx';
import { SeriesScreen } from '../series/series-screen.tsx';
import { InstallationScreen } from '../settings/installation-screen.tsx';
import { OutboxScreen } from '../settings/outbox-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { SubscribersScreen } from '../settings/subscribers/subscribers-screen.tsx';
import { TokensScreen } from '../settings/tokens-screen.tsx';
import { WebhookScreen } from '../settings/webhooks/webhook-screen.tsx';
import { WebhooksScreen } from '../settings/webhooks/webhooks-screen.tsx';
import { SourceScreen } from '../sources/source-screen.tsx';
import { SourcesScreen } from '../sources/sources-screen.tsx';
import { anyWord, approveNextVersion, publishArticle } from '../testing/articles.ts';
import { openArticle, openPanel } from '../testing/open-article.tsx';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { TopicsScreen } from '../topics/topics-screen.tsx';
import { TrashScreen } from '../trash/trash-screen.tsx';
import { VisitsScreen } from '../visits/visits-screen.tsx';

/** What the screens of one record show. */
let shown: { articleId: string; sourceId: string; releaseId: string; webhookId: string };

/** Something for every list to show. */
beforeAll(async () => {
  const { article, finding } = await publishArticle();
  await approveNextVersion(article.id);
  await signIn('owner');
  const api = viewpoints.editor;
  const { id: articleId } = article;
  const { comments } = api.articles;
  await comments.start.mutate({ articleId, on: { kind: 'field', field: 'headline' }, text: 'So?' });
  const { quote } = finding.evidence;
  if (quote !== null)
    await comments.start.mutate({ articleId, on: { kind: 'words', quote }, text: 'Who says so?' });
  const source = await api.sources.create.mutate(
    SourceContent.parse({
      ...{ slug: anyWord('talks'), kind: 'interview', title: 'The dyke talks' },
      ...{ descriptor: 'a member of the council' },
      terms: { attribution: 'background', disclosure: 'clear' },
      participants: [{ id: crypto.randomUUID(), name: anyWord('Ada'), affiliation: 'Council' }],
    }),
  );
  const webhook = await api.webhooks.create.mutate({
    ...{ name: anyWord('Mirror'), url: 'https://receiver.example/hook' },
    ...{ kinds: ['article'], events: ['changed'] },
  });
  const release = await api.releases.create.mutate({ name: 'Summer papers' });
  const releaseOf = { id: release.id, seen: release.save, name: 'Summer papers' };
  await api.releases.save.mutate({ ...releaseOf, articleIds: [articleId] });
  shown = { articleId, sourceId: source.id, releaseId: release.id, webhookId: webhook.id };
  const named = (word: string) => ({ slug: anyWord(word), name: word });
  await Promise.all([
    api.actors.create.mutate({ ...named('council'), kind: 'group' }),
    api.authors.create.mutate(named('ada')),
    api.issues.create.mutate(named('dues')),
    api.places.create.mutate(named('ostrava')),
    api.series.create.mutate(named('straits')),
    api.releases.create.mutate({ name: 'Winter papers' }),
  ]);
}, 60_000);

const SCREENS: [path: string, screen: ReactElement][] = [
  ['/', <DeskScreen key="" />],
  ['/account', <AccountScreen key="" />],
  ['/actors', <ActorsScreen key="" />],
  ['/articles', <ArticlesScreen key="" />],
  ['/articles?q=nothing-is-called-this', <ArticlesScreen key="" />],
  ['/audit', <AuditScreen key="" />],
  ['/authors', <AuthorsScreen key="" />],
  ['/calendar', <CalendarScreen key="" />],
  ['/findings', <FindingsScreen key="" />],
  ['/findings?state=proposed', <FindingsScreen key="" />],
  ['/issues', <IssuesScreen key="" />],
  ['/media', <MediaScreen key="" />],
  ['/notifications', <NotificationsScreen key="" />],
  ['/people', <PeopleScreen key="" />],
  ['/places', <PlacesScreen key="" />],
  ['/places?open=new', <PlacesScreen key="" />],
  ['/queues', <QueuesScreen key="" />],
  ['/queues?queue=verify', <QueuesScreen key="" />],
  ['/queues?queue=stuck', <QueuesScreen key="" />],
  ['/import-runs', <ImportsScreen key="" />],
  ['/trash', <TrashScreen key="" />],
  ['/newsletters', <NewslettersScreen key="" />],
  ['/null-results', <NullResultsScreen key="" />],
  ['/redirects', <RedirectsScreen key="" />],
  ['/redirects?open=new', <RedirectsScreen key="" />],
  ['/pages', <PagesScreen key="" />],
  ['/pages?q=nothing-is-called-this', <PagesScreen key="" />],
  ['/menus', <MenusScreen key="" />],
  ['/releases', <ReleasesScreen key="" />],
  ['/releases?shown=all', <ReleasesScreen key="" />],
  ['/series', <SeriesScreen key="" />],
  ['/series?open=new', <SeriesScreen key="" />],
  ['/settings', <SettingsScreen key="" />],
  ['/settings/installation', <InstallationScreen key="" />],
  ['/settings/outbox', <OutboxScreen key="" />],
  ['/settings/subscribers', <SubscribersScreen key="" />],
  ['/settings/tokens', <TokensScreen key="" />],
  ['/settings/webhooks', <WebhooksScreen key="" />],
  ['/sources', <SourcesScreen key="" />],
  ['/topics', <TopicsScreen key="" />],
  ['/visits', <VisitsScreen key="" />],
  ['/house-style', <HouseStyleScreen key="" />],
  ['/word-styles', <WordStylesScreen key="" />],
];

const PHONE = [390, 844] as const;
const DESK = [1280, 900] as const;
afterEach(() => page.viewport(...DESK));

/** Holds what is shown to axe and to the width of the screen. */
async function expectFit(): Promise<void> {
  await expect.poll(() => page.getByText('Loading…').query()).toBe(null);
  await expectAccessible(document.body);
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
}

async function inTheDark(look: () => Promise<void>): Promise<void> {
  document.documentElement.dataset.theme = 'dark';
  await look().finally(() => {
    delete document.documentElement.dataset.theme;
  });
}

async function lookAt(path: string, screen: ReactElement): Promise<void> {
  await page.viewport(...PHONE);
  await openScreen('owner', screen, { path });
  await expect.poll(() => document.querySelector('h1')).not.toBe(null);
  await expectFit();
  await page.viewport(...DESK);
  await inTheDark(() => expectAccessible(document.body));
}

test.each(SCREENS)(
  'the screen %s is accessible and fits, on a phone in the light and on a desk in the dark',
  lookAt,
);

test('so are those of a source, a release, a webhook and a preview', async () => {
  const { articleId, sourceId, releaseId, webhookId } = shown;
  await lookAt(`/sources/${sourceId}`, <SourceScreen id={sourceId} />);
  await lookAt(`/releases/${releaseId}`, <ReleaseScreen id={releaseId} />);
  await lookAt(`/settings/webhooks/${webhookId}`, <WebhookScreen id={webhookId} />);
  await lookAt(`/articles/${articleId}/preview`, <PreviewScreen id={articleId} />);
}, 60_000);

test('so is an article, with every panel', async () => {
  const panels = [/^Findings/, /^Comments/, /^Details/, /^Publish/, /^Versions/];
  const lookThrough = async () => {
    for (const name of panels) {
      await openPanel(name);
      await expectFit();
    }
  };
  await page.viewport(...PHONE);
  await openArticle('owner', shown.articleId);
  await expectFit();
  await pressKey(page.getByRole('button', { name: 'Article panel' }));
  await lookThrough();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await page.viewport(...DESK);
  await inTheDark(lookThrough);
}, 60_000);
