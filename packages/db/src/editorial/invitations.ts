import type { Invitation, Role } from '@viewpoints/domain/accounts/account';
import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';

type Row = {
  id: string;
  email: string;
  roles: Role[];
  invitedById: string;
  expiresAt: Date;
  acceptedAt: Date | null;
};

const columns = {
  ...{ id: true, email: true, roles: true, invitedById: true, expiresAt: true, acceptedAt: true },
} as const;

const open = { acceptedAt: null, revokedAt: null };

const invitationOf = ({ invitedById, ...row }: Row): Invitation => ({
  ...row,
  invitedBy: invitedById,
  expiresAt: instant(row.expiresAt),
  acceptedAt: instantOrNull(row.acceptedAt),
});

/** Invitations that were neither accepted nor revoked, newest first. */
export async function listOpenInvitations(db: Transaction): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({
    where: open,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 500,
    select: columns,
  });
  return rows.map(invitationOf);
}

/** The invitation of this link, if it is open and its inviter is still an enabled admin. */
export async function findOpenInvitation(
  db: Transaction,
  tokenHash: string,
  now: Date,
): Promise<Invitation | null> {
  const row = await db.invitation.findFirst({
    where: {
      ...{ tokenHash, ...open, expiresAt: { gt: now } },
      invitedBy: { disabledAt: null, roles: { has: 'admin' } },
    },
    select: columns,
  });
  return row === null ? null : invitationOf(row);
}

export type NewInvitation = {
  id: string;
  email: string;
  roles: Role[];
  tokenHash: string;
  by: string;
  at: Date;
  expiresAt: Date;
};

export async function insertInvitation(
  tx: Transaction,
  invitation: NewInvitation,
): Promise<Invitation> {
  const { by, at, ...fields } = invitation;
  const row = await tx.invitation.create({
    data: { ...fields, email: fields.email.toLowerCase(), invitedById: by, createdAt: at },
    select: columns,
  });
  return invitationOf(row);
}

/** Replaces secret, expiry and inviter of an open invitation; null if it is no longer open. */
export async function renewInvitation(
  tx: Transaction,
  id: string,
  { tokenHash, by, expiresAt }: Pick<NewInvitation, 'tokenHash' | 'by' | 'expiresAt'>,
): Promise<Invitation | null> {
  const [row] = await tx.invitation.updateManyAndReturn({
    where: { id, ...open },
    data: { tokenHash, invitedById: by, expiresAt },
    select: columns,
  });
  return row === undefined ? null : invitationOf(row);
}

/** Marks an invitation accepted by its link; false if it was used, replaced or revoked meanwhile. */
export async function markInvitationAccepted(
  tx: Transaction,
  tokenHash: string,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { tokenHash, ...open },
    data: { acceptedAt: at, acceptedById: by },
  });
  return count > 0;
}

/** The accounts that were made since a moment by invitations of one of these accounts. */
export async function listJoinedSince(
  db: Transaction,
  { invitedByIds, since }: { invitedByIds: string[]; since: Date },
): Promise<string[]> {
  const rows = await db.invitation.findMany({
    where: { invitedById: { in: invitedByIds }, acceptedAt: { gte: since } },
    orderBy: [{ acceptedAt: 'asc' }, { id: 'asc' }],
    select: { acceptedById: true },
  });
  return rows.flatMap(({ acceptedById }) => acceptedById ?? []);
}

/** Revokes open invitations that match; returns their ids. */
export async function revokeInvitations(
  tx: Transaction,
  filter: { id: string } | { email: string } | { invitedById: string },
  at: Date,
): Promise<string[]> {
  const rows = await tx.invitation.updateManyAndReturn({
    where: { ...filter, ...open },
    data: { revokedAt: at },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
