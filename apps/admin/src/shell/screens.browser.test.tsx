import type { ReactElement } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { AccountScreen } from '../account/account-screen.tsx';
import { ActorsScreen } from '../actors/actors-screen.tsx';
import { ArticlesScreen } from '../articles/articles-screen.tsx';
import { AuditScreen } from '../audit/audit-screen.tsx';
import { AuthorsScreen } from '../authors/authors-screen.tsx';
import { CalendarScreen } from '../calendar/calendar-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { FindingsScreen } from '../findings/findings-screen.tsx';
import { HouseStyleScreen } from '../house-style/house-style-screen.tsx';
import { WordStylesScreen } from '../imports/word-styles-screen.tsx';
import { IssuesScreen } from '../issues/issues-screen.tsx';
import { MediaScreen } from '../media/media-screen.tsx';
import { NotificationsScreen } from '../notifications/notifications-screen.tsx';
import { PeopleScreen } from '../people/people-screen.tsx';
import { PlacesScreen } from '../places/places-screen.tsx';
import { QueuesScreen } from '../queues/queues-screen.tsx';
import { ReleasesScreen } from '../releases/releases-screen.tsx';
import { SeriesScreen } from '../series/series-screen.tsx';
import { OutboxScreen } from '../settings/outbox-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { TokensScreen } from '../settings/tokens-screen.tsx';
import { WebhooksScreen } from '../settings/webhooks/webhooks-screen.tsx';
import { SourcesScreen } from '../sources/sources-screen.tsx';
import { anyWord, publishArticle } from '../testing/articles.ts';
import { expectAccessible, openScreen, signIn } from '../testing/screen.tsx';
import { TopicsScreen } from '../topics/topics-screen.tsx';
import { TrashScreen } from '../trash/trash-screen.tsx';
import { VisitsScreen } from '../visits/visits-screen.tsx';

/** Something for every list to show. */
beforeAll(async () => {
  await publishArticle();
  await signIn('owner');
  const api = viewpoints.editor;
  const named = (word: string) => ({ slug: anyWord(word), name: word });
  await Promise.all([
    api.actors.create.mutate({ ...named('council'), kind: 'group' }),
    api.authors.create.mutate(named('ada')),
    api.issues.create.mutate(named('dues')),
    api.places.create.mutate(named('ostrava')),
    api.series.create.mutate(named('straits')),
    api.releases.create.mutate({ name: 'Winter papers' }),
  ]);
});

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
  ['/trash', <TrashScreen key="" />],
  ['/releases', <ReleasesScreen key="" />],
  ['/releases?all=1', <ReleasesScreen key="" />],
  ['/series', <SeriesScreen key="" />],
  ['/series?open=new', <SeriesScreen key="" />],
  ['/settings', <SettingsScreen key="" />],
  ['/settings/outbox', <OutboxScreen key="" />],
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

test.each(SCREENS)(
  'the screen %s is accessible and fits, on a phone in the light and on a desk in the dark',
  async (path, screen) => {
    await page.viewport(...PHONE);
    await openScreen('owner', screen, { path });
    await expect.poll(() => document.querySelector('h1')).not.toBe(null);
    await expect.poll(() => page.getByText('Loading…').query()).toBe(null);
    await expectAccessible(document.body);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await page.viewport(...DESK);
    document.documentElement.dataset.theme = 'dark';
    await expectAccessible(document.body).finally(() => {
      delete document.documentElement.dataset.theme;
    });
  },
);
