import { compareDocuments } from '../document/compare-documents.ts';
import type { NodeDifference } from '../document/node-difference.ts';
import { type Finding, FindingContent, type Link } from '../findings/finding.ts';
import { DeskFields } from '../findings/finding-fields.ts';
import { stableJson } from '../text/stable-json.ts';
import { ArticleContent } from './article.ts';

/** An article at one moment: a revision, an entry of its history, or the working copy. */
export type ArticleSnapshot = {
  /** The note is null if it was not stored. */
  content: Omit<ArticleContent, 'note'> & { note: string | null };
  findings: readonly Finding[];
  links: readonly Link[];
};

type Content = ArticleSnapshot['content'];
export type ComparedField = Exclude<keyof Content, 'body'>;
/** A changed field, with both values. */
export type FieldDifference = {
  [F in ComparedField]: { field: F; before: Content[F]; after: Content[F] };
}[ComparedField];

/** The comparable parts of a finding; source and evidence are split into their fields. */
type FindingParts = Omit<FindingContent, keyof DeskFields | 'evidence' | 'attribution'> & {
  quote: string | null;
  locators: FindingContent['evidence']['locators'];
  sourceId: FindingContent['attribution']['sourceId'];
  terms: FindingContent['attribution']['terms'];
  descriptor: FindingContent['attribution']['descriptor'];
  participantId: FindingContent['attribution']['participantId'];
};
export type FindingPart = keyof FindingParts;
export type FindingPartDifference = {
  [P in FindingPart]: { part: P; before: FindingParts[P] | null; after: FindingParts[P] | null };
}[FindingPart];

/** A difference in a finding; if it is only on one side, all that it says there. */
export type FindingDifference = {
  findingId: string;
  number: number;
  kind: 'added' | 'removed' | 'changed';
  /** Its proposition, so that a changed finding can be recognised. */
  proposition: string;
  parts: FindingPartDifference[];
};

export type ArticleDifference = {
  fields: FieldDifference[];
  /** Null if the text is the same. */
  body: NodeDifference[] | null;
  findings: FindingDifference[];
  links: { kind: 'added' | 'removed'; link: Link }[];
};

/** Whether both sides say the same. */
export const isSameArticle = ({ fields, body, findings, links }: ArticleDifference): boolean =>
  fields.length === 0 && body === null && findings.length === 0 && links.length === 0;

/**
 * The difference between an article at two moments.
 * @param options.participants whether to include participants of sources, who are protected
 */
export function compareArticles(
  before: ArticleSnapshot,
  after: ArticleSnapshot,
  { participants }: { participants: boolean },
): ArticleDifference {
  const body = compareDocuments(before.content.body, after.content.body);
  return {
    fields: differentFields(before.content, after.content),
    body: body.every(({ kind }) => kind === 'same') ? null : body,
    findings: differentFindings(before.findings, after.findings, participants),
    links: differentLinks(before.links, after.links),
  };
}

const comparedFields = (Object.keys(ArticleContent.shape) as (keyof Content)[]).filter(
  (field): field is ComparedField => field !== 'body',
);

function differentFields(before: Content, after: Content): FieldDifference[] {
  const isNoteKnown = before.note !== null && after.note !== null;
  return comparedFields
    .filter((field) => field !== 'note' || isNoteKnown)
    .filter((field) => stableJson(before[field]) !== stableJson(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }) as FieldDifference);
}

/** The differences between two states of one finding, part by part. */
export const compareFinding = (
  before: FindingContent,
  after: FindingContent,
): FindingPartDifference[] => differentParts(partsOf(before), partsOf(after));

function partsOf({ evidence, attribution, ...finding }: FindingContent): FindingParts {
  const fields = Object.fromEntries(
    Object.keys(FindingContent.shape)
      .filter((field) => !(field in DeskFields.shape) && field in finding)
      .map((field) => [field, finding[field as keyof typeof finding]]),
  ) as Omit<FindingParts, 'quote' | 'locators' | keyof typeof attribution>;
  return {
    ...fields,
    ...{ quote: evidence.quote?.exact ?? null, locators: evidence.locators },
    ...attribution,
  };
}

/** Values of an unset part, which is left out of an added or removed finding. */
const unset: ReadonlySet<string> = new Set(['null', '[]', '""']);

function differentFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  participants: boolean,
): FindingDifference[] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const differences = [...ids].flatMap((findingId): FindingDifference[] => {
    const [was, is] = [before, after].map((all) => all.find(({ id }) => id === findingId));
    const one = is ?? was;
    if (one === undefined) return [];
    const parts = differentParts(was ? partsOf(was) : null, is ? partsOf(is) : null).filter(
      ({ part }) => participants || part !== 'participantId',
    );
    if (was && is && parts.length === 0) return [];
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    const { number, proposition } = one;
    return [{ findingId, number, kind, proposition, parts }];
  });
  return differences.toSorted((a, b) => a.number - b.number);
}

function differentParts(
  before: FindingParts | null,
  after: FindingParts | null,
): FindingPartDifference[] {
  const parts = Object.keys(before ?? after ?? {}) as FindingPart[];
  return parts.flatMap((part) => {
    const [was, is] = [before?.[part] ?? null, after?.[part] ?? null];
    if (stableJson(was) === stableJson(is)) return [];
    if ((before === null || after === null) && unset.has(stableJson(was ?? is))) return [];
    return [{ part, before: was, after: is } as FindingPartDifference];
  });
}

function differentLinks(
  before: readonly Link[],
  after: readonly Link[],
): ArticleDifference['links'] {
  const [old, now] = [new Set(before.map(stableJson)), new Set(after.map(stableJson))];
  return [
    ...before
      .filter((link) => !now.has(stableJson(link)))
      .map((link) => ({ kind: 'removed' as const, link })),
    ...after
      .filter((link) => !old.has(stableJson(link)))
      .map((link) => ({ kind: 'added' as const, link })),
  ];
}
