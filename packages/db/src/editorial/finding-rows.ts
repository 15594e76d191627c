import {
  Finding,
  type FindingContent,
  FindingState,
  HolderBasis,
  Quote,
} from '@viewpoints/domain/findings/finding';
import { deskFieldsOf, plainFieldsOf } from '@viewpoints/domain/findings/finding-fields';
import type { kinds } from '@viewpoints/domain/kinds/kinds';
import {
  byListedField,
  byListedPlural,
  type ListedKind,
  listedKinds,
} from '@viewpoints/domain/kinds/listed-kinds';
import { edtfBounds } from '@viewpoints/domain/text/edtf';
import { z } from 'zod';
import { Prisma } from '../generated/client.ts';
import { dateOrNull, instant, instantOrNull } from './instant.ts';

/** What a finding has in related rows, in order. */
export const FindingParts = z.object({
  holders: z.array(
    z.object({
      actorId: z.string().nullable(),
      wording: z.string().nullable(),
      basis: HolderBasis,
    }),
  ),
  ...byListedField(() => z.array(z.string())),
  locators: z.array(z.object({ sourceId: z.string(), locator: z.string() })),
});

type FindingRow = Prisma.FindingGetPayload<object> & z.infer<typeof FindingParts>;

/** For a finding `f`, the columns of `FindingParts`. */
export const partColumns: Prisma.Sql = Prisma.raw(`
  (select coalesce(jsonb_agg(jsonb_build_object('actorId', actor_id, 'wording', wording, 'basis', basis) order by position), '[]')
   from finding_holder where finding_id = f.id) as holders,
  ${listedKinds
    .map(
      ({ kind, field }) => `(select coalesce(jsonb_agg(${kind}_id order by position), '[]')
        from finding_${kind} where finding_id = f.id) as "${field}"`,
    )
    .join(', ')},
  (select coalesce(jsonb_agg(jsonb_build_object('sourceId', source_id, 'locator', locator) order by position), '[]')
   from finding_locator where finding_id = f.id) as locators`);

/** The columns of `QuotedFinding`. */
export const quotedColumns = {
  ...{ id: true, state: true, quoteExact: true, quotePrefix: true, quoteSuffix: true },
  ...{ quoteStart: true, quoteEnd: true },
} as const satisfies Prisma.FindingSelect;

/** The columns of a finding that moving quotes needs. */
export const QuotedFinding = z.object({ id: z.string(), state: FindingState, quote: Quote });
export type QuotedFinding = z.infer<typeof QuotedFinding>;

export const quotedFindingOf = (
  row: Prisma.FindingGetPayload<{ select: typeof quotedColumns }>,
): QuotedFinding => QuotedFinding.parse({ id: row.id, state: row.state, quote: quoteOf(row) });

type QuoteColumns = 'quoteExact' | 'quotePrefix' | 'quoteSuffix' | 'quoteStart' | 'quoteEnd';

const quoteOf = (row: Pick<FindingRow, QuoteColumns>) =>
  row.quoteExact === null
    ? null
    : {
        exact: row.quoteExact,
        prefix: row.quotePrefix,
        suffix: row.quoteSuffix,
        start: row.quoteStart,
        end: row.quoteEnd,
      };

const consensusOf = (row: FindingRow) =>
  row.consensusAgreeing === null
    ? null
    : {
        agreeing: row.consensusAgreeing,
        interviewed: row.consensusInterviewed,
        population: row.consensusPopulation,
        novelty: row.consensusNovelty,
      };

/** A row as the domain knows it. */
export function findingOf(row: FindingRow): Finding {
  return Finding.parse({
    id: row.id,
    articleId: row.articleId,
    number: row.number,
    state: row.state,
    proposition: row.proposition,
    holders: row.holders,
    ...plainFieldsOf(row),
    scope: row.scopeText === null ? null : { text: row.scopeText, edtf: row.scopeEdtf },
    asOf: row.asOf,
    consensus: consensusOf(row),
    ...byListedField(({ field }) => row[field]),
    evidence: { quote: quoteOf(row), locators: row.locators },
    attribution: {
      sourceId: row.sourceId,
      terms: row.terms,
      descriptor: row.descriptor,
      participantId: row.participantId,
    },
    ...deskFieldsOf(row),
    proposedBy: row.proposedById,
    verifiedBy: row.verifiedById,
    verifiedAt: instantOrNull(row.verifiedAt),
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
  });
}

const noBounds = { from: null, to: null };

export function quoteColumns(quote: FindingContent['evidence']['quote']) {
  return {
    quoteExact: quote?.exact ?? null,
    quotePrefix: quote?.prefix ?? null,
    quoteSuffix: quote?.suffix ?? null,
    quoteStart: quote?.start ?? null,
    quoteEnd: quote?.end ?? null,
  };
}

/** The columns of what an editor writes, with the bounds of its loose dates worked out. */
export function findingColumns(content: FindingContent) {
  const scope = (content.scope?.edtf && edtfBounds(content.scope.edtf)) || noBounds;
  const asOf = (content.asOf && edtfBounds(content.asOf)) || noBounds;
  return {
    proposition: content.proposition,
    ...plainFieldsOf(content),
    shift: content.shift ?? Prisma.DbNull,
    scopeText: content.scope?.text ?? null,
    scopeEdtf: content.scope?.edtf ?? null,
    scopeFrom: dateOrNull(scope.from),
    scopeTo: dateOrNull(scope.to),
    asOf: content.asOf,
    asOfFrom: dateOrNull(asOf.from),
    asOfTo: dateOrNull(asOf.to),
    consensusAgreeing: content.consensus?.agreeing ?? null,
    consensusInterviewed: content.consensus?.interviewed ?? null,
    consensusPopulation: content.consensus?.population ?? null,
    consensusNovelty: content.consensus?.novelty ?? null,
    ...quoteColumns(content.evidence.quote),
    sourceId: content.attribution.sourceId,
    terms: content.attribution.terms,
    descriptor: content.attribution.descriptor,
    participantId: content.attribution.participantId,
    ...deskFieldsOf(content),
  };
}

/** The rows of what a finding lists: `issueId` and its place among them. */
type ListedRows = {
  [K in ListedKind as (typeof kinds)[K]['plural']]: {
    create: (Record<`${K}Id`, string> & { position: number })[];
  };
};

/** The related rows of a finding, in order. */
export function findingPartRows(content: FindingContent) {
  const listed = byListedPlural(({ kind, field }) => ({
    create: content[field].map((id, position) => ({ [`${kind}Id`]: id, position })),
  })) as ListedRows;
  return {
    holders: { create: content.holders.map((holder, position) => ({ ...holder, position })) },
    ...listed,
    locators: {
      create: content.evidence.locators.map((locator, position) => ({ ...locator, position })),
    },
  };
}

type PartRows = ReturnType<typeof findingPartRows>;

/** The related rows of a finding instead of those that it has. */
export const replacedPartRows = (content: FindingContent) =>
  Object.fromEntries(
    Object.entries(findingPartRows(content)).map(([part, rows]) => [
      part,
      { deleteMany: {}, ...rows },
    ]),
  ) as { [Part in keyof PartRows]: PartRows[Part] & { deleteMany: Record<never, never> } };
