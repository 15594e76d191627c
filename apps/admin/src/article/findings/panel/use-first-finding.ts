'use client';

import { useFilters } from '../../../data/use-filters.ts';
import type { ArticleScreenData } from '../../article-data.ts';
import { NEW_FINDING } from '../in-text/finding-tracks.ts';
import { useLocalDrafts } from '../local-drafts-provider.tsx';
import type { OpenFinding } from './findings-panel.tsx';

/** Opens the finding in the address, as in links of queues, or the one that is begun. */
export function useFirstFinding({ findings }: ArticleScreenData): OpenFinding {
  const named = useFilters().get('finding');
  const kept = useLocalDrafts().find(NEW_FINDING);
  const finding = findings.find(({ id }) => id === named);
  if (finding !== undefined) return { kind: 'one', id: finding.id };
  return kept ? { kind: 'new', start: kept.draft, requestedAt: 0 } : { kind: 'list' };
}
