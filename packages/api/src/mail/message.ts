import { Id, Instant } from '@viewpoints/domain/values';
import { z } from 'zod';

/** A message to one person, in plain text: nothing in it but what its reader may know. */
export const Message = z.strictObject({
  to: z.email().max(254),
  subject: z.string().min(1).max(200),
  text: z.string().min(1).max(20_000),
});
export type Message = z.infer<typeof Message>;

/** A message as it is kept where no mail server is set. */
export const KeptMessage = Message.extend({ id: Id, at: Instant });
export type KeptMessage = z.infer<typeof KeptMessage>;
