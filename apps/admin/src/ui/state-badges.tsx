import type { Role } from '@viewpoints/domain/accounts/account';
import type { ArticleState } from '@viewpoints/domain/articles/article';
import type { Priority } from '@viewpoints/domain/articles/assignment';
import type { FindingState } from '@viewpoints/domain/findings/finding';
import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import {
  Archive,
  BookOpenCheck,
  CalendarClock,
  Check,
  ChevronsDown,
  ChevronsUp,
  CircleCheck,
  CircleDashed,
  History,
  type LucideIcon,
  Pencil,
  ScanEye,
  Undo2,
  X,
} from 'lucide-react';
import { articleStates, findingStates, priorities, roles, stanceLabels } from '../labels.ts';
import { Badge, type Tone } from './badge.tsx';

type BadgeStyle = { tone: Tone; icon?: LucideIcon };

const articleStyles: Record<ArticleState, BadgeStyle> = {
  draft: { tone: 'plain', icon: Pencil },
  in_review: { tone: 'warn', icon: ScanEye },
  approved: { tone: 'accent', icon: Check },
  scheduled: { tone: 'plum', icon: CalendarClock },
  published: { tone: 'ok', icon: BookOpenCheck },
  retracted: { tone: 'danger', icon: Undo2 },
  archived: { tone: 'plain', icon: Archive },
};

export function ArticleStateBadge(props: { state: ArticleState }) {
  return <Badge {...articleStyles[props.state]}>{articleStates[props.state]}</Badge>;
}

/** Nothing is shown of a priority that is as usual. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  if (priority === 'normal') return null;
  const isHigh = priority === 'high';
  return (
    <Badge tone={isHigh ? 'danger' : 'plain'} icon={isHigh ? ChevronsUp : ChevronsDown}>
      {priorities[priority]} priority
    </Badge>
  );
}

const findingStyles: Record<FindingState, BadgeStyle> = {
  proposed: { tone: 'warn', icon: CircleDashed },
  verified: { tone: 'accent', icon: CircleCheck },
  published: { tone: 'ok', icon: BookOpenCheck },
  superseded: { tone: 'plain', icon: History },
  withdrawn: { tone: 'danger', icon: Undo2 },
  rejected: { tone: 'plain', icon: X },
};

export function FindingStateBadge(props: { state: FindingState }) {
  return <Badge {...findingStyles[props.state]}>{findingStates[props.state]}</Badge>;
}

const stanceTones: Record<Stance, Tone> = {
  supports: 'ok',
  accepts_if: 'ok',
  open_to: 'ok',
  proposes: 'accent',
  pledges: 'accent',
  requires: 'plum',
  rejects: 'danger',
  refuses: 'danger',
  warns: 'warn',
  regrets: 'warn',
  asserts: 'plain',
  silent: 'plain',
};

export function StanceBadge(props: { stance: Stance }) {
  return <Badge tone={stanceTones[props.stance]}>{stanceLabels[props.stance]}</Badge>;
}

export function RoleBadge(props: { role: Role }) {
  return (
    <Badge tone={props.role === 'admin' ? 'plum' : 'plain'} title={roles[props.role].hint}>
      {roles[props.role].label}
    </Badge>
  );
}
