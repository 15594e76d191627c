import { ContactLink } from '../../../../components/shared/contact-link.tsx';
import { PageHead } from '../../../../components/shared/page-head.tsx';
import { PageHeading } from '../../../../components/shared/page-heading.tsx';
import { useJournal } from '../../../../next/journal.ts';

/**
 * The promises about accessibility, and how each is verified. Every sentence is proved by a test of
 * apps/e2e/src/reader or says that it is untested: leave it so.
 */
export default function Accessibility() {
  const { name, contact } = useJournal();
  return (
    <main id="content" className="page">
      <PageHead
        title="Accessibility"
        description={`How ${name} can be read, how that was tested, and what is known to fall short.`}
        path="/about/accessibility"
      />
      <PageHeading kind="About" title="Accessibility">
        <p className="standfirst">
          {name} is meant for everybody. It is built to the Web Content Accessibility Guidelines
          2.2, level AA.
        </p>
      </PageHeading>
      <section className="definitions" aria-labelledby="ways">
        <h2 id="ways">Ways to read</h2>
        <ul>
          <li>Everything can be read and used without a mouse, and without JavaScript.</li>
          <li>
            Pages follow your settings: larger text, a zoom of 400 per cent, light or dark, more
            contrast, colours of your own, less motion.
          </li>
          <li>
            Findings in the margin stand behind the paragraph that they belong to in reading order,
            and each leads to its sentence and back.
          </li>
          <li>
            Passages in another language say so, with their direction, so that they are read out in
            the right voice.
          </li>
          <li>
            Each stance has a word beside its sign; nothing is told by colour, shape or place alone.
          </li>
          <li>
            Every article and finding can be had as plain text: put <code>.md</code> behind its
            address.
          </li>
        </ul>
      </section>
      <section className="definitions" aria-labelledby="tested">
        <h2 id="tested">How we tested</h2>
        <p>
          The software behind this site is tested before each change of it, in a browser and by
          machine: every kind of page, wide and at the width of a phone, at 200 per cent, light,
          dark, with more contrast, with forced colours and with less motion, against the rules of
          axe-core; besides, the order of reading, what the keyboard reaches, the names of controls
          and what is announced. That tells of barriers which machines can find.
        </p>
        <p>
          It has not been tested by people who use screen readers every day, nor by an outside
          auditor. We say so because a machine’s “no violations” is less than theirs would be.
        </p>
      </section>
      <section className="definitions" aria-labelledby="short">
        <h2 id="short">What falls short</h2>
        <ul>
          <li>
            Pictures have descriptions, but those of maps and charts can be shorter than what they
            show; the text or a table beside them has the figures.
          </li>
          <li>
            What is embedded from elsewhere, once you ask for it, is as accessible as its makers
            made it. A link to it stands beside it.
          </li>
          <li>Pages saved as PDF have no tags of ours; read them here instead where you can.</li>
        </ul>
      </section>
      <section className="definitions" aria-labelledby="tell">
        <h2 id="tell">Tell us</h2>
        {contact === '' ? (
          <p>
            Where something stands in your way, write to the editors of {name}: it is a defect, and
            will be treated as one.
          </p>
        ) : (
          <p>
            Where something stands in your way,{' '}
            <ContactLink contact={contact}>write to us</ContactLink>: it is a defect, and will be
            treated as one.
          </p>
        )}
      </section>
    </main>
  );
}
