import { createHash } from 'node:crypto';
import type { Account, Scope } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../client.ts';
import { describeAggregate } from '../testing/aggregate-contract.ts';
import { addAccount, anySlug, longAgo } from '../testing/builders.ts';
import { newestFirst } from '../testing/ranked-times.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { insertAccessToken, listAccessTokens } from './access-tokens.ts';
import {
  findAccount,
  findAccountByEmail,
  insertAccount,
  listAccounts,
  lockAccount,
} from './accounts.ts';
import { insertAuditRecord, listAuditRecords } from './audit-records.ts';
import { insertInvitation, listOpenInvitations } from './invitations.ts';
import { getJournal, unnamedJournal, writeJournal } from './journal.ts';
import { insertMessage, listMessages } from './messages.ts';
import { newId } from './new-id.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const anyHash = () => createHash('sha256').update(newId()).digest('hex');
const later = new Date(longAgo.getTime() + 365 * 24 * 3_600_000);

describeAggregate(
  'accounts',
  () => db,
  () => {
    const newAccount = (rank: number, email: string) => ({
      ...{ id: newId(), email, name: `Rank ${rank}`, roles: ['editor', 'admin'] as const },
    });
    const secret = { passwordHash: 'no password matches this', at: longAgo };
    return {
      insert: async (rank): Promise<Account> => {
        const given = newAccount(rank, `${anySlug('Somebody')}@Journal.example`);
        const account = { ...given, roles: [...given.roles] };
        await insertAccount(db.editorial, { ...account, ...secret });
        const email = account.email.toLowerCase();
        return { ...account, email, disabledAt: null, createdAt: longAgo.toISOString() };
      },
      find: findAccount,
      lock: { table: 'account', row: lockAccount },
      listAll: listAccounts,
      unique: {
        account_email_key: (tx, { email }) =>
          insertAccount(tx, { ...newAccount(1, email.toUpperCase()), roles: [], ...secret }),
      },
    };
  },
);

test('an account is found by its address in either case', async () => {
  const account = await addAccount(db.editorial, { email: 'Oda.Lind@journal.example' });
  const found = await findAccountByEmail(db.editorial, 'ODA.lind@Journal.example');
  expect(found).toEqual({ ...account, email: 'oda.lind@journal.example' });
  expect(await findAccountByEmail(db.editorial, 'lind@journal.example')).toBeNull();
});

describeAggregate(
  'access tokens',
  () => db,
  () => {
    let accountId = '';
    const newToken = (rank: number, tokenHash: string) => ({
      ...{ id: newId(), accountId, name: `Rank ${rank}`, hint: 'vp_ab', tokenHash },
      ...{ scopes: ['read', 'publish'] as Scope[], createdAt: newestFirst(rank), expiresAt: later },
    });
    return {
      prepare: async () => {
        accountId = (await addAccount(db.editorial)).id;
      },
      insert: async (rank) => {
        const tokenHash = anyHash();
        return { ...(await insertAccessToken(db.editorial, newToken(rank, tokenHash))), tokenHash };
      },
      listAll: (tx) => listAccessTokens(tx, accountId),
      unique: {
        access_token_token_hash_key: (tx, { tokenHash }) =>
          insertAccessToken(tx, newToken(1, tokenHash)),
      },
    };
  },
);

describeAggregate(
  'invitations',
  () => db,
  () => {
    let by = '';
    const newInvitation = (rank: number, tokenHash: string) => ({
      ...{ id: newId(), email: `rank-${rank}@journal.example`, roles: ['editor' as const] },
      ...{ tokenHash, by, at: newestFirst(rank), expiresAt: later },
    });
    return {
      prepare: async () => {
        by = (await addAccount(db.editorial)).id;
      },
      insert: async (rank) => {
        const tokenHash = anyHash();
        return {
          ...(await insertInvitation(db.editorial, newInvitation(rank, tokenHash))),
          tokenHash,
        };
      },
      listAll: listOpenInvitations,
      unique: {
        invitation_token_hash_key: (tx, { tokenHash }) =>
          insertInvitation(tx, newInvitation(1, tokenHash)),
      },
    };
  },
);

describeAggregate(
  'messages',
  () => db,
  () => {
    let accountId = '';
    return {
      prepare: async () => {
        accountId = (await addAccount(db.editorial)).id;
      },
      insert: async (rank) => {
        const id = newId();
        await insertMessage(db.editorial, {
          ...{ id, kind: 'password_reset', accountId, recipient: 'a@journal.example' },
          ...{ subject: 'A link', text: `Rank ${rank}`, at: newestFirst(rank), expiresAt: later },
        });
        return { id };
      },
      list: (tx, request) => listMessages(tx, { ...request, now: longAgo }),
    };
  },
);

describeAggregate(
  'audit records',
  () => db,
  () => ({
    insert: async (rank) => {
      const subjectId = newId();
      await insertAuditRecord(db.editorial, {
        ...{ at: newestFirst(rank).toISOString(), by: null, action: 'topic.edit' },
        ...{ subjectKind: 'topic', subjectId, details: { save: rank } },
      });
      return db.editorial.auditRecord.findFirstOrThrow({
        where: { subjectId },
        select: { id: true },
      });
    },
    list: listAuditRecords,
  }),
);

test('the journal is written over the save that was seen, and over no other', async () => {
  const write = (name: string, seen: number) =>
    inTransaction(db.editorial, (tx) => writeJournal(tx, { ...unnamedJournal, name }, seen));
  expect(await getJournal(db.editorial)).toEqual({ ...unnamedJournal, save: 0 });
  expect(await write('Too new', 1)).toBe(false);
  expect(await write('First', 0)).toBe(true);
  expect(await write('First again', 0)).toBe(false);
  expect(await write('Second', 1)).toBe(true);
  expect(await write('Second again', 1)).toBe(false);
  expect(await getJournal(db.editorial)).toEqual({ ...unnamedJournal, name: 'Second', save: 2 });
});
