import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const cookieName = 'viewpoints.device';
const lifetime = 180 * 24 * 60 * 60;
const pattern = /(?:^|;\s*)viewpoints\.device=([\w-]{22})\.(?:([\w-]{36})\.)?([\w-]{43})(?:;|$)/;

type DeviceCookieOptions = {
  secret: string;
  secure: boolean;
  /** The audit record of the last restore of an account's address; null for never. */
  findLastRestore: (email: string) => Promise<string | null>;
};

/** An account, and the audit record of the last restore of its address; null for never. */
type KnownAccount = { email: string; lastRestore: string | null };

/**
 * Device cookies (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): a browser that
 * has signed in to an account before has a rate limit of its own, so that attempts of others never
 * delay it. The cookie authenticates nobody. It holds a random id and an HMAC over that and the
 * e-mail address, which it does not contain. If the address was restored to the account after a
 * change, it also contains the id of that restore's record: earlier browsers may be an intruder's.
 */
export function createDeviceCookies({ secret, secure, findLastRestore }: DeviceCookieOptions) {
  const sign = (email: string, id: string, restore: string): string =>
    createHmac('sha256', secret)
      .update(`device cookie\0${email.toLowerCase()}\0${id}${restore === '' ? '' : `\0${restore}`}`)
      .digest('base64url');
  /** The device and the restore that a cookie was issued under for this address. */
  const read = (cookies: string | null, email: string): { id: string; restore: string } | null => {
    const [, id, restore = '', signature] = pattern.exec(cookies ?? '') ?? [];
    if (id === undefined || signature === undefined) return null;
    const signed = sign(email, id, restore);
    return timingSafeEqual(Buffer.from(signature), Buffer.from(signed)) ? { id, restore } : null;
  };
  return {
    /** The id of the device in a `Cookie` header, if it was issued for this account; null otherwise. */
    verify: async (cookies: string | null, email: string): Promise<string | null> => {
      const device = read(cookies, email);
      // Looked up only for a cookie that was issued for the address: no response reveals whether it
      // has an account.
      if (device === null || ((await findLastRestore(email)) ?? '') !== device.restore) return null;
      return device.id;
    },
    /** The same, for an account that was read already. */
    verifyFor: (cookies: string | null, { email, lastRestore }: KnownAccount): string | null => {
      const device = read(cookies, email);
      return device?.restore === (lastRestore ?? '') ? device.id : null;
    },
    /**
     * A `Set-Cookie` header for a browser that has just proved that the account is its user's. The account is
     * as it was when that attempt began: where its address was restored meanwhile, the browser is not known.
     */
    issue: ({ email, lastRestore }: KnownAccount): string => {
      const id = randomBytes(16).toString('base64url');
      const restore = lastRestore ?? '';
      const value = [id, ...(restore === '' ? [] : [restore]), sign(email, id, restore)];
      const parts = [
        `${cookieName}=${value.join('.')}`,
        ...['Path=/auth', 'HttpOnly', 'SameSite=Lax', `Max-Age=${lifetime}`],
        ...(secure ? ['Secure'] : []),
      ];
      return parts.join('; ');
    },
  };
}

export type DeviceCookies = ReturnType<typeof createDeviceCookies>;
