import { Article, ArticleContent, Byline } from '@viewpoints/domain/articles/article';
import { Assignment, AssignmentContent } from '@viewpoints/domain/articles/assignment';
import { Revision } from '@viewpoints/domain/articles/revision';
import { Clearance } from '@viewpoints/domain/attribution/clearance';
import { Participant, Terms, Waiver } from '@viewpoints/domain/attribution/terms';
import { Correction, CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { Redaction } from '@viewpoints/domain/exposures/redaction';
import {
  Attribution,
  Evidence,
  Finding,
  FindingContent,
  Holder,
  Link,
  Scope,
  StoredFindingContent,
} from '@viewpoints/domain/findings/finding';
import { catalogueSchemas } from '@viewpoints/domain/kinds/catalogue-entries';
import { kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { Newsletter, NewsletterContent } from '@viewpoints/domain/newsletters/newsletter';
import { NullResult, NullResultContent } from '@viewpoints/domain/null-results/null-result';
import { ListedRedirect, Redirect, RedirectContent } from '@viewpoints/domain/redirects/redirect';
import { Release } from '@viewpoints/domain/releases/release';
import { Csl } from '@viewpoints/domain/sources/csl';
import { Source, SourceContent, StoredSourceContent } from '@viewpoints/domain/sources/source';
import { SourceDescription } from '@viewpoints/domain/sources/source-description';
import { TrashItem } from '@viewpoints/domain/trash/trash';
import { z } from 'zod';
import { namedSchemas } from '../named-schemas.ts';
import * as articles from './answers/articles.ts';
import * as desk from './answers/desk.ts';
import * as findings from './answers/findings.ts';
import * as history from './answers/history.ts';
import * as newsletters from './answers/newsletters.ts';
import * as nullResults from './answers/null-results.ts';
import * as redirects from './answers/redirects.ts';
import * as remarks from './answers/remarks.ts';
import * as shared from './answers/shared.ts';
import * as sources from './answers/sources.ts';
import { Removed, SeveralIds } from './operation.ts';

/** What a call answers that was made before with the same key: the id of what it made or changed. */
export const Repeated = z.strictObject({ id: z.uuid().nullable() });

/** `Actor` and `ActorContent`, and so for each kind of the catalogue. */
const entrySchemas: Record<string, z.ZodType> = Object.fromEntries(
  kindsWhere('entry', 'catalogue').flatMap((kind) => {
    const { entry, content } = catalogueSchemas[kind];
    const name = kinds[kind].label.one;
    return [
      [name, entry],
      [`${name}Content`, content],
    ];
  }),
);

const schemas: Record<string, z.ZodType> = {
  ...entrySchemas,
  ...{ Article, ArticleContent, Byline },
  ...{ Assignment, AssignmentContent, Revision, Clearance, Participant, Terms, Waiver },
  ...{ Correction, CorrectionContent, Redaction, Attribution, Evidence, Finding, FindingContent },
  ...{ StoredFindingContent, Holder, Link, Scope },
  ...{ Newsletter, NewsletterContent, ...newsletters },
  ...{ NullResult, NullResultContent, ...nullResults },
  ...{ ListedRedirect, Redirect, RedirectContent, ...redirects },
  ...{ Release, Csl, Source, SourceContent, StoredSourceContent },
  ...{ SourceDescription, TrashItem, Removed, SeveralIds, Repeated },
  ...{ ...articles, ...desk, ...findings, ...history, ...remarks, ...shared, ...sources },
};

const isPublic = new Set(Object.values(namedSchemas));

/**
 * The names of editors' schemas in the OpenAPI document. An article of the desk is another thing than the
 * article that readers see: the names begin with `Editor`.
 */
export const editorSchemas: Record<string, z.ZodType> = Object.fromEntries(
  Object.entries(schemas)
    .filter(([, schema]) => !isPublic.has(schema))
    .map(([name, schema]) => [`Editor${name}`, schema]),
);
