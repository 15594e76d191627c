import { currentRender } from '../../next/render-context.ts';
import { embedCode } from '../../resources/embed-address.ts';

/** The markup that shows a board on another site, to copy. */
export function EmbedCode({ path, title }: { path: string; title: string }) {
  const code = embedCode(currentRender().siteUrl, { path, title });
  return (
    <p id="embed" className="board-embed">
      <label htmlFor="embed-code">Embed the board</label>
      <textarea id="embed-code" readOnly rows={3} spellCheck={false} defaultValue={code} />
    </p>
  );
}
