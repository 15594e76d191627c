'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { KeptDrafts } from './kept-drafts.ts';

const Context = createContext<KeptDrafts | null>(null);

export function KeptDraftsProvider(props: { drafts: KeptDrafts; children: ReactNode }) {
  return <Context value={props.drafts}>{props.children}</Context>;
}

/** The drafts of the article that is open. */
export function useKeptDrafts(): KeptDrafts {
  const drafts = useContext(Context);
  if (!drafts) throw new Error('useKeptDrafts needs a KeptDraftsProvider above it');
  return drafts;
}
