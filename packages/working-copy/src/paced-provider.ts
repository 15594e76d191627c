import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { type MarksMessage, type MeantMarks, maxRuns } from './marks/meant-marks.ts';
import { recordMeantMarks } from './marks/record-marks.ts';

/**
 * The connection of a page to a shared document, which sends changes only once the server has
 * stored those before. What is written meanwhile goes together: a server that needs longer than the
 * time between two keys gets fewer changes instead of a growing queue of them, and what others see
 * is never older than two answers of the server.
 */
export class PacedProvider extends HocuspocusProvider {
  private isDiscarding = false;
  private isClosing = false;
  private isRestoring = false;
  /** Whether anything is written that is not sent. */
  private hasBuffer = false;
  private readonly recorder = recordMeantMarks(
    this.document,
    (origin) => origin !== this || this.isRestoring,
  );
  /** The marks that were meant by what the server has not acknowledged yet. */
  private unacknowledged: MeantMarks = [];

  override flushPendingUpdates(): void {
    if (this.isClosing || !this.isAwaitingAnswer) super.flushPendingUpdates();
  }

  override decrementUnsyncedChanges(): void {
    super.decrementUnsyncedChanges();
    if (this.unsyncedChanges === (this.hasBuffer ? 1 : 0)) this.unacknowledged = [];
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

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (origin !== this) this.hasBuffer = true;
    super.documentUpdateHandler(update, origin);
  }

  override send(...[message, args]: Parameters<HocuspocusProvider['send']>): void {
    const isUpdate = 'update' in args;
    if (isUpdate) this.hasBuffer = false;
    if (this.isDiscarding) return;
    // A reply is the answer to a server that asks for what it lacks.
    if (isUpdate || 'encoder' in args) this.sendMeantMarks();
    super.send(message, args);
  }

  /** Applies and sends a change that a page that is closed by now could not send. */
  restore(change: Uint8Array): void {
    // As it was stored: if its text is gone here, the server knows where the words belong now.
    this.documentUpdateHandler(change, 'device');
    this.isRestoring = true;
    Y.applyUpdate(this.document, change, this);
    this.isRestoring = false;
  }

  /** Reports the marks that were meant by a change, before it is sent. */
  private sendMeantMarks(): void {
    // The first messages are sent while the object is being made.
    this.unacknowledged = [...(this.unacknowledged ?? []), ...(this.recorder?.take() ?? [])];
    const runs = this.unacknowledged;
    // The server corrects no marks of a change of which nothing is reported.
    const message: MarksMessage = { kind: 'marks', runs };
    if (runs.length <= maxRuns) this.sendStateless(JSON.stringify(message));
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
    this.recorder.stop();
  }

  /** Whether the server owes an answer; a buffer with something in it counts as one change itself. */
  private get isAwaitingAnswer(): boolean {
    return this.synced && this.unsyncedChanges > 1;
  }
}
