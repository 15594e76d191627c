import { Clearance } from '@viewpoints/domain/attribution/clearance';
import { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { Source, SourceContent, SourceKind } from '@viewpoints/domain/sources/source';
import { z } from 'zod';
import { ShownExposure } from './articles.ts';
import { Effect, Person } from './shared.ts';

export const SourceListItem = z.strictObject({
  id: z.string(),
  slug: z.string(),
  kind: SourceKind,
  title: z.string(),
  publisher: z.string().nullable(),
  issued: z.string().nullable(),
  terms: AttributionTerms,
  findingCount: z.number().nullable(),
  articleCount: z.number().nullable(),
  updatedAt: z.string(),
});

export const SourceChange = z.strictObject({
  sourceId: z.string(),
  content: SourceContent,
  fields: z.array(z.string()),
  save: z.number(),
  recordedBy: Person,
  recordedAt: z.string(),
});

export const Hiding = z.strictObject({
  suspended: z.array(z.string()),
  earlierVersions: z.array(z.strictObject({ articleId: z.string(), number: z.number() })),
  versionNotes: z.array(z.strictObject({ articleId: z.string(), number: z.number() })),
  notices: z.array(z.string()),
  findings: z.array(z.string()),
  formerSlugs: z.array(z.string()),
  headlines: z.array(z.string()),
  retractions: z.array(z.string()),
  retractedTexts: z.array(z.string()),
  nullResults: z.array(z.string()),
  redirects: z.array(z.string()),
  menuEntries: z.array(z.int()),
});

export const SavedSource = z.strictObject({
  ...Source.shape,
  waiting: z.array(z.string()),
  hidden: Hiding,
});

export const SourceEffects = z.strictObject({
  effects: z.array(Effect),
  articles: z.number(),
  waiting: z.array(z.string()),
});

export const Clearances = z.strictObject({
  clearances: z.array(Clearance),
  people: z.record(z.string(), z.string()),
});

export const PendingClearance = z.strictObject({
  id: z.string(),
  kind: z.enum(['not_a_mention', 'no_participants']),
  words: z.string(),
  sourceId: z.string(),
  why: z.string(),
  articleId: z.string().nullable(),
  place: z.string(),
  recordedAt: z.string(),
  sourceTitle: z.string(),
  headline: z.string().nullable(),
  recordedBy: Person,
});

export const Protection = z.strictObject({
  exposures: z.array(ShownExposure),
  exposed: z.strictObject({ places: z.number(), articles: z.number() }),
  unchecked: z.number(),
  clearances: z.array(PendingClearance),
  sourceChanges: z.array(
    z.strictObject({
      sourceId: z.string(),
      recordedBy: Person,
      recordedAt: z.string(),
      fields: z.array(z.string()),
      title: z.string(),
    }),
  ),
});
