import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { EditorActions } from '../editor-actions.ts';

/** An embed as a card, with what readers will see of it; its caption in place. */
export function embedView(
  first: Node,
  position: () => number | undefined,
  actions: EditorActions,
): NodeView {
  const dom = document.createElement('figure');
  const card = document.createElement('div');
  const still = document.createElement('img');
  const title = document.createElement('p');
  const outcome = document.createElement('p');
  const change = document.createElement('button');
  const caption = document.createElement('figcaption');
  card.className = 'embed-preview';
  card.contentEditable = 'false';
  title.className = 'embed-preview-title';
  change.type = 'button';
  change.className = 'figure-description';
  change.addEventListener('click', () => {
    const at = position();
    if (at !== undefined) actions.openBlock('embed', { kind: 'edit', position: at });
  });
  caption.dataset.placeholder = 'Caption (optional)';
  dom.className = 'embed';

  let shown = '';
  const show = (node: Node) => {
    const { mediaId, href, alt } = node.attrs;
    shown = href;
    if (mediaId !== null) still.src = `/media/${mediaId}`;
    still.alt = alt;
    title.textContent = node.attrs.title;
    // Which sites are known is loaded with the first embed: most articles have none.
    void import('./embed-outcome.ts').then(
      ({ embedOutcome }) => {
        outcome.textContent = embedOutcome(shown);
      },
      () => undefined,
    );
    change.textContent = href;
    change.setAttribute('aria-label', `Change this embed: ${node.attrs.title}`);
    card.replaceChildren(...(mediaId === null ? [] : [still]), title, outcome, change);
    caption.classList.toggle('is-empty', node.content.size === 0);
  };
  dom.append(card, caption);
  show(first);

  return {
    dom,
    contentDOM: caption,
    update: (node) => {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    stopEvent: (event) => change.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) => !caption.contains(mutation.target),
  };
}
