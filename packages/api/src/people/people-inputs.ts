import { Role } from '@viewpoints/domain/accounts/account';
import { EmailAddress, Id } from '@viewpoints/domain/values';
import { z } from 'zod';

const Roles = z
  .array(Role)
  .max(4)
  .transform((roles) => [...new Set(roles)]);

export const OnePerson = z.strictObject({ id: Id });
export const SetRoles = z.strictObject({ id: Id, roles: Roles });
export const Invite = z.strictObject({
  email: EmailAddress,
  roles: Roles.refine((roles) => roles.length > 0, 'choose at least one role'),
});
export type Input<Schema extends z.ZodType> = z.output<Schema>;
