/** The first element that matches, if it has the expected type. */
export function find<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind | null {
  const found = within.querySelector(selector);
  return found instanceof kind ? found : null;
}

/** A tool's button, which the page has brought along hidden. */
export const toolButton = (name: string) => find(`[data-tool="${name}"]`, HTMLButtonElement);

/** Announces to everybody, screen readers too, what a tool has done. */
export function say(words: string): void {
  const status = find('.tools-said', HTMLElement);
  if (status !== null) status.textContent = words;
}

/** Text without the numbers of findings and notes in it. */
export function plainText(node: DocumentFragment | Element): string {
  const copy = node.cloneNode(true);
  if (copy instanceof DocumentFragment || copy instanceof Element)
    for (const number of copy.querySelectorAll('.finding-ref, .note-ref, .finding-note'))
      number.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The shown article: its title and address for sharing. */
export function shownArticle(): { title: string; url: string } {
  const canonical = find('link[rel="canonical"]', HTMLLinkElement);
  const heading = find('h1', HTMLElement);
  return {
    title: heading === null ? document.title : plainText(heading),
    url: canonical?.href ?? location.href.split('#', 1)[0] ?? '',
  };
}
