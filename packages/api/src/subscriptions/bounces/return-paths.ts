import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { returnPathDays } from '@viewpoints/domain/subscriptions/bounce';

const day = 24 * 60 * 60 * 1000;
const [idLength, dayLength, macLength] = [16, 2, 12];
const tokenLength = idLength + dayLength + macLength;

/** RFC 4648 in lower case: some mail servers do not keep the case of a local part. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const characters = (tokenLength * 8) / 5;

/** What a return path names: a subscription, and the day on which something was sent to it. */
export type ReturnPath = { subscriberId: string; sentOn: Date };

/** Addresses to which mail servers report that a message did not arrive. */
export type ReturnPaths = {
  /** The envelope's sender for a message to somebody: signed, and nothing of their address is in it. */
  addressFor: (subscriberId: string, sentAt: Date) => string;
  /** Reads the part after the `+`. */
  read: (token: string, now: Date) => ReturnPath | 'forged' | 'expired';
};

/** Where a return path may be in a text: `bounces+<token>@`. */
export const returnPathPattern = new RegExp(`\\+([a-z2-7]{${characters}})@`, 'gi');

/**
 * Return paths of this installation at an address whose server delivers `name+anything@` too (VERP). An id,
 * a day and an HMAC of both by a key of its own, so that no other signed link is one.
 */
export function createReturnPaths(installationSecret: string, bounceAddress: string): ReturnPaths {
  const key = Buffer.from(hkdfSync('sha256', installationSecret, '', 'return paths', 32));
  const mac = (bytes: Buffer) =>
    createHmac('sha256', key).update(bytes).digest().subarray(0, macLength);
  const at = bounceAddress.lastIndexOf('@');
  return {
    addressFor: (subscriberId, sentAt) => {
      const bytes = Buffer.alloc(idLength + dayLength);
      bytes.write(subscriberId.replaceAll('-', ''), 'hex');
      bytes.writeUInt16BE(Math.floor(sentAt.getTime() / day), idLength);
      const token = encode(Buffer.concat([bytes, mac(bytes)]));
      return `${bounceAddress.slice(0, at)}+${token}${bounceAddress.slice(at)}`;
    },
    read: (token, now) => {
      const bytes = decode(token.toLowerCase());
      if (bytes?.length !== tokenLength) return 'forged';
      const named = bytes.subarray(0, idLength + dayLength);
      if (!timingSafeEqual(bytes.subarray(idLength + dayLength), mac(named))) return 'forged';
      const sentOn = new Date(named.readUInt16BE(idLength) * day);
      const age = now.getTime() - sentOn.getTime();
      // A day ahead: the clocks of two instances may differ.
      if (age > (returnPathDays + 1) * day || age < -day) return 'expired';
      const id = named.toString('hex', 0, idLength);
      const parts = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20)];
      return { subscriberId: [...parts, id.slice(20)].join('-'), sentOn };
    },
  };
}

function encode(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{5}/g, (five) => alphabet[Number.parseInt(five, 2)] ?? '');
}

function decode(text: string): Buffer | null {
  if (text.length !== characters) return null;
  const values = [...text].map((letter) => alphabet.indexOf(letter));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
