import { createHash } from 'node:crypto';
import {
  type NewsletterContent,
  newsletterContentOf,
} from '@viewpoints/domain/newsletters/newsletter';

/** What an approval is of: the content and nothing else. Another order of items is another newsletter. */
export function newsletterDigest(newsletter: NewsletterContent): string {
  const { subject, preheader, language, items } = newsletterContentOf(newsletter);
  const parts = items.map((item) => [item.kind, item.kind === 'text' ? item.text : item.id]);
  return createHash('sha256')
    .update(JSON.stringify([subject, preheader, language, parts]))
    .digest('hex');
}
