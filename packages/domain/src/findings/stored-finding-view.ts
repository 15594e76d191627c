import { z } from 'zod';
import {
  StoredSourceView,
  storedSourceView,
  wordedSourceView,
} from '../attribution/stored-source-view.ts';
import { FindingView, HolderView } from './finding-view.ts';
import { holderLabel } from './finding-view-of.ts';

/** A holder as it is stored: the label follows from the rest. */
export const StoredHolderView = HolderView.omit({ label: true });
export type StoredHolderView = z.infer<typeof StoredHolderView>;

/** The public view of a finding as it is stored: without words of ours. */
export const StoredFindingView = FindingView.extend({
  holders: z.array(StoredHolderView),
  attribution: StoredSourceView,
});
export type StoredFindingView = z.infer<typeof StoredFindingView>;

/** The view without the words that `wordedFindingView` adds. */
export const storedFindingView = (view: FindingView): StoredFindingView => ({
  ...view,
  holders: view.holders.map(({ label: _, ...holder }) => holder),
  attribution: storedSourceView(view.attribution),
});

/**
 * The view as readers get it, by default in words of its own language. One that was stored with
 * words, by a version before this, comes out as it is.
 */
export const wordedFindingView = (
  view: StoredFindingView,
  locale: string = view.language,
): FindingView => ({
  ...view,
  holders: view.holders.map((holder) => ({ ...holder, label: holderLabel(holder, locale) })),
  attribution: wordedSourceView(view.attribution, locale),
});
