import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A browser in which somebody has signed in to an account before, as its cookie says. */
export type KnownDevice = { id: string };

const cookieName = 'viewpoints.device';
const lifetime = 180 * 24 * 60 * 60;

/**
 * Cookies by which a browser shows that somebody has signed in there to an account before (OWASP,
 * "Slow Down Online Guessing Attacks with Device Cookies"). One opens nothing: tries that bring it
 * are counted by themselves, so that nobody else's wrong passwords stand in their way. It holds a
 * random number and a signature over that and the address of the account, and tells of neither.
 */
export function createKnownDevices({ secret, secure }: { secret: string; secure: boolean }) {
  const sign = (email: string, id: string): string =>
    createHmac('sha256', secret)
      .update(`known device\0${email.toLowerCase()}\0${id}`)
      .digest('base64url');
  return {
    /** The device that a request comes from, where it is known to this account; null otherwise. */
    find: (cookies: string | null, email: string): KnownDevice | null => {
      const [, id, signature] =
        /(?:^|;\s*)viewpoints\.device=([\w-]{22})\.([\w-]{43})(?:;|$)/.exec(cookies ?? '') ?? [];
      if (id === undefined || signature === undefined) return null;
      const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(email, id)));
      return isOurs ? { id } : null;
    },
    /** The cookie (a `Set-Cookie` header) for a browser that has just proved whose it is. */
    cookieFor: (email: string): string => {
      const id = randomBytes(16).toString('base64url');
      const parts = [
        `${cookieName}=${id}.${sign(email, id)}`,
        ...['Path=/auth', 'HttpOnly', 'SameSite=Lax', `Max-Age=${lifetime}`],
        ...(secure ? ['Secure'] : []),
      ];
      return parts.join('; ');
    },
  };
}

export type KnownDevices = ReturnType<typeof createKnownDevices>;
