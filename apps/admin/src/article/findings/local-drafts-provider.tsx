'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { LocalDrafts } from './local-drafts.ts';

const Context = createContext<LocalDrafts | null>(null);

export function LocalDraftsProvider(props: { drafts: LocalDrafts; children: ReactNode }) {
  return <Context value={props.drafts}>{props.children}</Context>;
}

/** The drafts of the article that is open. */
export function useLocalDrafts(): LocalDrafts {
  const drafts = useContext(Context);
  if (!drafts) throw new Error('useLocalDrafts needs a LocalDraftsProvider above it');
  return drafts;
}
