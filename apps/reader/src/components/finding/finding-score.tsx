import { findingAnchor } from '@viewpoints/domain/findings/finding-addresses';
import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { StanceSeal } from './stance-mark.tsx';

type Props = {
  findings: readonly FindingView[];
  /** Attributes for the journal's own words inside a text of another language. */
  own: { lang?: string; dir?: 'auto' };
};

/**
 * The findings of a version at a glance: a seal for each, linked to the sentence that carries it,
 * or to its place below the text.
 */
export function FindingScore({ findings, own }: Props) {
  if (findings.length === 0) return null;
  return (
    <nav className="score" aria-label="Article findings">
      <p className="score-count" {...own}>
        {findings.length} {findings.length === 1 ? 'finding' : 'findings'}
      </p>
      <ol>
        {findings.map(({ id, number, quote, stance, holders }) => {
          const words = `${stanceLabels[stance]}: ${holders.map(({ label }) => label).join(', ')}`;
          return (
            <li key={id}>
              <a href={`#${findingAnchor(id)}`} title={words} {...own}>
                <StanceSeal stance={stance} />
                <span className="visually-hidden">
                  {quote === null ? words : `${number}. ${words}`}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
