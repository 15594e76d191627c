import { documentText, wordCount } from '@viewpoints/domain/document/document-text';
import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { sniffType } from '@viewpoints/domain/media/picture-type';
import { edtfBounds } from '@viewpoints/domain/text/edtf';
import { describe, expect, test } from 'vitest';
import type { MarkupPicture } from './document-markup.ts';
import {
  articleContent,
  findingContent,
  type Resolve,
  sampleBody,
  sourceContent,
} from './resolve-sample.ts';
import { sampleActors } from './sample-actors.ts';
import { sampleArticles } from './sample-articles.ts';
import {
  sampleAuthors,
  sampleIssues,
  samplePlaces,
  sampleSeries,
  sampleTopics,
} from './sample-catalogue.ts';
import type { SampleArticle, SampleFinding } from './sample-content.ts';
import { readSamplePicture, samplePictures } from './sample-pictures.ts';
import { sampleSources } from './sample-sources.ts';

const slugs = (items: { slug: string }[]) => items.map((item) => item.slug);
const participants = sampleSources.flatMap((source) => source.participants ?? []);
const known: Record<Parameters<Resolve>[0], string[]> = {
  actor: slugs(sampleActors),
  article: slugs(sampleArticles),
  author: slugs(sampleAuthors),
  issue: slugs(sampleIssues),
  participant: participants.map((participant) => participant.key),
  place: slugs(samplePlaces),
  series: slugs(sampleSeries),
  source: slugs(sampleSources),
  topic: slugs(sampleTopics),
};

/** Ids are indexes into the list, so that an unknown slug fails and each differs. */
const resolve: Resolve = (kind, key) => {
  const index = known[kind].indexOf(key);
  if (index < 0) throw new Error(`the sample has no ${kind} ${key}`);
  return `019b0000-0000-7000-8000-${String(index).padStart(12, '0')}`;
};

const pictures = new Map<string, MarkupPicture>(
  samplePictures.map(({ key, width, height }, index) => [
    key,
    { mediaId: `019b0000-0000-7000-9000-${String(index).padStart(12, '0')}`, width, height },
  ]),
);

/** The body of each published version with the findings that join with it. */
function versions(article: SampleArticle): { markup: string; findings: SampleFinding[] }[] {
  const all = [{ markup: article.body, findings: article.findings }];
  const corrections = article.fate.state === 'published' ? (article.fate.corrections ?? []) : [];
  let markup = article.body;
  for (const correction of corrections) {
    for (const { was, now } of correction.changes) {
      expect(markup.split(was), `${article.slug}: ${was}`).toHaveLength(2);
      markup = markup.replace(was, now);
    }
    all.push({ markup, findings: correction.findings });
  }
  return all;
}

const everyVersion = sampleArticles.flatMap((article) =>
  versions(article).map((version) => ({ ...version, article })),
);
const allFindings = everyVersion.flatMap(({ article, findings }) =>
  findings.map((finding) => ({ ...finding, article })),
);
const readable = sampleArticles.filter(({ fate }) => fate.state === 'published');
const readableFindings = allFindings.filter(({ article }) => readable.includes(article));
const sourceOf = (slug: string) => sampleSources.find((source) => source.slug === slug);
const textOf = (markup: string) => documentText(sampleBody(markup, pictures)).text;

describe('the sample journal', () => {
  test.each(everyVersion.map((version) => [version.article.slug, version] as const))(
    '%s is a valid article whose every quote anchors exactly',
    (_, { article, markup, findings }) => {
      const body = sampleBody(markup, pictures);
      articleContent(article, body, resolve);
      for (const finding of findings) {
        const { evidence } = findingContent(finding, body, resolve);
        expect(evidence.quote?.exact).toBe(finding.quote);
      }
    },
  );

  test('its sources are valid, and only those on the record have citation data', () => {
    for (const source of sampleSources) {
      const { csl, terms } = sourceContent(source, resolve);
      expect(csl !== null, source.slug).toBe(terms.attribution === 'on_record');
    }
  });

  test('its pictures are what the list says they are', async () => {
    for (const picture of samplePictures) {
      const { width, height } = picture;
      const file = await readSamplePicture(picture);
      expect(sniffType(file), picture.key).toBe('image/png');
      // The head of a PNG begins with its size.
      expect([file.readUInt32BE(16), file.readUInt32BE(20)], picture.key).toEqual([width, height]);
    }
  });

  test('slugs and keys are unique, and parents come before their parts', () => {
    for (const [kind, keys] of Object.entries(known))
      expect(new Set(keys).size, kind).toBe(keys.length);
    for (const list of [slugs(sampleArticles), allFindings.map(({ key }) => key)])
      expect(new Set(list).size).toBe(list.length);
    const before = (slug: string, part: string | undefined, of: string[]) =>
      part === undefined || of.indexOf(part) < of.indexOf(slug);
    for (const { slug, partOf } of sampleActors)
      expect(before(slug, partOf, known.actor), slug).toBe(partOf !== slug);
    for (const { slug, parent } of sampleIssues)
      expect(before(slug, parent, known.issue), slug).toBe(parent !== slug);
  });

  test('is large enough to make a site look alive', () => {
    expect(readable.length).toBeGreaterThanOrEqual(14);
    expect(readableFindings.length).toBeGreaterThanOrEqual(60);
    const words = readable.map(({ body }) => wordCount(sampleBody(body, pictures)));
    expect(Math.max(...words)).toBeGreaterThan(3000);
    expect(Math.min(...words)).toBeLessThan(150);
  });

  test('shows every genre, state, stance, register and published term', () => {
    const states = sampleArticles.map(({ fate }) => fate.state);
    for (const state of ['draft', 'in_review', 'approved', 'scheduled', 'published', 'retracted'])
      expect(states).toContain(state);
    const genres = readable.map(({ genre }) => genre);
    for (const genre of ['original', 'analysis', 'opinion', 'event_report', 'republished'])
      expect(genres).toContain(genre);
    const stances = readableFindings.map(({ stance }) => stance);
    for (const stance of Stance.options) expect(stances).toContain(stance);
    const registers = readableFindings.map(({ register }) => register);
    for (const register of ['public', 'private']) expect(registers).toContain(register);
    const terms = readableFindings.map(({ from }) => sourceOf(from.source)?.terms.attribution);
    for (const term of ['on_record', 'background', 'chatham_house', 'deep_background'])
      expect(terms).toContain(term);
    expect(readable.some(({ direction }) => direction === 'rtl')).toBe(true);
    expect(sampleArticles.some(({ fate }) => fate.state === 'scheduled' && fate.embargoDays)).toBe(
      true,
    );
  });

  test('what is off the record belongs to a draft, and its finding is only proposed', () => {
    const offRecord = allFindings.filter(
      ({ from }) => sourceOf(from.source)?.terms.attribution === 'off_record',
    );
    expect(offRecord.length).toBeGreaterThan(0);
    for (const finding of offRecord) {
      expect(finding.proposedOnly).toBe(true);
      expect(finding.article.fate.state).toBe('draft');
    }
  });

  test('no article names a participant, or where they come from, without a waiver', () => {
    const printed = everyVersion.flatMap(({ article, markup, findings }) => [
      article.headline,
      article.standfirst,
      textOf(markup),
      ...findings.map(({ proposition }) => proposition),
    ]);
    for (const source of sampleSources)
      for (const { key, name, affiliation } of source.participants ?? []) {
        const waived = source.waivers?.some(
          (waiver) =>
            waiver.signedOff && waiver.covers === 'identity' && waiver.participant === key,
        );
        if (waived) continue;
        for (const words of [name, affiliation])
          expect(
            printed.filter((text) => text.includes(words)),
            words,
          ).toEqual([]);
      }
  });

  test('a change of position is later, by the same actor, on the same issue', () => {
    const changes = allFindings.flatMap((finding) =>
      finding.replaces?.kind === 'position_change' ? [{ finding, old: finding.replaces.key }] : [],
    );
    expect(changes.length).toBeGreaterThanOrEqual(5);
    for (const { finding, old } of changes) {
      const before = allFindings.find(({ key }) => key === old);
      const actors = finding.holders.map(({ actor }) => actor);
      expect(
        before?.holders.some(({ actor }) => actor && actors.includes(actor)),
        old,
      ).toBe(true);
      expect(
        before?.issues.some((issue) => finding.issues.includes(issue)),
        old,
      ).toBe(true);
      const [now, then] = [finding.asOf, before?.asOf].map((edtf) => edtfBounds(edtf ?? ''));
      expect((now?.from ?? '') > (then?.to ?? ''), old).toBe(true);
    }
  });

  test('links reach findings of the same or an earlier article', () => {
    const order = new Map(
      allFindings.map(({ key, article }) => [key, sampleArticles.indexOf(article)]),
    );
    for (const finding of allFindings) {
      const own = order.get(finding.key) ?? -1;
      const others = [...(finding.links ?? []).map(({ to }) => to), finding.replaces?.key];
      for (const other of others)
        if (other !== undefined)
          expect(order.get(other) ?? Infinity, other).toBeLessThanOrEqual(own);
    }
  });

  test('pieces are joined: a series with a part to come, a translation, picks and links, all to earlier ones', () => {
    const parts = sampleArticles.filter(({ part }) => part !== undefined);
    expect(parts.filter((article) => readable.includes(article))).toHaveLength(3);
    expect(parts).toHaveLength(4);
    const isBefore = (slug: string, article: SampleArticle) =>
      slugs(readable).indexOf(slug) < slugs(readable).indexOf(article.slug);
    for (const article of readable) {
      const { translationOf, picks = [], body } = article;
      const linked = [...body.matchAll(/\]\(\/articles\/([a-z-]+)\)/g)].map(
        ([, slug = '']) => slug,
      );
      for (const slug of [...picks, ...linked, ...(translationOf ? [translationOf] : [])])
        expect(isBefore(slug, article), `${article.slug} to ${slug}`).toBe(true);
    }
    expect(readable.some(({ translationOf }) => translationOf !== undefined)).toBe(true);
    expect(readable.some(({ picks }) => picks !== undefined)).toBe(true);
  });

  test('articles come out in the order of the list, on days that are fixed', () => {
    const times = sampleArticles.map(({ fate }) => fate.at);
    expect(times).toEqual([...times].sort());
  });

  test('the typography is consistent: no straight quotes or double spaces', () => {
    for (const { article, markup } of everyVersion)
      for (const words of [article.headline, article.standfirst, textOf(markup)])
        expect(words, article.slug).not.toMatch(/["']|\s{2}/);
  });
});
