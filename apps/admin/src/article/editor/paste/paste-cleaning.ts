import { Extension } from '@tiptap/core';
import { DOMSerializer, type Fragment } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { cleanText } from '@viewpoints/domain/text/normalise';
import type { EditorActions } from '../editor-actions.ts';
import { cutAndPaste } from './cut-and-paste.ts';
import { type PasteCleaner, pasteCleaner } from './paste-cleaner.ts';
import { pasteAddress } from './pasted-address.ts';
import { pastedFiles, refuseFiles } from './pasted-files.ts';
import { markdownToHtml, pastedMarkdown } from './pasted-markdown.ts';
import { ownClipboardMark, pastedOrigin } from './pasted-origin.ts';

/**
 * Cleans what is pasted or dropped, and passes pictures and PDFs to the dialogs for their
 * description and title. Of other files it says that they are left out. Text in Markdown becomes what it says, and an address a link; with Shift,
 * text stays the characters it is. `language` is read at each paste: it may change meanwhile.
 */
export function pasteCleaning(
  actions: Pick<EditorActions, 'openBlock' | 'tell'>,
  language: () => string,
  cleaner: PasteCleaner = pasteCleaner,
) {
  return Extension.create({
    name: 'pasteCleaning',
    addProseMirrorPlugins() {
      const takeFile = (data: DataTransfer | null): boolean => {
        const pasted = pastedFiles(data);
        if (pasted === null) return refuseFiles(data);
        actions.openBlock(pasted.block, pasted.request);
        return true;
      };
      let isPlain = false;
      /** HTML that was pasted or dropped before its cleaner was loaded. */
      let uncleaned: string | null = null;
      const pasteWhenCleaned = (view: EditorView, data: DataTransfer | null): boolean => {
        const html = uncleaned;
        uncleaned = null;
        if (html === null) return false;
        const text = data?.getData('text/plain') ?? '';
        void cleaner.preload().then(
          () => view.isDestroyed || view.pasteHTML(html),
          () => view.isDestroyed || view.pasteText(text),
        );
        return true;
      };
      return [
        cutAndPaste(),
        new Plugin({
          props: {
            handleDOMEvents: {
              keydown: (_, { shiftKey }) => {
                isPlain = shiftKey;
                return false;
              },
              keyup: () => {
                isPlain = false;
                return false;
              },
            },
            clipboardSerializer: new MarkedSerializer(this.editor.schema),
            transformPastedHTML: (html) => {
              if (pastedOrigin(html) === 'own') return html;
              const loaded = cleaner.loaded();
              if (loaded === null) {
                uncleaned = html;
                return '';
              }
              const clean = loaded.cleanPastedHtml(html, language());
              const sentence = loaded.leftOutSentence(clean.leftOut);
              if (sentence) actions.tell(sentence);
              return clean.html;
            },
            transformPastedText: cleanText,
            handlePaste: (view, event) => {
              const href = addressAlone(view, event.clipboardData);
              // The address is pasted as ever, and stays where no embed is wanted.
              if (href !== null) offerEmbed(href, actions).catch(() => undefined);
              if (takeFile(event.clipboardData)) {
                uncleaned = null;
                return true;
              }
              return (
                pasteWhenCleaned(view, event.clipboardData) ||
                (!isPlain &&
                  !view.state.selection.$from.parent.type.spec.code &&
                  (pasteAddress(view, event.clipboardData) ||
                    pasteMarkdown(view, event.clipboardData)))
              );
            },
            handleDrop: (view, event, _slice, moved) => {
              if (moved) return false;
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              const isFile = takeFile(event.dataTransfer);
              if (isFile) uncleaned = null;
              const isTaken = isFile || pasteWhenCleaned(view, event.dataTransfer);
              if (isTaken && at) this.editor.commands.setTextSelection(at.pos);
              if (isTaken) event.preventDefault();
              return isTaken;
            },
          },
        }),
      ];
    },
  });
}

/** Pastes text in Markdown as what it says, a moment later: what reads it is loaded then. */
function pasteMarkdown(view: EditorView, data: DataTransfer | null): boolean {
  const text = pastedMarkdown(data);
  if (text === null) return false;
  void markdownToHtml(text).then(
    (html) => view.isDestroyed || view.pasteHTML(html),
    () => view.isDestroyed || view.pasteText(text),
  );
  return true;
}

/** A pasted address that is the only thing on its line. */
function addressAlone(view: EditorView, data: DataTransfer | null): string | null {
  const { $from, empty } = view.state.selection;
  const text = data?.getData('text/plain').trim() ?? '';
  const isEmptyLine =
    empty &&
    $from.depth === 1 &&
    $from.parent.type.name === 'paragraph' &&
    $from.parent.content.size === 0;
  return isEmptyLine && /^https?:\/\/\S+$/i.test(text) ? text : null;
}

/** Opens the dialog for an address that can be embedded. Which can is loaded with the first. */
async function offerEmbed(href: string, actions: Pick<EditorActions, 'openBlock'>): Promise<void> {
  const { findEmbedTarget } = await import('@viewpoints/domain/document/embed-target');
  if (findEmbedTarget(href) !== null) actions.openBlock('embed', { kind: 'new', href });
}

/** Marks what is copied here, so that pasting it here again changes nothing. */
class MarkedSerializer extends DOMSerializer {
  constructor(schema: import('@tiptap/pm/model').Schema) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const copied = super.serializeFragment(fragment, options, target);
    const first = copied.firstElementChild;
    if (first) first.setAttribute(ownClipboardMark, '');
    return copied;
  }
}
