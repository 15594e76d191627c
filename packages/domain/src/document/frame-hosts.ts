import type { Document } from './document.ts';
import { findEmbedTarget } from './embed-target.ts';

/** The hosts of a document's frames, each once, for the page's Content-Security-Policy. */
export function frameHosts(document: Document): string[] {
  const hosts = document.content.flatMap((block) =>
    block.type === 'embed' ? (findEmbedTarget(block.attrs.href)?.host ?? []) : [],
  );
  return [...new Set(hosts)].sort();
}
