import type { inferRouterOutputs } from '@trpc/server';
import type { ReaderRouter } from '@viewpoints/api/reader-router';
import type { ArticlePageView } from '@viewpoints/domain/articles/article-page-view';
import type { FindingPageView, FindingView } from '@viewpoints/domain/findings/finding-view';
import { describe, expectTypeOf, it } from 'vitest';
import { createViewpoints, type Viewpoints, type ViewpointsForEditors } from './client.ts';

/*
 * Held by the type checker: an expectation that fails, or an error that does not come, breaks
 * `npm run check`. Nothing here is called.
 */

const url = 'http://localhost:3002';

/** Every name of a field anywhere in a type; the body of an article is its own schema. */
type Fields<T> = T extends readonly (infer Item)[]
  ? Fields<Item>
  : T extends object
    ? {
        [Name in keyof T & string]: Name | (Name extends 'body' ? never : Fields<T[Name]>);
      }[keyof T & string]
    : never;

type PublicFields = Fields<inferRouterOutputs<ReaderRouter>>;

/** Fields that only the types for editors have. */
type ProtectedField =
  | 'participants'
  | 'participantId'
  | 'affiliation'
  | 'descriptor'
  | 'disclosure'
  | 'waivers'
  | 'grantedBy'
  | 'csl'
  | 'proposedBy'
  | 'verifiedBy'
  | 'createdBy'
  | 'savedBy'
  | 'approvedBy'
  | 'save'
  | 'publishAt'
  | 'embargoUntil'
  | 'email'
  | 'fourEyes';

describe('the public side of the client', () => {
  it('has no editorial part without a token or a session', () => {
    () => {
      const viewpoints = createViewpoints({ url });
      expectTypeOf(viewpoints).toEqualTypeOf<Viewpoints>();
      // @ts-expect-error editors' procedures have no type without an account
      viewpoints.editor;
      // @ts-expect-error nor have drafts under any other name
      viewpoints.drafts;
    };
  });

  it('has an editorial part with either', () => {
    () => {
      expectTypeOf(createViewpoints({ url, token: 't' })).toEqualTypeOf<ViewpointsForEditors>();
      expectTypeOf(createViewpoints({ url, session: true })).toEqualTypeOf<ViewpointsForEditors>();
      expectTypeOf<ViewpointsForEditors>().toHaveProperty('editor');
      // @ts-expect-error a token and a session are two ways to authenticate
      createViewpoints({ url, token: 't', session: true });
    };
  });

  it('names no protected field anywhere in what comes back', () => {
    expectTypeOf<Extract<PublicFields, ProtectedField>>().toBeNever();
    // The search itself has typed results.
    expectTypeOf<
      Extract<PublicFields, 'proposition' | 'standfirst' | 'termsLabel'>
    >().toEqualTypeOf<'proposition' | 'standfirst' | 'termsLabel'>();
  });

  it('gives the domain’s own views', () => {
    expectTypeOf<
      Viewpoints['articles']['bySlug']['query']
    >().returns.resolves.toEqualTypeOf<ArticlePageView>();
    expectTypeOf<
      Viewpoints['findings']['byId']['query']
    >().returns.resolves.toEqualTypeOf<FindingPageView>();
    () => {
      const viewpoints = createViewpoints({ url });
      const findings = viewpoints.all.findings({ actor: 'ostrava', issue: 'dams' });
      expectTypeOf(findings).toEqualTypeOf<AsyncGenerator<FindingView, void, undefined>>();
      // @ts-expect-error a finding has no note
      findings.next().then(({ value }) => value?.note);
      // @ts-expect-error pages are turned by themselves
      viewpoints.all.findings({ cursor: 'x' });
      // @ts-expect-error there is no such filter
      viewpoints.all.findings({ state: 'proposed' });
    };
  });
});
