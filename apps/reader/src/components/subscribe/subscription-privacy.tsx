import { useJournal } from '../../next/journal.ts';

/** What is stored of those who subscribe by e-mail; nothing where nobody can. */
export function SubscriptionPrivacy() {
  const { subscriptions } = useJournal();
  if (!subscriptions) return null;
  return (
    <section className="definitions" aria-labelledby="by-mail">
      <h2 id="by-mail">E-mail</h2>
      <dl>
        <div>
          <dt>What we store</dt>
          <dd>
            Your address, encrypted; your language; what you subscribed to, how often, and since
            when. Not what was sent to you, and not whether you opened it.
          </dd>
        </div>
        <div>
          <dt>When you leave</dt>
          <dd>All of it is deleted at once. What was never confirmed is deleted after two days.</dd>
        </div>
        <div>
          <dt>Limits</dt>
          <dd>
            So that nobody has us write to others, the site notes for twenty minutes at most how
            often a network asked, in the same scrambled form as below.
          </dd>
        </div>
      </dl>
    </section>
  );
}
