import type { ActorView } from '@viewpoints/domain/actors/actor-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { IssueView } from '@viewpoints/domain/issues/issue-view';
import { findingItems, listData } from '../../structured-data/list-data.ts';
import { actorData } from '../../structured-data/people-data.ts';
import { Conditions } from '../finding/finding-facts.tsx';
import { FindingFlag } from '../finding/finding-flag.tsx';
import { FindingFoot, FindingStatement } from '../finding/finding-row.tsx';
import { StanceMark } from '../finding/stance-mark.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { LooseDate } from '../shared/when.tsx';
import { SubscribeSection } from '../subscribe/subscribe-form.tsx';

type Props = { actor: ActorView; issue: IssueView; findings: FindingView[] };

/** The position of one actor on one issue, in the order in which it was held. */
export function PositionPage({ actor, issue, findings }: Props) {
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
      <ol className="timeline">
        {findings.map((finding) => (
          <li key={finding.id} data-state={finding.state} data-register={finding.register}>
            <p className="timeline-when">
              {finding.asOf === null ? 'Date not known' : <LooseDate edtf={finding.asOf} />}
            </p>
            <div lang={finding.language} dir={finding.direction}>
              <p className="finding-card-head">
                <StanceMark stance={finding.stance} />
                <FindingFlag state={finding.state} />
              </p>
              <h2 className="proposition">
                <a href={`/findings/${finding.id}`}>{finding.proposition}</a>
              </h2>
              <Conditions finding={finding} />
              <FindingStatement finding={finding} undated />
              <FindingFoot finding={finding} />
            </div>
          </li>
        ))}
      </ol>
      <SubscribeSection
        subject={{ kind: 'position', slug: actor.slug, issue: issue.slug }}
        name={`${actor.name}: ${issue.name}`}
      />
    </main>
  );
}
