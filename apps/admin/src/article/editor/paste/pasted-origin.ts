/** The program that pasted HTML is from: each has its own way of marking a list or a note. */
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
