/** Where pasted HTML was copied: each program has its own way of saying "list" or "note". */
export type PastedOrigin = 'own' | 'word' | 'google_docs' | 'web';

/** An attribute this editor writes on what it copies; other ProseMirror editors do not. */
export const ownClipboardMark = 'data-viewpoints-copy';

/** Recognises the origin by the marks each program leaves in the markup it puts on the clipboard. */
export function pastedOrigin(html: string): PastedOrigin {
  if (html.includes(ownClipboardMark)) return 'own';
  if (/docs-internal-guid|id="?ftnt(_ref)?\d/.test(html)) return 'google_docs';
  if (
    /urn:schemas-microsoft-com:office|\bclass="?'?Mso|\bmso-[a-z-]+:|content="?Word\.Document/i.test(
      html,
    )
  ) {
    return 'word';
  }
  return 'web';
}
