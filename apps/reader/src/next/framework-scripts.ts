/**
 * A page of this site is text: nothing on it needs the framework's scripts, which weigh more
 * than the page, its styles and its fonts together. They are taken out of the finished HTML,
 * and with them the flight payload (a second copy of everything shown). See
 * docs/decisions/0007-pages-without-scripts.md.
 *
 * React escapes `<` and `>` in text and attributes, so a tag found here is a tag.
 */
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const SCRIPT_PRELOAD = /<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/g;
/** Data for machines, and the scripts of our own (`src/scripts`). */
const KEPT = /\btype="application\/ld\+json"|\bsrc="\/_next\/static\/scripts\//;

/** Markup that React would need a script to move into place; none of our pages may have it. */
const LEFT_FOR_SCRIPTS = /<template id="[BP]:|<div hidden="" id="S:|id="__next_error__"/;

/** Takes the framework's scripts out of a finished page; throws if the page cannot do without. */
export function removeFrameworkScripts(html: string): string {
  if (LEFT_FOR_SCRIPTS.test(html)) throw new Error('This page cannot be read without scripts.');
  return html
    .replace(SCRIPT, (whole, attributes: string) => (KEPT.test(attributes) ? whole : ''))
    .replace(SCRIPT_PRELOAD, '');
}
