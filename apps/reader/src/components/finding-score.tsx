import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { stanceWords } from '../words/finding-words.ts';
import { StanceSeal } from './stance-mark.tsx';

type Props = {
  findings: readonly FindingView[];
  /** What marks the journal's own words inside a text of another language. */
  own: { lang?: string; dir?: 'auto' };
};

/** The findings of a piece at a glance: a seal for each, leading to the sentence that carries it. */
export function FindingScore({ findings, own }: Props) {
  if (findings.length === 0) return null;
  return (
    <nav className="score" aria-label="Findings in this piece">
      <p className="score-count" {...own}>
        {findings.length} {findings.length === 1 ? 'finding' : 'findings'}
      </p>
      <ol>
        {findings.map(({ number, stance, holders }) => {
          const words = `${stanceWords[stance]}: ${holders.map(({ label }) => label).join(', ')}`;
          return (
            <li key={number}>
              <a href={`#finding-${number}`} title={words} {...own}>
                <StanceSeal stance={stance} />
                <span className="visually-hidden">
                  {number}. {words}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
