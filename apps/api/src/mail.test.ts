import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'long enough' };

/** A mail server that keeps what it is sent; while `refuses` is set it takes nothing. */
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

  test('an invitation brings somebody in with the roles it names, once', async () => {
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

  test('a forgotten password is set anew by a link that works once, and every session ends', async () => {
    const before = await api.signIn(owner.email, owner.password);
    const asked = await post(api, '/auth/request-password-reset', {
      email: owner.email,
      redirectTo: '/reset',
    });
    const nobody = await post(api, '/auth/request-password-reset', {
      email: 'x@y.example',
      redirectTo: '/reset',
    });
    expect([asked.status, asked.body]).toEqual([nobody.status, nobody.body]);

    const { text } = await messageTo(owner.email);
    const token = /http:\/\/admin\.example\/reset\?token=([\w-]+)/.exec(text)?.[1];
    const set = { token, newPassword: 'quite another one' };
    expect((await post(api, '/auth/reset-password', set)).status).toBe(200);
    const again = await post(api, '/auth/reset-password', set);
    expect([again.status, again.body.code]).toEqual([400, 'INVALID_TOKEN']);

    expect((await api.query('editor.me', undefined, { cookie: before })).status).toBe(401);
    cookie = await api.signIn(owner.email, 'quite another one');
    const records = await api.db.sql(
      `select 1 from audit_record where action = 'account.change_password'`,
    );
    expect(records.length).toBe(1);
  });

  test('a message that was sent keeps none of its words', async () => {
    await vi.waitFor(async () => {
      const { body } = await api.query('editor.outbox.list', {}, { cookie });
      const { items } = body.result.data;
      expect(items.length).toBe(2);
      for (const each of items) expect([each.text, each.sentAt !== null]).toEqual(['', true]);
    });
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
        expect(late.sentAt).toBeNull();
      },
      { timeout: 10_000 },
    );
    mail.state.refuses = false;
  });

  test('neither links nor addresses nor passwords are in the log', () => {
    const log = api.logged.join('\n');
    for (const word of ['/reset?token', '/invitations/', 'late@', 'oda@', 'quite another one'])
      expect(log).not.toContain(word);
  });
});

describe('without a mail server', () => {
  test('messages are kept as files and shown to admins', async () => {
    const api = await startTestApi({ jobs: true });
    try {
      await ensureOwner({ editorial: api.db.editorial }, owner);
      const cookie = await api.signIn(owner.email, owner.password);
      await api.mutate(
        'editor.people.invite',
        { email: 'oda@journal.example', roles: ['editor'] },
        { cookie },
      );
      const [file] = await vi.waitFor(
        async () => {
          const names = (await readdir(api.instance.outboxDirectory)).filter((name) =>
            name.endsWith('.eml'),
          );
          expect(names).toHaveLength(1);
          return names;
        },
        { timeout: 10_000 },
      );
      const kept = await readFile(join(api.instance.outboxDirectory, file ?? ''), 'utf8');
      expect(kept).toContain('To: oda@journal.example');
      const { body } = await api.query('editor.outbox.list', {}, { cookie });
      expect(body.result.data.items[0].text).toContain('/invitations/');
    } finally {
      await api.close();
    }
  });
});
