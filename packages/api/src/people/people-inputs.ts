import { Role } from '@viewpoints/domain/accounts/account';
import { EmailAddress, Id } from '@viewpoints/domain/values';
import { z } from 'zod';

const Roles = z
  .array(Role)
  .max(4)
  .transform((roles) => [...new Set(roles)]);

/** Confirms that callers intend to remove their own rights. */
const confirmSelf = z.boolean().default(false);

export const OnePerson = z.strictObject({ id: Id });
export const DisablePerson = z.strictObject({
  id: Id,
  confirmSelf,
  /** Who gets the articles assigned to the account; null to unassign them. */
  handOverTo: Id.nullable().default(null),
});
export const SetRoles = z.strictObject({ id: Id, roles: Roles, confirmSelf });
export const Invite = z.strictObject({
  email: EmailAddress,
  roles: Roles.refine((roles) => roles.length > 0, 'choose at least one role'),
});
export const OneInvitation = z.strictObject({ id: Id });
/** `send`: also send the new link to the invited address. */
export const RenewInvitation = z.strictObject({ id: Id, send: z.boolean() });
export type Input<Schema extends z.ZodType> = z.output<Schema>;
