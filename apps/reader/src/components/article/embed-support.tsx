import type { Document } from '@viewpoints/domain/document/document';
import { frameHosts } from '@viewpoints/domain/document/frame-hosts';
import { currentRender } from '../../next/render-context.ts';
import { PageScript } from '../shared/page-script.tsx';

/** What a page with embeds needs: permission to frame their hosts, and the script that loads them. */
export function EmbedSupport({ document }: { document: Document }) {
  const hosts = frameHosts(document);
  if (hosts.length === 0) return null;
  const { frames } = currentRender();
  for (const host of hosts) frames.add(host);
  return <PageScript name="embeds" />;
}
