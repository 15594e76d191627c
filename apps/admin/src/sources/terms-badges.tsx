import type { AttributionTerms, Disclosure } from '@viewpoints/domain/attribution/terms';
import { Eye, EyeOff, Lock, type LucideIcon } from 'lucide-react';
import { disclosures } from '../form-labels.ts';
import { terms } from '../labels.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

const termsStyles: Record<AttributionTerms, { tone: Tone; icon: LucideIcon }> = {
  on_record: { tone: 'plain', icon: Eye },
  background: { tone: 'warn', icon: EyeOff },
  chatham_house: { tone: 'warn', icon: EyeOff },
  deep_background: { tone: 'danger', icon: Lock },
  off_record: { tone: 'danger', icon: Lock },
};

export function TermsBadge(props: { terms: AttributionTerms }) {
  const word = terms[props.terms];
  return (
    <Badge {...termsStyles[props.terms]} title={word.hint}>
      {word.label}
    </Badge>
  );
}

const disclosureTones: Record<Disclosure, Tone> = {
  clear: 'plain',
  green: 'ok',
  amber: 'warn',
  amber_strict: 'warn',
  red: 'danger',
};

export function DisclosureBadge(props: { disclosure: Disclosure }) {
  const word = disclosures[props.disclosure];
  return (
    <Badge tone={disclosureTones[props.disclosure]} title={word.hint}>
      {word.label}
    </Badge>
  );
}
