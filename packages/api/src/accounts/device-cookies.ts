import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const cookieName = 'viewpoints.device';
const lifetime = 180 * 24 * 60 * 60;

/**
 * Device cookies (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): a browser that has
 * signed in to an account before has a rate limit of its own, so that attempts of others never delay
 * it. The cookie authenticates nobody. It holds a random id and an HMAC over that and the e-mail
 * address, which it does not contain.
 */
export function createDeviceCookies({ secret, secure }: { secret: string; secure: boolean }) {
  const sign = (email: string, id: string): string =>
    createHmac('sha256', secret)
      .update(`device cookie\0${email.toLowerCase()}\0${id}`)
      .digest('base64url');
  return {
    /** The id of the device in a `Cookie` header, if it was issued for this account; null otherwise. */
    verify: (cookies: string | null, email: string): string | null => {
      const [, id, signature] =
        /(?:^|;\s*)viewpoints\.device=([\w-]{22})\.([\w-]{43})(?:;|$)/.exec(cookies ?? '') ?? [];
      if (id === undefined || signature === undefined) return null;
      const valid = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(email, id)));
      return valid ? id : null;
    },
    /** A `Set-Cookie` header for a browser that has just proved that the account is its user's. */
    issue: (email: string): string => {
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

export type DeviceCookies = ReturnType<typeof createDeviceCookies>;
