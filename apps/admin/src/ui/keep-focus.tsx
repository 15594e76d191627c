'use client';

import { Component, createRef, type ReactNode } from 'react';
import { rememberPlace } from './nearby-place.ts';

type Place = ReturnType<typeof rememberPlace> | null;

/**
 * Moves the focus nearby when the focused element is removed, such as the button that removed its
 * own row. Put it around each list whose rows or buttons go away, and around what is shown in place
 * of the last row.
 *
 * A dialog takes the focus as soon as it is lost, and again a frame later, from wherever it is
 * then. So the focus moves before it is lost: only a class can look at the page right before React
 * changes it.
 */
export class KeepFocus extends Component<{ children: ReactNode }> {
  readonly #around = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): Place {
    const { activeElement } = document;
    const isWithin =
      activeElement instanceof HTMLElement && this.#around.current?.contains(activeElement);
    return isWithin ? rememberPlace(activeElement) : null;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, place: Place): void {
    const near = place?.();
    // Something in the same change may have taken it on purpose.
    if (near && document.activeElement === document.body) near.focus();
  }

  override render() {
    return (
      <div ref={this.#around} data-keeps-focus className="contents">
        {this.props.children}
      </div>
    );
  }
}
