import { createElement, Fragment, type ReactNode } from 'react';

/**
 * Something in a line, and the references to findings that end with it: they are links, so they
 * wait until a link that they end in is closed.
 */
export type Run = { node: ReactNode; references: ReactNode[] };

/** A part of a line with which no marked passage ends. */
export const plain = (node: ReactNode): Run => ({ node, references: [] });

/** The parts of a line in their order, each with the references after it. */
export const line = (runs: readonly Run[]): ReactNode[] =>
  runs.flatMap(({ node, references }) => [node, ...references]);

/** Nodes in a fixed order, so that they need no keys. */
export const fragment = (children: readonly ReactNode[]): ReactNode =>
  createElement(Fragment, null, ...children);
