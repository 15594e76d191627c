import type { Document } from './document.ts';
import { findEmbedTarget } from './embed-target.ts';

/** The hosts that a document's frames are asked of, each once: what its page has to allow. */
export function frameHosts(document: Document): string[] {
  const hosts = document.content.flatMap((block) =>
    block.type === 'embed' ? (findEmbedTarget(block.attrs.href)?.host ?? []) : [],
  );
  return [...new Set(hosts)].sort();
}
