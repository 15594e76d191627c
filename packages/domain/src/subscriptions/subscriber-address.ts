import { z } from 'zod';
import { EmailAddress } from '../values.ts';

/** Letters, digits and hyphens of any script, in labels. */
const internationalDomain = /^[\p{L}\p{N}\p{M}-]+(?:\.[\p{L}\p{N}\p{M}-]+)+$/u;

/** The domain as mail servers know it: "bücher.example" is "xn--bcher-kva.example". */
function asciiDomain(domain: string): string {
  if (!internationalDomain.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
}

function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : `${address.slice(0, at)}@${asciiDomain(address.slice(at + 1))}`;
}

/** An address that somebody typed. A name with letters beyond ASCII is refused: few mail servers take one. */
export const SubscriberAddress = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .transform(withAsciiDomain)
  .pipe(EmailAddress);

/** The same for all spellings of one address. */
export const canonicalAddress = (address: string): string => address.toLowerCase();

/** The same for all addresses that differ in a tag alone ("ana+news@…"): they lead to one mailbox. */
export const mailboxOf = (address: string): string =>
  canonicalAddress(address).replace(/\+[^@]*(?=@[^@]*$)/, '');
