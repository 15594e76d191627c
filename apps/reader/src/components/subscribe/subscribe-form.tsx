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

const EmailField = ({ id }: { id: string }) => (
  <p className="subscribe-field">
    <label htmlFor={id}>E-mail address</label>
    <input
      id={id}
      name="email"
      type="email"
      required
      maxLength={254}
      autoComplete="email"
      dir="ltr"
    />
  </p>
);

/** The form of the newsletters, which come when an editor sends one; nothing where there are none. */
export function NewsletterForm() {
  const { newsletterLanguages: languages } = useJournal();
  const [only, ...others] = languages;
  if (only === undefined) return null;
  return (
    <form className="subscribe-form" method="post" action="/subscribe">
      <input type="hidden" name="kind" value="newsletter" />
      <EmailField id="newsletter-email" />
      {others.length === 0 ? (
        <input type="hidden" name="language" value={only} />
      ) : (
        <p className="subscribe-field">
          <label htmlFor="newsletter-language">Language</label>
          <select id="newsletter-language" name="language" defaultValue={only}>
            {languages.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {ownNameOf(tag)}
              </option>
            ))}
          </select>
        </p>
      )}
      <p className="subscribe-field">
        <button type="submit">Get the newsletter</button>
      </p>
    </form>
  );
}

/** A language by its name in that language. */
const ownNameOf = (tag: string) =>
  new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(tag) ?? tag;

/** The fields of a subscription; it is requested by an ordinary form. */
export function SubscribeForm(props: {
  subject: Exclude<SubjectAddress, { kind: 'newsletter' }>;
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
      <EmailField id="subscribe-email" />
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
export function SubscribeSection({
  subject,
  name,
}: {
  subject: Exclude<SubjectAddress, { kind: 'newsletter' }>;
  name: string;
}) {
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
