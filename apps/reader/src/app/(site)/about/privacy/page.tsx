import { PageHead } from '../../../../components/shared/page-head.tsx';
import { PageHeading } from '../../../../components/shared/page-heading.tsx';
import { SubscriptionPrivacy } from '../../../../components/subscribe/subscription-privacy.tsx';

export default function Privacy() {
  return (
    <main id="content" className="page">
      <PageHead
        title="Privacy"
        description="What is counted when you read here, and what is not."
        path="/about/privacy"
      />
      <PageHeading kind="About" title="Privacy">
        <p className="standfirst">
          We want to know what is read, not who reads it. So we count pages, and nothing about you.
        </p>
      </PageHeading>
      <section className="definitions" aria-labelledby="counted">
        <h2 id="counted">What we count</h2>
        <dl>
          <div>
            <dt>Reads</dt>
            <dd>How often each page was read on a day. Not when, and not by whom.</dd>
          </div>
          <div>
            <dt>Where from</dt>
            <dd>
              How often another site led here on a day: the name of the site, never the page you
              were on.
            </dd>
          </div>
          <div>
            <dt>Searches without results</dt>
            <dd>
              Their words, so that we learn what is missing, and only where the same words were
              searched for more than once that day. What is long, or has an address or a number in
              it, is left out.
            </dd>
          </div>
        </dl>
        <p>
          These are totals of a day, kept in our own database for 25 months. Nobody can be told from
          them, by us or by anybody else.
        </p>
      </section>
      <SubscriptionPrivacy />
      <section className="definitions" aria-labelledby="not-counted">
        <h2 id="not-counted">Not counted</h2>
        <dl>
          <div>
            <dt>No cookies</dt>
            <dd>
              Nothing is kept in your browser to know it again. That is why no banner asks you to
              agree. It may keep two choices, where you have made them: that you always want to see
              what stands on some other site, and that you have turned the keys for reading off.
              Neither is sent to us.
            </dd>
          </div>
          <div>
            <dt>No profiles</dt>
            <dd>
              We do not write down your network address, your browser or what you read one page
              after another.
            </dd>
          </div>
          <div>
            <dt>Nobody else</dt>
            <dd>
              Pages, type and pictures come from this site alone. A film, a map or a post of another
              site is asked for when you press its button, which says who will learn what. A link to
              share an article is a plain link: nobody learns of you before you follow it.
            </dd>
          </div>
          <div>
            <dt>Opting out</dt>
            <dd>
              Where your browser sends Do Not Track or Global Privacy Control, your reads are not
              counted either.
            </dd>
          </div>
        </dl>
        <p>
          So that no single network can keep everybody else waiting, the site notes how much each
          asks for: a shortened and scrambled form of its address, in memory, for two minutes at
          most. Whoever carries the traffic between you and this site may see what any network sees.
        </p>
      </section>
    </main>
  );
}
