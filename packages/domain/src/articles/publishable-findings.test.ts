import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import type { Source } from '../sources/source.ts';
import { aPublishableInput } from '../testing/a-publishable-input.ts';
import {
  aBackgroundSource,
  aDocument,
  aFinding,
  anArticleContent,
  aRevision,
  aSource,
  idOf,
  ids,
  times,
} from '../testing/builders.ts';
import type { ArticleContent } from './article.ts';
import { checkPublishable } from './publishable.ts';

const reasons = (overrides: Parameters<typeof aPublishableInput>[0]) => {
  const decision = checkPublishable(aPublishableInput(overrides), times.now);
  return decision.ok ? [] : decision.reasons.map(({ code, at }) => `${code} at ${at}`);
};
const withContent = (overrides: Partial<ArticleContent>) => ({
  revision: aRevision({ content: anArticleContent(overrides) }),
});

describe('the findings that go out with an article', () => {
  test.each<[string, string[], Partial<Finding>]>([
    ['verified', [], {}],
    ['verified, nobody knows by whom', ['not_verified'], { verifiedBy: null }],
    ['verified, nobody knows when', ['not_verified'], { verifiedAt: null }],
    ['published', [], { state: 'published' }],
    [
      'published and changed since',
      ['not_verified'],
      { state: 'published', verifiedAt: null, verifiedBy: null },
    ],
  ])('given a finding that is %s then the reasons are %j', (_, codes, overrides) => {
    expect(reasons({ findings: [aFinding(overrides)] })).toEqual(
      codes.map((code) => `${code} at findings.${ids.finding}.verified`),
    );
  });

  test('given a quote that the text no longer has then a published finding says so as well', () => {
    const lost = withContent({ body: aDocument('All rewritten.') });
    expect(reasons({ ...lost, findings: [aFinding()] })).toEqual([
      `quote_missing at findings.${ids.finding}.quote`,
    ]);
    expect(reasons({ ...lost, findings: [aFinding({ state: 'published' })] })).toEqual([
      `quote_missing at findings.${ids.finding}.quote`,
      `published_quote_lost at findings.${ids.finding}.quote`,
    ]);
    const evidence = { quote: null, locators: [{ sourceId: ids.source, locator: 'page 4' }] };
    expect(reasons({ ...lost, findings: [aFinding({ state: 'published', evidence })] })).toEqual(
      [],
    );
  });
});

describe('a finding that another has replaced, as readers have it', () => {
  const onRecord = aSource();
  const goingOut = (
    finding: Partial<Finding>,
    source: Source = onRecord,
    content: Partial<ArticleContent> = {},
  ) =>
    reasons({
      ...withContent({ sourceIds: [], ...content }),
      sources: [source],
      outgoing: [aFinding({ state: 'superseded', ...finding })],
    });
  const at = `findings.${ids.finding}`;

  test.each<[string, string[], Partial<Finding>, Source]>([
    ['verified, of a source on the record', [], {}, onRecord],
    ['of no holder, held in the future', [], { asOf: '2032', holders: [] }, onRecord],
    ['verified by nobody', [`not_verified at ${at}.verified`], { verifiedBy: null }, onRecord],
    ['verified at no time', [`not_verified at ${at}.verified`], { verifiedAt: null }, onRecord],
    [
      'of a source that went off the record',
      [`off_record at ${at}.attribution.terms`],
      {},
      aBackgroundSource({ terms: { attribution: 'off_record', disclosure: 'clear' } }),
    ],
    [
      'of a source that may no longer be passed on',
      [`disclosure_limited at ${at}.attribution.sourceId`],
      {},
      aSource({ terms: { attribution: 'on_record', disclosure: 'green' } }),
    ],
    ['of a source that has lost its description', [], {}, aBackgroundSource({ descriptor: null })],
  ])('given it is %s then the reasons are %j', (_, expected, finding, source) => {
    expect(goingOut(finding, source)).toEqual(expected);
  });

  test('given its quote no longer stands then it may stay', () => {
    expect(goingOut({}, onRecord, { body: aDocument('All rewritten.') })).toEqual([]);
  });
});

describe('the links of findings that go out', () => {
  test('given a finding linked to itself then it cannot', () => {
    expect(reasons({ links: [{ from: ids.finding, kind: 'supports', to: ids.finding }] })).toEqual([
      `linked_to_itself at findings.${ids.finding}.links`,
    ]);
  });

  test('given two findings linked in one way twice then it is said with which one', () => {
    const link = { from: ids.finding, kind: 'supports' as const, to: idOf(60) };
    expect(checkPublishable(aPublishableInput({ links: [link, link] }), times.now)).toMatchObject({
      reasons: [{ code: 'already_linked', details: { to: idOf(60) } }],
    });
  });

  test('given links that differ in one of the findings or in their kind then all may stay', () => {
    expect(
      reasons({
        links: [
          { from: ids.finding, kind: 'supports', to: idOf(60) },
          { from: idOf(60), kind: 'supports', to: ids.finding },
          { from: ids.finding, kind: 'supports', to: idOf(61) },
          { from: ids.finding, kind: 'qualifies', to: idOf(60) },
        ],
      }),
    ).toEqual([]);
  });
});
