import type { ActorKind } from '../actors/actor.ts';
import type { Register } from '../findings/finding-fields.ts';
import { registerNames } from '../findings/finding-labels.ts';
import type { BoardCellKind } from './board-view.ts';

/** The columns of a stance board. */
export const registerColumns: Record<Register, string> = {
  public: registerNames.public ?? '',
  private: registerNames.private ?? '',
  unknown: 'Not said where',
};

/** What a cell says where no stance of a finding is shown. */
export const cellLabels: Record<Exclude<BoardCellKind, 'held' | 'silent'>, string> = {
  split: 'Split',
  past: 'Since changed',
  not_found: 'Looked for, not found',
  not_looked_for: 'Not looked for',
};

/** The groups of actors, as they fold. */
export const actorGroups: Record<ActorKind, string> = {
  state: 'States',
  organisation: 'Organisations',
  group: 'Groups',
  office: 'Offices',
  person: 'People',
};
