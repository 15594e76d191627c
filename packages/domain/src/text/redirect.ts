/** Redirects that a program puts round every link, and where in their address the link is. */
const redirects: readonly { readonly at: RegExp; readonly parameter: string }[] = [
  { at: /^https?:\/\/www\.google\.com\/url\?/, parameter: 'q' },
  { at: /^https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\/\S*\?/, parameter: 'url' },
  {
    at: /^https:\/\/statics\.teams\.cdn\.office\.net\/evergreen-assets\/safelinks\/\S*\?/,
    parameter: 'url',
  },
];

/**
 * An address without the redirect that Google Docs or Outlook put round it: readers should go where
 * the author pointed.
 */
export function withoutRedirect(href: string): string {
  const redirect = redirects.find(({ at }) => at.test(href));
  if (redirect === undefined) return href;
  const target = URL.parse(href)?.searchParams.get(redirect.parameter) ?? '';
  return /^https?:\/\//i.test(target) ? target : href;
}
