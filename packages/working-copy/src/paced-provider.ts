import { HocuspocusProvider } from '@hocuspocus/provider';

/**
 * The connection of a page to a shared document, which sends changes only once the server has
 * stored those before. What is written meanwhile goes together: a server that needs longer than the
 * time between two keys gets fewer changes instead of a growing queue of them, and what others see
 * is never older than two answers of the server.
 */
export class PacedProvider extends HocuspocusProvider {
  private isDiscarding = false;
  private isClosing = false;

  override flushPendingUpdates(): void {
    if (this.isClosing || !this.isAwaitingAnswer) super.flushPendingUpdates();
  }

  override decrementUnsyncedChanges(): void {
    super.decrementUnsyncedChanges();
    this.flushPendingUpdates();
  }

  /** A new connection sends all that the server lacks: what is buffered would be counted twice. */
  override startSync(): void {
    this.isDiscarding = true;
    super.flushPendingUpdates();
    this.isDiscarding = false;
    // A server that removed the cursor with the connection before takes only a newer one.
    const state = this.awareness?.getLocalState();
    if (state) this.awareness?.setLocalState(state);
    super.startSync();
  }

  override send(...[message, args]: Parameters<HocuspocusProvider['send']>): void {
    if (!this.isDiscarding) super.send(message, args);
  }

  /** A page that closes cannot wait, and may come back. */
  override pageHide(): void {
    this.isClosing = true;
    super.pageHide();
    this.isClosing = false;
  }

  override destroy(): void {
    this.isClosing = true;
    super.destroy();
  }

  /** Whether the server owes an answer; a buffer with something in it counts as one change itself. */
  private get isAwaitingAnswer(): boolean {
    return this.synced && this.unsyncedChanges > 1;
  }
}
