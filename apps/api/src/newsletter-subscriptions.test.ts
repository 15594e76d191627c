import { randomUUID } from 'node:crypto';
import { signSiteCall, siteSignatureHeader } from '@viewpoints/config/site-signature';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type MailServer, startMailServer } from './testing/mail-server.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
  api = await startTestApi({ smtpUrl: mail.url, jobs: true });
  await api.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions, newsletter_languages)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, true, '{en,de}')`,
  );
}, 60_000);
afterAll(async () => {
  await api.close();
  await mail.close();
});

const call = (path: string, body: object) => {
  const to = `/internal/subscriptions/${path}`;
  return api.send(to, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [siteSignatureHeader]: signSiteCall(api.db.secret, { path: to, body }),
    },
    body: JSON.stringify(body),
  });
};
const newsletter = (language: string) => ({ kind: 'newsletter', language });
const request = (address: string, subject: object, cadence = 'weekly') =>
  call('request', { address, subject, cadence, language: 'en' });
const mailTo = (address: string) =>
  vi.waitFor(
    () => {
      const found = mail.received.find(({ to }) => to === address);
      if (found === undefined) throw new Error(`nothing for ${address} yet`);
      return found.raw;
    },
    { timeout: 10_000, interval: 30 },
  );
const linkIn = (raw: string) => raw.match(/\/subscriptions\/([\w-]{43})\b/)?.[1] ?? '';
const cadences = async () =>
  (
    await api.db.sql<{ subject: string; cadence: string }>(
      'select subject, cadence from subscription',
    )
  )
    .map(({ subject, cadence }) => `${subject} ${cadence}`)
    .sort();

test('a reader confirms the newsletter of a language, and leaves that list alone', async () => {
  const address = `reader-${randomUUID()}@mail.example`;
  for (const subject of [newsletter('en'), newsletter('de'), { kind: 'everything' }])
    expect((await request(address, subject)).status).toBe(200);
  const raw = await mailTo(address);
  const token = linkIn(raw);
  const { subjects } = (await call('confirmation', { token })).body;
  const shown = subjects.map(
    ({ subject, cadence }: { subject: { name: string }; cadence: string }) => [
      ...[subject.name, cadence],
    ],
  );
  expect(shown).toEqual(
    expect.arrayContaining([
      ['Newsletter (English)', null],
      ['Newsletter (Deutsch)', null],
      ['Harbour Review', 'weekly'],
    ]),
  );
  const ids = subjects.map(({ id }: { id: string }) => id);
  const { token: own } = (await call('confirm', { token, ids })).body;
  const all = ['everything weekly', 'newsletter:de at_once', 'newsletter:en at_once'];
  expect(await cadences()).toEqual(all);

  // It has no cadence that somebody could change.
  const { subscriptions } = (await call('preferences', { token: own })).body;
  const english = subscriptions.find(
    ({ subject }: { subject: { name: string } }) => subject.name === 'Newsletter (English)',
  );
  expect(english.cadence).toBeNull();
  await call('change', {
    token: own,
    change: { act: 'cadence', id: english.id, cadence: 'weekly' },
  });
  expect(await cadences()).toEqual(all);

  const leave = { act: 'leave_newsletter', language: 'en' };
  expect((await call('change', { token: own, change: leave })).body).toEqual({ hasLeft: false });
  // A mail program may send it twice.
  expect((await call('change', { token: own, change: leave })).body).toEqual({ hasLeft: false });
  expect(await cadences()).toEqual(['everything weekly', 'newsletter:de at_once']);
  const endings = await api.db.sql('select subject, cause, count from subscription_ending');
  expect(endings).toEqual([{ subject: 'newsletter:en', cause: 'left', count: 1 }]);
});

test('a subscriber who leaves their only newsletter is forgotten', async () => {
  const address = `reader-${randomUUID()}@mail.example`;
  await request(address, newsletter('de'));
  const token = linkIn(await mailTo(address));
  const { subjects } = (await call('confirmation', { token })).body;
  const { token: own } = (await call('confirm', { token, ids: [subjects[0].id] })).body;
  const before = await api.db.sql('select id from subscriber');
  const change = { act: 'leave_newsletter', language: 'de' };
  expect((await call('change', { token: own, change })).body).toEqual({ hasLeft: true });
  expect(await api.db.sql('select id from subscriber')).toHaveLength(before.length - 1);
});

test('nobody can subscribe to the newsletter of a language that has none', async () => {
  const response = await request(`reader-${randomUUID()}@mail.example`, newsletter('fr'));
  expect(response.status).toBe(404);
  expect(await api.db.sql('select id from subscription_request')).toEqual([]);
});
