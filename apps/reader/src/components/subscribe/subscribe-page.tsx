import { useJournal } from '../../next/journal.ts';
import { PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { NewsletterForm, SubscribeForm } from './subscribe-form.tsx';

/** The form for everything that the journal publishes, and what becomes of an address. */
export function SubscribePage() {
  const journal = useJournal();
  return (
    <main id="content" className="page">
      <PageHead
        title="Subscribe"
        description={`${journal.name} by e-mail: articles, positions and corrections.`}
        path="/subscribe"
      />
      <PageHeading kind="E-mail" title="Subscribe">
        <p className="standfirst">
          New articles, and corrections of those you were sent: at once, once a day or once a week.
        </p>
      </PageHeading>
      <section className="subscribe" aria-label="Subscribe">
        <SubscribeForm subject={{ kind: 'everything' }} choosesLanguage />
      </section>
      {journal.newsletterLanguages.length === 0 ? null : (
        <section className="subscribe" aria-labelledby="newsletter">
          <h2 id="newsletter">Newsletter</h2>
          <p>Written by an editor, now and then: what to read, and what moved.</p>
          <NewsletterForm />
        </section>
      )}
      <section className="definitions" aria-labelledby="how">
        <h2 id="how">How it works</h2>
        <dl>
          <div>
            <dt>One subject</dt>
            <dd>
              The pages of topics, actors, issues, positions and authors have a form of their own,
              at the end.
            </dd>
          </div>
          <div>
            <dt>You confirm</dt>
            <dd>
              We send one message with a link. Nothing begins before you press its button; after two
              days we forget that anybody asked.
            </dd>
          </div>
          <div>
            <dt>You leave</dt>
            <dd>
              Every message has a link for that, which needs no account. Your address is deleted at
              once.
            </dd>
          </div>
          <div>
            <dt>Your address</dt>
            <dd>
              It is stored encrypted, with what you subscribed to and since when. No editor can read
              it. Messages have no pixels, and their links lead straight to the page.
            </dd>
          </div>
        </dl>
      </section>
    </main>
  );
}
