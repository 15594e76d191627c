import { stanceMeanings, stancesInOrder } from '@viewpoints/domain/findings/stance-meanings';
import { StanceMark } from '../../../../components/finding/stance-mark.tsx';
import { PageHead } from '../../../../components/shared/page-head.tsx';
import { PageHeading } from '../../../../components/shared/page-heading.tsx';

const TERMS = [
  {
    id: 'on_record',
    name: 'On the record',
    meaning: 'We may print what was said and who said it, and we do both.',
  },
  {
    id: 'background',
    name: 'Background',
    meaning:
      'We may print what was said, but not the name. The wording we use instead (“a former minister”) was agreed with the source, and is true.',
  },
  {
    id: 'chatham_house',
    name: 'Chatham House Rule',
    meaning:
      'What was said at a meeting may be used; who said it, who else was there and whom they work for may not. Where a participant has since agreed to be named, the finding says that it is on the record.',
  },
  {
    id: 'deep_background',
    name: 'Deep background',
    meaning:
      'We may use what we learnt, and say nothing of where it came from, not even in general words. We print it only where we know it from elsewhere as well.',
  },
] as const;

export default function Attribution() {
  return (
    <main id="content" className="page">
      <PageHead
        title="How we attribute"
        description="What our terms of attribution mean, and what a finding is."
        path="/about/attribution"
      />
      <PageHeading kind="About" title="How we attribute">
        <p className="standfirst">
          A policy journal seldom reports bare facts. It reports what people say, on whose word we
          have it, and what may be told of them. This is what our labels mean.
        </p>
      </PageHeading>
      <section className="definitions" aria-labelledby="terms">
        <h2 id="terms">The terms</h2>
        <dl>
          {TERMS.map(({ id, name, meaning }) => (
            <div key={id} id={id}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>
          What is told to us <em>off the record</em> is not printed at all, in any wording.
        </p>
      </section>
      <section className="definitions" aria-labelledby="finding">
        <h2 id="finding">A finding</h2>
        <p>
          A finding is one reported position: who holds it, what exactly, on what conditions, over
          what time, on whose word and under what terms. It is tied to the very words of the article
          that carry it. Before it is published, it is verified: held against those words and
          against what we know of where it comes from.
        </p>
        <p>
          When an actor changes position, the old finding stays, and both say so. When we were
          wrong, that is a <a href="/corrections">correction</a>, and never shows as a change of
          mind.
        </p>
      </section>
      <section className="definitions" aria-labelledby="stances">
        <h2 id="stances">The stances</h2>
        <dl className="stances">
          {stancesInOrder.map((stance) => (
            <div key={stance}>
              <dt>
                <StanceMark stance={stance} />
              </dt>
              <dd>{stanceMeanings[stance]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}
