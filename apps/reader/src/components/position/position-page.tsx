import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { PositionView } from '@viewpoints/domain/findings/position-view';
import { timeExtentOf } from '@viewpoints/domain/positions/time-extent';
import { findingItems, listData } from '../../structured-data/list-data.ts';
import { actorData } from '../../structured-data/people-data.ts';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { SubscribeSection } from '../subscribe/subscribe-form.tsx';
import { PositionList } from './position-list.tsx';
import { TimelineFigure } from './timeline/timeline-figure.tsx';

/** The position of one actor on one issue, in the order in which it was held. */
export function PositionPage({ actor, issue, findings, shifts }: PositionView) {
  const isDated = ({ asOf }: FindingView) => asOf !== null && timeExtentOf(asOf) !== null;
  const [dated, undated] = [findings.filter(isDated), findings.filter((each) => !isDated(each))];
  const path = `/positions/${actor.slug}/${issue.slug}`;
  return (
    <main id="content" className="page">
      <PageHead
        title={`${actor.name}: ${issue.name}`}
        description={`What ${actor.name} has said, in order of when it was held. Issue: ${issue.name}.`}
        path={path}
        markdown={markdownOf(path)}
        crumbs={[{ name: actor.name, path: `/actors/${actor.slug}` }]}
        data={(siteUrl) => [
          actorData(actor, siteUrl),
          listData(
            { title: `${actor.name}: ${issue.name}`, path, items: findingItems(findings) },
            siteUrl,
          ),
        ]}
      />
      <PageHeading
        kind={
          <>
            <a href={`/actors/${actor.slug}`}>{actor.name}</a>
            <a href={`/issues/${issue.slug}`}>{issue.name}</a>
          </>
        }
        title={
          <>
            {actor.name}: <span className="position-issue">{issue.name}</span>
          </>
        }
      >
        <p className="standfirst">
          In the order in which each position was held, which is not always the order in which it
          came to light.
        </p>
      </PageHeading>
      <TimelineFigure findings={findings} shifts={shifts} listId="position" />
      <div id="position">
        <PositionList findings={dated} position={findings} shifts={shifts} />
        {undated.length === 0 ? null : (
          <section aria-labelledby="undated">
            <h2 id="undated">Date not known</h2>
            <PositionList findings={undated} position={findings} shifts={shifts} level={3} />
          </section>
        )}
      </div>
      <SubscribeSection
        subject={{ kind: 'position', slug: actor.slug, issue: issue.slug }}
        name={`${actor.name}: ${issue.name}`}
      />
    </main>
  );
}
