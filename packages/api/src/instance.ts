import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import type { ExternalServices } from './syndication/external-services.ts';

/** Addresses and directories of this instance: links, cookies and files are made from them. */
export type Instance = {
  /** Origins without a trailing slash. */
  adminUrl: string;
  apiUrl: string;
  readerUrl: string;
  /** Null if messages are stored in `outboxDirectory` instead of being sent. */
  smtpUrl: string | null;
  /** The sender of messages. */
  mailFrom: string;
  externalServices: ExternalServices;
  /** Where pictures and files are stored. */
  media: MediaStore;
  outboxDirectory: string;
  /** Files of imports, until they are brought in: where, how many bytes, and for how many hours. */
  uploads: { directory: string; maxBytes: number; hours: number };
};

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Origins whose pages may act with an editor's cookie; the names of this machine are one. */
export function trustedOrigins(instance: Pick<Instance, 'adminUrl' | 'apiUrl'>): string[] {
  const origins = [instance.adminUrl, instance.apiUrl].flatMap((address) => {
    const url = new URL(address);
    if (!loopback.has(url.hostname)) return [url.origin];
    return [...loopback].map((host) => {
      url.hostname = host;
      return url.origin;
    });
  });
  return [...new Set(origins)];
}
