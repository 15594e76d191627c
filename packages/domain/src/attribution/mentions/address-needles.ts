import type { NeedleCollector } from './needle-collector.ts';

/**
 * Looks for a web address without what changes nothing: scheme, "www.", fragment and a slash at the
 * end. A host alone is looked for only where it is all of the address. Of a DOI the name alone is
 * enough, and of an archive's copy the address of the original.
 */
export function addAddress(collector: NeedleCollector, address: string): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) {
    collector.addWords([[address]]);
    return;
  }
  const typed = address.replace(/^[a-z]+:\/\/(?:www\.)?/i, '').replace(/#.*$/, '');
  const path = `${url.pathname}${url.search}`;
  collector.addWords([[typed]]);
  // The host as browsers copy it, where it has letters beyond ASCII.
  collector.addWords([[`${url.hostname.replace(/^www\./, '')}${path}`]]);
  if (/(?:^|\.)doi\.org$/.test(url.hostname) && path.length > 1) collector.addWords([[path]]);
  const original = /https?:\/\/.+$/i.exec(path)?.[0];
  if (original !== undefined) addAddress(collector, original);
}
