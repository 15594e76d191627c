import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Codes of an app (TOTP, RFC 6238) in the one form that every app knows: SHA-1, 6 digits, 30 s. */
const period = 30_000;
const digits = 6;
/** Clocks of phones are off, and typing takes time: one period before and after counts. */
const window = 1;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Random characters of base32 (RFC 4648), 5 bits each. */
export function randomBase32(length: number): string {
  // 256 is a multiple of 32, so that every character is equally likely.
  return [...randomBytes(length)].map((byte) => alphabet[byte % 32]).join('');
}

/** A new secret of 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): string => randomBase32(32);

/** The address that apps read from a QR code. */
export function totpUri(
  secret: string,
  { issuer, email }: { issuer: string; email: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** The code of a period, which is a number counted since 1970. */
export function totpCode(secret: string, periodNumber: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(periodNumber));
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export const periodAt = (at: Date): number => Math.floor(at.getTime() / period);

/** The period that a code belongs to, at or near a moment; null if it is no code of this secret. */
export function periodOfCode(secret: string, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const current = periodAt(at);
  for (let number = current - window; number <= current + window; number += 1)
    if (timingSafeEqual(Buffer.from(totpCode(secret, number)), Buffer.from(code))) return number;
  return null;
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((each) => alphabet.indexOf(each).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
