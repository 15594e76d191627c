import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { sweep } from '@viewpoints/api/jobs/sweep';
import { createTasks } from '@viewpoints/api/jobs/tasks';
import { cleanOutbox } from '@viewpoints/api/mail/clean-outbox';
import { everyProcedure } from '@viewpoints/api/testing/every-procedure';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callerAt } from './testing/caller-at.ts';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'long enough' };

/** A mail server that stores what it is sent; while `refuses` is set it accepts nothing. */
async function startMailServer() {
  const received: { to: string; text: string }[] = [];
  const state = { refuses: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(state.refuses ? Object.assign(new Error('not now'), { responseCode: 451 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
          .toString('utf8')
          .replaceAll('=\r\n', '')
          .replaceAll('=3D', '=');
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          text: raw,
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    state,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

const json = { origin, 'content-type': 'application/json' };
const post = (api: TestApi, path: string, body: unknown) =>
  api.send(path, { method: 'POST', headers: json, body: JSON.stringify(body) });

describe('with a mail server', () => {
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let api: TestApi;
  let cookie = '';
  beforeAll(async () => {
    mail = await startMailServer();
    api = await startTestApi({ smtpUrl: mail.url, jobs: true });
    await ensureOwner({ editorial: api.db.editorial }, owner);
    cookie = await api.signIn(owner.email, owner.password);
  });
  afterAll(async () => {
    await api.close();
    await mail.close();
  });

  const messageTo = (address: string) =>
    vi.waitFor(
      () => {
        const message = mail.received.find(({ to }) => to === address);
        if (message === undefined) throw new Error(`nothing for ${address} yet`);
        return message;
      },
      { timeout: 15_000, interval: 50 },
    );

  test('an invitation creates one account with the roles it names, once', async () => {
    const invited = await api.mutate(
      'editor.people.invite',
      { email: 'Oda@Journal.example', roles: ['editor'] },
      { cookie },
    );
    expect(invited.status).toBe(200);
    const { text } = await messageTo('oda@journal.example');
    const token = /http:\/\/admin\.example\/invitations\/([\w-]+)/.exec(text)?.[1];
    const seen = await api.query('invitations.get', { token });
    expect(seen.body.result.data).toMatchObject({
      email: 'oda@journal.example',
      roles: ['editor'],
    });

    const accept = { token, name: 'Oda Lind', password: 'another long one' };
    expect((await api.mutate('invitations.accept', accept)).status).toBe(200);
    const hers = await api.signIn('oda@journal.example', 'another long one');
    expect(
      (await api.query('editor.me', undefined, { cookie: hers })).body.result.data.roles,
    ).toEqual(['editor']);
    expect(problemIn(await api.mutate('invitations.accept', accept)).code).toBe('link_expired');
  });

  test('a forgotten password is reset by a link that works once, and every session ends', async () => {
    const before = await api.signIn(owner.email, owner.password, cookie);
    const requested = await post(api, '/auth/request-password-reset', {
      email: owner.email,
      redirectTo: '/reset',
    });
    const nobody = await post(api, '/auth/request-password-reset', {
      email: 'x@y.example',
      redirectTo: '/reset',
    });
    expect([requested.status, requested.body]).toEqual([nobody.status, nobody.body]);

    const { text } = await messageTo(owner.email);
    const token = /http:\/\/admin\.example\/reset\?token=([\w-]+)/.exec(text)?.[1];
    const set = { token, newPassword: 'quite another one' };
    expect((await post(api, '/auth/reset-password', set)).status).toBe(200);
    const again = await post(api, '/auth/reset-password', set);
    expect([again.status, again.body.code]).toEqual([400, 'INVALID_TOKEN']);

    expect((await api.query('editor.me', undefined, { cookie: before })).status).toBe(401);
    cookie = await api.signIn(owner.email, 'quite another one', cookie);
    const records = await api.db.sql(
      `select 1 from audit_record where action = 'account.change_password'`,
    );
    expect(records.length).toBe(1);
  });

  test('a message that was sent keeps none of its words', async () => {
    await vi.waitFor(async () => {
      const kept = await api.db.sql(`select text, sent_at is not null as sent from message`);
      expect(kept).toEqual([
        { text: '', sent: true },
        { text: '', sent: true },
      ]);
    });
    const { items } = (await api.query('editor.outbox.list', {}, { cookie })).body.result.data;
    expect(items.map((each: { result: string }) => each.result)).toEqual(['sent', 'sent']);
  });

  test('a notification names a kind and a link, and no word of an unpublished article', async () => {
    const { editorial } = api.db;
    const writer = await addAccount(editorial, { roles: ['contributor'] });
    const reviewer = await addAccount(editorial, { email: 'rev@journal.example' });
    const article = await addArticle(editorial, {
      ...{ by: writer.id, headline: 'Zqcanary headline', standfirst: 'Zqcanary', note: 'Zqcanary' },
    });
    await callerAt(api, writer).editor.articles.submit({
      ...{ id: article.id, assigneeId: reviewer.id, line: 'Zqcanary: look at the table.' },
    });
    const { text } = await messageTo('rev@journal.example');
    expect(text).toContain('Subject: An article awaits you');
    expect(text).toContain(`http://admin.example/articles/${article.id}`);
    expect(text).not.toContain('Zqcanary');
    await sweep({ editorial, mail: api.instance, instance: api.instance });
    const sent = mail.received.filter(({ to }) => to === 'rev@journal.example');
    expect(sent).toHaveLength(1);
  });

  test('a new address gets a link that confirms it, and the old one a link that takes that back', async () => {
    const email = 'ines.new@journal.example';
    await api.mutate('editor.account.requestEmailChange', { email }, { cookie });
    const { text } = await messageTo(email);
    const token = /http:\/\/admin\.example\/confirm-email\?token=([\w-]+)/.exec(text)?.[1];
    const confirmed = await api.mutate('emailChanges.confirm', { token });
    expect(confirmed.body.result.data).toEqual({ email });
    const notices = () =>
      mail.received.filter(({ to, text }) => to === owner.email && text.includes('Your e-mail'));
    await vi.waitFor(() => expect(notices()).toHaveLength(2), { timeout: 15_000 });
    for (const notice of notices()) expect(notice.text).not.toContain(email);
    expect((await api.query('editor.me', undefined, { cookie })).status).toBe(200);

    const links = notices().flatMap(({ text }) => text.match(/https?:\S+/g) ?? []);
    expect(links).toEqual([
      expect.stringMatching(/^http:\/\/admin\.example\/restore-email\?token=[\w-]+$/),
    ]);
    const back = new URL(links[0] ?? '').searchParams.get('token');
    const sent = () =>
      mail.received.filter(({ to, text }) => to === owner.email && text.includes('/reset?token='));
    const before = sent().length;
    expect((await api.mutate('emailChanges.restore', { token: back })).status).toBe(200);
    expect((await api.query('editor.me', undefined, { cookie })).status).toBe(401);
    await vi.waitFor(() => expect(sent()).toHaveLength(before + 1), { timeout: 15_000 });
    const reset = /\/reset\?token=([\w-]+)/.exec(sent().at(-1)?.text ?? '')?.[1];
    const set = { token: reset, newPassword: 'quite another one' };
    expect((await post(api, '/auth/reset-password', set)).status).toBe(200);
    cookie = await api.signIn(owner.email, 'quite another one', cookie);
  });

  test('one that the server refuses waits, and says with which code', async () => {
    mail.state.refuses = true;
    await api.mutate(
      'editor.people.invite',
      { email: 'late@journal.example', roles: ['editor'] },
      { cookie },
    );
    await vi.waitFor(
      async () => {
        const { body } = await api.query('editor.outbox.list', {}, { cookie });
        const late = body.result.data.items.find((each: { recipient: string }) =>
          each.recipient.startsWith('late'),
        );
        expect(late.lastError).toContain('451');
        expect([late.result, late.usable]).toEqual(['refused', true]);
      },
      { timeout: 10_000 },
    );
  });

  test('one that waits and is taken back is not sent when the server is there again', async () => {
    const { invitations } = (await api.query('editor.people.list', undefined, { cookie })).body
      .result.data;
    const { id } = invitations.find((each: { email: string }) => each.email.startsWith('late'));
    await api.mutate('editor.people.revokeInvitation', { id }, { cookie });
    mail.state.refuses = false;
    const [message] = await api.db.sql<{ id: string; text: string }>(
      'select id, text from message where invitation_id = $1',
      [id],
    );
    expect(message?.text).toBe('');
    await createTasks({
      editorial: api.db.editorial,
      mail: api.instance,
      now: () => new Date(),
    }).send_message?.({ messageId: message?.id }, undefined as never);
    expect(mail.received.filter(({ to }) => to.startsWith('late'))).toEqual([]);
    const { items } = (await api.query('editor.outbox.list', {}, { cookie })).body.result.data;
    expect(items[0]).toMatchObject({
      ...{ kind: 'invitation', usable: false, result: 'ended' },
      lastError: expect.stringContaining('451'),
    });
  });

  test('neither links nor addresses nor passwords are in the log', () => {
    const log = api.logged.join('\n');
    for (const word of [
      '/reset?token',
      '/invitations/',
      ...['confirm-email', 'restore-email'],
      'ines.new@',
      'late@',
      'oda@',
      'quite another one',
    ])
      expect(log).not.toContain(word);
  });
});

describe('without a mail server', () => {
  let api: TestApi;
  let cookie = '';
  beforeAll(async () => {
    api = await startTestApi({ jobs: true });
    await ensureOwner({ editorial: api.db.editorial }, owner);
    cookie = await api.signIn(owner.email, owner.password);
  });
  afterAll(() => api.close());

  const files = async () =>
    (await readdir(api.instance.outboxDirectory).catch(() => [])).filter((name) =>
      name.endsWith('.eml'),
    );
  const fileWith = (words: string) =>
    vi.waitFor(
      async () => {
        for (const name of await files()) {
          const text = await readFile(join(api.instance.outboxDirectory, name), 'utf8');
          if (text.includes(words)) return { name, text: text.replaceAll('=\r\n', '') };
        }
        throw new Error(`no file has ${words} yet`);
      },
      { timeout: 15_000, interval: 50 },
    );
  const gone = (name: string) =>
    vi.waitFor(async () => expect(await files()).not.toContain(name), { timeout: 15_000 });

  test('a message is stored as a file for its owner alone, until its link is used', async () => {
    const email = 'oda@journal.example';
    const invited = await api.mutate(
      'editor.people.invite',
      { email, roles: ['editor'] },
      { cookie },
    );
    const { link } = invited.body.result.data;
    const { name, text } = await fileWith(`To: ${email}`);
    expect(text).toContain(link);
    const { mode } = await stat(join(api.instance.outboxDirectory, name));
    expect((mode & 0o777).toString(8)).toBe('600');
    expect(await api.db.sql(`select 1 from message where text <> ''`)).toEqual([]);
    const { items } = (await api.query('editor.outbox.list', {}, { cookie })).body.result.data;
    expect(items[0]).toMatchObject({ recipient: email, result: 'kept', usable: true });

    const token = link.split('/').at(-1);
    const accept = { token, name: 'Oda Lind', password: 'another long one' };
    expect((await api.mutate('invitations.accept', accept)).status).toBe(200);
    await gone(name);
  });

  test('the link for a password is in the file alone, and goes with being used', async () => {
    await post(api, '/auth/request-password-reset', { email: owner.email });
    const { name, text } = await fileWith(`To: ${owner.email}`);
    const token = /reset\?token=3D([\w-]+)/.exec(text)?.[1] ?? '';
    expect(token).not.toBe('');

    // An admin sees that there is one, and cannot read it.
    const everyQuery = everyProcedure.filter(({ type }) => type === 'query');
    for (const { path } of everyQuery)
      for (const input of [undefined, {}])
        expect(JSON.stringify((await api.query(path, input, { cookie })).body), path).not.toContain(
          token,
        );
    for (const table of [
      'message',
      'verification',
      'audit_record',
      'graphile_worker._private_jobs',
    ])
      expect(JSON.stringify(await api.db.sql(`select * from ${table}`)), table).not.toContain(
        token,
      );

    const set = { token, newPassword: 'quite another one' };
    expect((await post(api, '/auth/reset-password', set)).status).toBe(200);
    await gone(name);
    cookie = await api.signIn(owner.email, 'quite another one', cookie);
  });

  test('files of messages that ran out, or are there no more, are swept', async () => {
    const email = 'late@journal.example';
    await api.mutate('editor.people.invite', { email, roles: ['editor'] }, { cookie });
    const { name } = await fileWith(`To: ${email}`);
    const strange = '01900000-0000-7000-8000-000000000000.eml';
    await writeFile(join(api.instance.outboxDirectory, strange), 'of a message before');
    await writeFile(join(api.instance.outboxDirectory, 'notes.txt'), 'none of ours');
    const context = { editorial: api.db.editorial, mail: api.instance };
    const inDays = (days: number) => () => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    expect(await cleanOutbox({ ...context, now: inDays(6) })).toBe(1);
    expect(await files()).toEqual([name]);
    expect(await cleanOutbox({ ...context, now: inDays(8) })).toBe(1);
    expect(await readdir(api.instance.outboxDirectory)).toEqual(['notes.txt']);
  });

  test('words of what ran out unsent are forgotten by the sweep', async () => {
    const [row] = await api.db.sql<{ id: string }>(
      `insert into message (id, kind, recipient, subject, text, created_at, expires_at)
       values (gen_random_uuid(), 'password_reset', 'x@y.example', 'x', 'a link', now(), now())
       returning id`,
    );
    await sweep({ editorial: api.db.editorial, mail: api.instance, now: () => new Date() });
    expect(
      await api.db.sql('select text, ended_at is not null as ended from message where id = $1', [
        row?.id,
      ]),
    ).toEqual([{ text: '', ended: true }]);
  });
});

test('the command line makes a link that works once, and says in the record that it did', async () => {
  const api = await startTestApi();
  try {
    const account = await ensureOwner({ editorial: api.db.editorial }, owner);
    const link = await api.accounts.createResetLink({ id: account?.id ?? '' });
    expect(link).toMatch(/^http:\/\/admin\.example\/reset\?token=[\w-]{43}$/);
    const token = new URL(link).searchParams.get('token');
    const set = { token, newPassword: 'quite another one' };
    expect((await post(api, '/auth/reset-password', set)).status).toBe(200);
    expect((await post(api, '/auth/reset-password', set)).body.code).toBe('INVALID_TOKEN');
    const records = await api.db.sql(
      `select by_id, details from audit_record where action = 'account.make_reset_link'`,
    );
    expect(records).toEqual([{ by_id: null, details: {} }]);
  } finally {
    await api.close();
  }
});
