import {
  type Block,
  type BlockNode,
  contentOfNode,
  kindOfBlock,
  nodeName,
} from '@viewpoints/domain/document/blocks';
import type {
  ContentDifference,
  NodeDifference,
  NodeShell,
} from '@viewpoints/domain/document/node-difference';
import { capitalised } from '@viewpoints/domain/text/sentence';
import { createElement, type ReactNode } from 'react';
import { Added, Removed } from './change-marks.tsx';
import { InlineView } from './inline-view.tsx';

/** The differences of nodes, each with the structure that it has in the text. */
export function NodesView(props: { nodes: readonly NodeDifference[] }) {
  return props.nodes.map((each) => (
    <NodeView key={`${each.kind} ${each.place}`} difference={each} />
  ));
}

/** The difference of one node: a list is still a list, a table a table. */
export function NodeView(props: { difference: NodeDifference }): ReactNode {
  const { difference } = props;
  if (difference.kind === 'changed') {
    const { before, after, content } = difference;
    return (
      <>
        <ShellChange before={before} after={after} />
        {nodeElement(after, <ContentView content={content} />)}
      </>
    );
  }
  const { kind, node } = difference;
  const { content: _, ...shell } = node as BlockNode & { content?: unknown };
  return nodeElement(shell, <ContentView content={wholly(kind, node)} />, kind);
}

/** A node of one side alone as the difference of all that it holds. */
function wholly(kind: 'same' | 'added' | 'removed', node: BlockNode): ContentDifference {
  const content = contentOfNode(node);
  switch (content.holds) {
    case 'inlines':
      return { holds: 'inlines', parts: content.content.map((inline) => ({ kind, inline })) };
    case 'code':
      return { holds: 'code', parts: content.content.map(({ text }) => ({ kind, text })) };
    case 'blocks':
      return {
        holds: 'blocks',
        nodes: content.content.map((child, place) => ({ kind, place, node: child, moved: null })),
      };
    case 'nothing':
      return { holds: 'nothing' };
  }
}

function ContentView(props: { content: ContentDifference }): ReactNode {
  const { content } = props;
  if (content.holds === 'inlines') return <InlineView parts={content.parts} />;
  if (content.holds === 'blocks') return <NodesView nodes={content.nodes} />;
  if (content.holds === 'nothing') return null;
  return content.parts.map((part, index) => {
    const key = `${index} ${part.kind}`;
    if (part.kind === 'added') return <Added key={key}>{part.text}</Added>;
    if (part.kind === 'removed') return <Removed key={key}>{part.text}</Removed>;
    return <span key={key}>{part.text}</span>;
  });
}

type Kind = 'same' | 'added' | 'removed';
/** The elements of those that a screen shows as they are; all others are under their name. */
const tags: Partial<Record<BlockNode['type'], string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  keyPoint: 'li',
  blockQuote: 'blockquote',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'td',
};

type AnyShell = NodeShell & { attrs?: Record<string, unknown> };

function nodeElement(given: NodeShell, inside: ReactNode, kind?: Kind): ReactNode {
  const shell = given as AnyShell;
  const { type, attrs = {} } = shell;
  switch (type) {
    case 'heading':
      // The screen has a heading of its own, and the text's a level below it.
      return createElement(`h${Number(attrs.level) + 1}`, null, inside);
    case 'orderedList':
      return <ol start={Number(attrs.start)}>{inside}</ol>;
    case 'table':
      return (
        // Wide tables scroll sideways, which a keyboard can only do with the focus on them.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
        <section aria-label="Table" tabIndex={0} className="overflow-x-auto">
          <table>
            <tbody>{inside}</tbody>
          </table>
        </section>
      );
    case 'codeBlock':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
        <pre tabIndex={0} className="overflow-x-auto font-mono text-sm whitespace-pre">
          {inside}
        </pre>
      );
    case 'keyPoints':
      return (
        <Framed label="Key points">
          <ul>{inside}</ul>
        </Framed>
      );
    default: {
      const tag = tags[type];
      return tag === undefined ? (
        <Framed label={capitalised(nodeName(type))} kind={kind} text={attributeText(shell)}>
          {inside}
        </Framed>
      ) : (
        createElement(tag, null, inside)
      );
    }
  }
}

/** The texts of a block's attributes: a picture's alternative text, the address of an embed. */
const attributeText = (shell: NodeShell): string =>
  (kindOfBlock(shell as Block).attributeTexts?.(shell as Block) ?? []).filter(Boolean).join(' · ');

/** A block under a label, with the texts of its attributes. */
function Framed(props: {
  label: string;
  kind?: Kind | undefined;
  text?: string | null;
  children?: ReactNode;
}) {
  const said = props.text ? `${props.label}: ${props.text}` : props.label;
  return (
    <div className="border-s-2 border-line-strong ps-3">
      {/* Changed texts are shown with their change. */}
      <p className="font-sans text-sm break-words text-ink-soft" lang="en">
        {props.kind === 'added' ? <Added>{said}</Added> : null}
        {props.kind === 'removed' ? <Removed>{said}</Removed> : null}
        {props.kind === 'same' || props.kind === undefined ? said : null}
      </p>
      {props.children}
    </div>
  );
}

const shellName = (shell: NodeShell): string => {
  const { type, attrs } = shell as AnyShell;
  if (type === 'heading') return `a heading of level ${attrs?.level}`;
  const name = nodeName(type);
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
};

/** Shows that a block became one of another kind, or what changed in its attributes. */
function ShellChange(props: { before: NodeShell; after: NodeShell }) {
  const { before, after } = props;
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const [was, is] = [shellName(before), shellName(after)];
  const isPart = ['listItem', 'tableRow', 'tableCell', 'tableHeader'].includes(after.type);
  const texts = isPart ? null : [attributeText(before), attributeText(after)];
  return (
    <div className="font-sans text-sm text-ink-soft" lang="en">
      {was !== is ? (
        <p>
          Was {was}, is {is} now.
        </p>
      ) : texts && texts[0] !== texts[1] ? (
        <p className="break-words">
          <Removed>{texts[0]}</Removed> <Added>{texts[1]}</Added>
        </p>
      ) : (
        <p>Its settings were changed.</p>
      )}
    </div>
  );
}
