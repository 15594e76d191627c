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

const invitationOf = ({ invitedById, ...row }: Row): Invitation => ({
  ...row,
  invitedBy: invitedById,
  expiresAt: instant(row.expiresAt),
  acceptedAt: instantOrNull(row.acceptedAt),
});

/** Invitations that nobody has accepted or taken back, newest first. */
export async function listOpenInvitations(db: Transaction): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 500,
    select: columns,
  });
  return rows.map(invitationOf);
}

/** The invitation whose link this is, while it can be accepted. */
export async function findOpenInvitation(
  db: Transaction,
  tokenHash: string,
  now: Date,
): Promise<Invitation | null> {
  const row = await db.invitation.findFirst({
    where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
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

/** Invites somebody; an earlier invitation to the same address counts no more. */
export async function insertInvitation(
  tx: Transaction,
  invitation: NewInvitation,
): Promise<Invitation> {
  const { by, at, ...fields } = invitation;
  const email = fields.email.toLowerCase();
  await tx.invitation.updateMany({
    where: { email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
  const row = await tx.invitation.create({
    data: { ...fields, email, invitedById: by, createdAt: at },
    select: columns,
  });
  return invitationOf(row);
}

/** Uses an invitation up; false where somebody was quicker. */
export async function markInvitationAccepted(
  tx: Transaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: at, acceptedById: by },
  });
  return count > 0;
}

/** Takes an invitation back; false where there is none to take. */
export async function revokeInvitation(tx: Transaction, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
  return count > 0;
}
