import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { CheckResult } from './check-result.ts';
import { messageOf } from './message-of.ts';

const day = 24 * 60 * 60 * 1000;
/** A certificate that has fewer days left was not renewed as it should have been. */
const fewestDays = 14;
/** In milliseconds. */
const timeout = 5_000;

/** The certificate of a server: until when it is valid, and why it is not trusted; null if it is. */
export type Certificate = { until: Date; problem: string | null };

/** Looks at the certificate of each public address that has one. */
export function checkCertificates(addresses: readonly string[]): Promise<CheckResult[]> {
  const encrypted = [...new Set(addresses)].filter((address) => address.startsWith('https:'));
  return Promise.all(
    encrypted.map(async (address) => {
      const url = new URL(address);
      try {
        return describeCertificate(url.host, await readCertificate(url), new Date());
      } catch (error) {
        return {
          name: `Certificate of ${url.host}`,
          ok: false,
          detail: messageOf(error),
          next: 'See that the proxy in front of the programs runs and is reached from here.',
        };
      }
    }),
  );
}

/** What there is to say of a certificate on this day. */
export function describeCertificate(
  host: string,
  { until, problem }: Certificate,
  now: Date,
): CheckResult {
  const name = `Certificate of ${host}`;
  const days = Math.floor((until.getTime() - now.getTime()) / day);
  if (problem !== null)
    return { name, ok: false, detail: problem, next: 'Browsers refuse it: have a new one issued.' };
  const ok = days >= fewestDays;
  return {
    name,
    ok,
    detail: `valid for ${days} more days`,
    next: ok ? null : 'See why it was not renewed: browsers refuse it once it has ended.',
  };
}

function readCertificate({ hostname, port }: URL): Promise<Certificate> {
  return new Promise((resolve, reject) => {
    // One that is not trusted is looked at as well, to say why.
    const name = isIP(hostname) === 0 ? { servername: hostname } : {};
    const options = { host: hostname, ...name, port: Number(port || 443) };
    const socket = connect({ ...options, rejectUnauthorized: false }, () => {
      const { valid_to: until } = socket.getPeerCertificate();
      const problem = socket.authorized ? null : String(socket.authorizationError);
      socket.destroy();
      resolve({ until: new Date(until), problem });
    });
    socket.setTimeout(timeout, () => socket.destroy(new Error('no answer in time')));
    socket.on('error', reject);
  });
}
