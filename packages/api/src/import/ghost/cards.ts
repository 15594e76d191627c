import type { Points } from '../core/points.ts';
import { classIn } from '../core/post-elements.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textOfElement,
} from '../html-tree.ts';

/** Boxes of Ghost whose words come in without what sets them apart. */
const boxes = ['callout', 'toggle', 'product', 'header', 'signup', 'cta'] as const;

/** Parts of cards that are there for the eye alone. */
const ornaments = ['kg-callout-emoji', 'kg-toggle-card-icon'];

/**
 * Makes the cards of Ghost's editor into what articles have: a card that leads somewhere into a link,
 * a player into its recording, a box into its words.
 */
export function simplifyCards(body: HtmlElement, points: Points): void {
  for (const node of [body, ...elementsOf(body)].flatMap(({ childNodes }) => childNodes))
    if (node.nodeName === '#comment' && 'data' in node && /^\s*members-only\s*$/.test(node.data))
      points.add('members_from_here');
  for (const card of [...elementsOf(body)].filter((element) => classIn(element, 'kg-card'))) {
    const named = (name: string) =>
      [...elementsOf(card)].find((element) => classIn(element, name)) ?? null;
    if (classIn(card, 'kg-bookmark-card')) {
      points.add(
        'bookmark',
        leadTo(card, named('kg-bookmark-container'), named('kg-bookmark-title')),
      );
    } else if (classIn(card, 'kg-file-card')) {
      points.add(
        'file_link',
        leadTo(card, named('kg-file-card-container'), named('kg-file-card-title')),
      );
    } else if (classIn(card, 'kg-audio-card') || classIn(card, 'kg-video-card')) {
      const player = [...elementsOf(card)].find(({ tagName }) => /^(?:audio|video)$/.test(tagName));
      if (player !== undefined) keep(card, [player, ...captionsIn(card)]);
    } else {
      const box = boxes.find((name) => classIn(card, `kg-${name}-card`));
      if (box !== undefined) points.add('card', box);
    }
  }
  for (const element of [...elementsOf(body)])
    if (ornaments.some((name) => classIn(element, name))) remove(element);
}

const captionsIn = (card: HtmlElement) =>
  [...elementsOf(card)].filter(({ tagName }) => tagName === 'figcaption');

/** Makes a card into a link with the card's title. Returns what it leads to. */
function leadTo(card: HtmlElement, link: HtmlElement | null, title: HtmlElement | null): string {
  const href = link === null ? '' : (attribute(link, 'href') ?? '');
  if (link === null) return '';
  const words = (title === null ? '' : textOfElement(title)) || href;
  const text: HtmlNode = { nodeName: '#text', value: words, parentNode: link };
  link.childNodes = [text];
  const paragraph: HtmlElement = {
    ...card,
    nodeName: 'p',
    tagName: 'p',
    attrs: [],
    childNodes: [link],
  };
  link.parentNode = paragraph;
  card.tagName = 'div';
  card.nodeName = 'div';
  keep(card, [paragraph, ...captionsIn(card)]);
  return href;
}

/** Leaves only these in a card. A caption becomes a paragraph where no figure is left. */
function keep(card: HtmlElement, nodes: HtmlElement[]): void {
  for (const node of nodes) {
    node.parentNode = card;
    if (card.tagName !== 'figure' && node.tagName === 'figcaption') {
      node.tagName = 'p';
      node.nodeName = 'p';
    }
  }
  card.childNodes = nodes;
}

function remove(element: HtmlElement): void {
  const siblings = element.parentNode?.childNodes;
  const at = siblings?.findIndex((node) => isElement(node) && node === element) ?? -1;
  if (at >= 0) siblings?.splice(at, 1);
}
