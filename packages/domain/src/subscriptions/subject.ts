import { z } from 'zod';
import { Id, Language, Slug } from '../values.ts';

/** What readers can subscribe to by its page. */
export const SubjectKind = z.enum([
  ...['everything', 'topic', 'actor', 'issue', 'position', 'author', 'newsletter'],
] as const);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** How often somebody gets e-mail about a subject. */
export const Cadence = z.enum(['at_once', 'daily', 'weekly']);
export type Cadence = z.infer<typeof Cadence>;

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A subject as it is stored: `everything`, `topic:<id>`, `position:<actor>/<issue>`, `newsletter:<language>`. */
export const SubjectKey = z
  .string()
  .max(90)
  .regex(
    new RegExp(
      `^(?:everything|(?:topic|actor|issue|author):${id}|position:${id}/${id}|newsletter:[A-Za-z0-9-]{2,35})$`,
    ),
  );
export type SubjectKey = z.infer<typeof SubjectKey>;

export const subjectKey = {
  everything: 'everything',
  topic: (topicId: string) => `topic:${topicId}`,
  actor: (actorId: string) => `actor:${actorId}`,
  issue: (issueId: string) => `issue:${issueId}`,
  author: (authorId: string) => `author:${authorId}`,
  position: (actorId: string, issueId: string) => `position:${actorId}/${issueId}`,
  /** The newsletters of one language are a list. */
  newsletter: (language: string) => `newsletter:${language}`,
} as const satisfies { [Kind in SubjectKind]: unknown };

/** Whether a subject is a list that an editor writes to, which has no cadence of its own. */
export const isNewsletter = (key: SubjectKey): boolean => key.startsWith('newsletter:');

/** The kind of a stored subject, and the ids in it. */
export function readSubjectKey(key: SubjectKey): { kind: SubjectKind; ids: string[] } {
  const [kind = '', rest = ''] = key.split(':', 2);
  if (kind === 'newsletter') return { kind, ids: [] };
  return {
    kind: SubjectKind.parse(kind),
    ids: rest === '' ? [] : rest.split('/').map((each) => Id.parse(each)),
  };
}

/** A subject as its page names it, by slugs. */
export const SubjectAddress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('newsletter'), language: Language }),
  z.strictObject({ kind: z.enum(['topic', 'actor', 'issue', 'author']), slug: Slug }),
  z.strictObject({ kind: z.literal('position'), slug: Slug, issue: Slug }),
]);
export type SubjectAddress = z.infer<typeof SubjectAddress>;

/** A subject that readers can see, with the path of its page. */
export type PublicSubject = { key: SubjectKey; name: string; path: string };
