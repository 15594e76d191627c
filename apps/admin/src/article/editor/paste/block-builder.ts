/** Which blocks a place may contain; paragraphs are always allowed. */
export type BlockKind = 'heading' | 'list' | 'quote' | 'table' | 'code' | 'divider' | 'figure';

export type BlockBuilder = {
  readonly allows: (kind: BlockKind) => boolean;
  /** Adds to the paragraph being written. */
  inline: (node: Node) => void;
  /** Ends the paragraph being written, if there is one. */
  endParagraph: () => void;
  block: (element: Element) => void;
  /** The blocks, or one empty paragraph where there is none. */
  finish: () => Element[];
};

const everywhere: readonly BlockKind[] = [
  'heading',
  'list',
  'quote',
  'table',
  'code',
  'divider',
  'figure',
];

/**
 * Collects cleaned blocks in order. Loose text gathers into paragraphs, two line breaks end one,
 * and paragraphs with nothing on them are left out.
 */
export function blockBuilder(
  document: Document,
  allowed: readonly BlockKind[] = everywhere,
  paragraphTag = 'p',
): BlockBuilder {
  const blocks: Element[] = [];
  let line: Node[] = [];

  const endParagraph = () => {
    const nodes = trimBreaks(line);
    line = [];
    if (nodes.every((node) => node.nodeName !== 'IMG' && !node.textContent?.trim())) return;
    const paragraph = document.createElement(paragraphTag);
    paragraph.append(...nodes);
    blocks.push(paragraph);
  };

  return {
    allows: (kind) => allowed.includes(kind),
    inline: (node) => {
      const last = line.findLast((other) => other.nodeName === 'BR' || other.textContent?.trim());
      if (node.nodeName === 'BR' && last?.nodeName === 'BR') endParagraph();
      else line.push(node);
    },
    endParagraph,
    block: (element) => {
      endParagraph();
      blocks.push(element);
    },
    finish: () => {
      endParagraph();
      return blocks;
    },
  };
}

function trimBreaks(nodes: Node[]): Node[] {
  const empty = (node: Node) => node.nodeName === 'BR' || !node.textContent?.trim();
  const from = nodes.findIndex((node) => !empty(node));
  const to = nodes.findLastIndex((node) => !empty(node));
  return from === -1 ? [] : nodes.slice(from, to + 1);
}
