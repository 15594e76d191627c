import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { canonicalAddress, mailboxOf } from '@viewpoints/domain/subscriptions/subscriber-address';
import { createInstallationCipher } from '../accounts/installation-cipher.ts';

/** What protects and finds addresses of subscribers, all of it derived from the installation's secret. */
export type SubscriberKeys = {
  /** Encrypts an address for the row with this id. */
  encrypt: (id: string, address: string) => string;
  /** Null if it was encrypted for another row, or with another secret. */
  decrypt: (id: string, encrypted: string) => string | null;
  /** The hash by which an address is found. */
  addressHash: (address: string) => string;
  /** The same for all addresses of one mailbox. */
  mailboxHash: (address: string) => string;
  /** The signed name of a subscriber, for links in messages. */
  tokenOf: (subscriberId: string) => string;
  /** The subscriber that a token names; null if it was not signed here. */
  subscriberOf: (token: string) => string | null;
};

const idLength = 16;

export function createSubscriberKeys(installationSecret: string): SubscriberKeys {
  const cipher = createInstallationCipher(installationSecret, 'addresses of subscribers');
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', installationSecret, '', purpose, 32));
  const hashKey = keyFor('hashes of addresses of subscribers');
  const linkKey = keyFor('links of subscribers');
  const hash = (text: string) => createHmac('sha256', hashKey).update(text).digest('hex');
  const sign = (id: Buffer) => createHmac('sha256', linkKey).update(id).digest();
  return {
    encrypt: cipher.encrypt,
    decrypt: cipher.decrypt,
    addressHash: (address) => hash(canonicalAddress(address)),
    mailboxHash: (address) => hash(mailboxOf(address)),
    tokenOf: (subscriberId) => {
      const id = Buffer.from(subscriberId.replaceAll('-', ''), 'hex');
      return Buffer.concat([id, sign(id)]).toString('base64url');
    },
    subscriberOf: (token) => {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== idLength + 32) return null;
      const id = bytes.subarray(0, idLength);
      if (!timingSafeEqual(bytes.subarray(idLength), sign(id))) return null;
      return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}
