import type { SubjectAddress } from '@viewpoints/domain/subscriptions/subject';
import { useJournal } from '../../next/journal.ts';
import { cadenceLabels } from '../../subscriptions/cadence-labels.ts';

/** Languages that messages have their own words in. */
const languages = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français' };

/** The language of messages where the reader chooses none: that of the journal. */
function LanguageField({ language }: { language: string }) {
  const [own = ''] = language.toLowerCase().split('-');
  return (
    <p className="subscribe-field">
      <label htmlFor="subscribe-language">Language</label>
      <select id="subscribe-language" name="language" defaultValue={own in languages ? own : 'en'}>
        {Object.entries(languages).map(([value, label]) => (
          <option key={value} value={value} lang={value}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The fields of a subscription; it is requested by an ordinary form. */
export function SubscribeForm(props: {
  subject: SubjectAddress;
  /** Whether the reader chooses the language of messages. */
  choosesLanguage?: boolean;
}) {
  const { language } = useJournal();
  const { kind, ...names } = props.subject;
  return (
    <form className="subscribe-form" method="post" action="/subscribe">
      <input type="hidden" name="kind" value={kind} />
      {Object.entries(names).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="subscribe-field">
        <label htmlFor="subscribe-email">E-mail address</label>
        <input
          id="subscribe-email"
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="email"
          dir="ltr"
        />
      </p>
      <p className="subscribe-field">
        <label htmlFor="subscribe-cadence">How often</label>
        <select id="subscribe-cadence" name="cadence" defaultValue="daily">
          {Object.entries(cadenceLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {props.choosesLanguage === true ? (
        <LanguageField language={language} />
      ) : (
        <input type="hidden" name="language" value={language} />
      )}
      <p className="subscribe-field">
        <button type="submit">Subscribe</button>
      </p>
    </form>
  );
}

/** The form at the end of a page, for what the page is about; nothing where nobody can subscribe. */
export function SubscribeSection({ subject, name }: { subject: SubjectAddress; name: string }) {
  const { subscriptions } = useJournal();
  if (!subscriptions) return null;
  return (
    <section className="subscribe" aria-labelledby="subscribe">
      <h2 id="subscribe">Get e-mail</h2>
      <p>
        We write when there is something new on <bdi>{name}</bdi>. You confirm first, and leave with
        one click.
      </p>
      <SubscribeForm subject={subject} />
    </section>
  );
}
