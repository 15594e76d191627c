import { ActorKind } from '@viewpoints/domain/actors/actor';
import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { IssueBoardFilters } from '@viewpoints/domain/positions/board-filters';
import { actorGroups, registerColumns } from '@viewpoints/domain/positions/board-labels';
import type { ReactNode } from 'react';

const stances = Stance.options.map((stance) => [stance, stanceLabels[stance]] as const);
const registers = Object.entries(registerColumns);
const kinds = ActorKind.options.map((kind) => [kind, actorGroups[kind]] as const);

type Options = readonly (readonly [value: string, label: string])[];

function Choice(props: {
  id: string;
  name: string;
  label: string;
  all: string;
  options: Options;
  value?: string | undefined;
}) {
  const { id, name, label, all, options, value } = props;
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The fields that every board has. */
function BoardForm(props: { action: string; filters: IssueBoardFilters; children?: ReactNode }) {
  const { action, filters, children } = props;
  return (
    <form action={action} method="get" className="board-form">
      <Choice
        {...{ id: 'board-stance', name: 'stance', label: 'Stance', all: 'Any stance' }}
        {...{ options: stances, value: filters.stance }}
      />
      <Choice
        {...{ id: 'board-register', name: 'register', label: 'Said', all: 'Anywhere' }}
        {...{ options: registers, value: filters.register }}
      />
      {children}
      <p>
        <label htmlFor="board-on">As held on</label>
        <input id="board-on" type="date" name="on" defaultValue={filters.on} />
      </p>
      <p>
        <button type="submit">Show</button>
      </p>
    </form>
  );
}

type IssueProps = {
  issue: { slug: string };
  actors: readonly Named[];
  filters?: IssueBoardFilters;
};

/** Narrows the board of an issue, sets two actors beside each other, or goes back in time. */
export function IssueBoardForm({ issue, actors, filters = {} }: IssueProps) {
  const [one, other] = filters.actors?.split(',') ?? [];
  const names = actors.map(({ slug, name }) => [slug, name] as const);
  return (
    <BoardForm action={`/issues/${issue.slug}/board`} filters={filters}>
      <Choice
        {...{ id: 'board-kind', name: 'actorKind', label: 'Kind', all: 'All actors' }}
        {...{ options: kinds, value: filters.actorKind }}
      />
      <Choice
        {...{ id: 'board-actor', name: 'actors', label: 'Actor', all: 'All actors' }}
        {...{ options: names, value: one }}
      />
      <Choice
        {...{ id: 'board-other', name: 'and', label: 'Beside', all: 'Nobody' }}
        {...{ options: names, value: other }}
      />
    </BoardForm>
  );
}

type ActorProps = {
  actor: { slug: string };
  /** Actors that it can be compared with. */
  others: readonly Named[];
  filters?: IssueBoardFilters;
};

/** The same for the board of an actor. */
export function ActorBoardForm({ actor, others, filters = {} }: ActorProps) {
  const beside = filters.actors?.split(',').find((slug) => slug !== actor.slug);
  return (
    <BoardForm action={`/actors/${actor.slug}/board`} filters={filters}>
      {others.length === 0 ? null : (
        <Choice
          {...{ id: 'board-other', name: 'and', label: 'Beside', all: 'Nobody' }}
          {...{ options: others.map(({ slug, name }) => [slug, name] as const), value: beside }}
        />
      )}
    </BoardForm>
  );
}
