import * as Y from 'yjs';
import { type SharedContent, writeShared } from './shared-content.ts';

export type SharedDocument = Y.Doc;

/**
 * Yjs stores for ever how far each writer has come in a document, so a server is a single writer as
 * long as it runs. It only writes under the article's lock, so never concurrently.
 */
const serverWriter = new Y.Doc().clientID;
/** A client as which nothing is ever written. */
const nobody = new Y.Doc().clientID;

/** A shared document that has nothing yet, for who is to be sent all of one. */
export const emptyShared = (): SharedDocument => new Y.Doc();

/** A shared document that says this, for an article that has none yet. */
export function newShared(content: SharedContent): SharedDocument {
  const shared = new Y.Doc();
  shared.clientID = serverWriter;
  writeShared(shared, content);
  return shared;
}

/** A shared document from its stored state and what was changed since. */
export function sharedFrom(state: Uint8Array, updates: readonly Uint8Array[]): SharedDocument {
  const shared = new Y.Doc();
  for (const update of [state, ...updates]) Y.applyUpdate(shared, update);
  shared.clientID = serverWriter;
  return shared;
}

/** All of a shared document, to be stored. What was deleted from it is not in that. */
export const stateOf = (shared: SharedDocument): Uint8Array => Y.encodeStateAsUpdate(shared);

/**
 * Applies a remote change to a shared document. `incomplete` if it builds on changes that the
 * document lacks; the document must be discarded then.
 */
export function applyChange(
  shared: SharedDocument,
  update: Uint8Array,
  /** Passed to observers of the document. */
  origin?: unknown,
): 'changed' | 'unchanged' | 'incomplete' {
  let changed = false;
  const note = () => {
    changed = true;
  };
  shared.on('update', note);
  Y.applyUpdate(shared, update, origin);
  shared.off('update', note);
  const { pendingStructs, pendingDs } = shared.store;
  if (pendingStructs !== null || pendingDs !== null) return 'incomplete';
  return changed ? 'changed' : 'unchanged';
}

/** Applies what was stored since a server opened a shared document. False where updates before are missing. */
export function catchUp(shared: SharedDocument, updates: readonly Uint8Array[]): boolean {
  // This server may have written them, in another copy. Yjs would take that for somebody with the same id.
  shared.clientID = nobody;
  const isComplete = updates.every((update) => applyChange(shared, update) !== 'incomplete');
  shared.clientID = serverWriter;
  return isComplete;
}

/** Several changes as one. */
export const joinChanges = (updates: readonly Uint8Array[]): Uint8Array =>
  updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates([...updates]);

/** Replaces the content of a shared document; returns the changes. */
export const changeShared = (shared: SharedDocument, content: SharedContent): Uint8Array =>
  changeOf(shared, () => writeShared(shared, content));

/** Runs a change of a shared document, and returns it as one update. */
export function changeOf(shared: SharedDocument, act: () => void): Uint8Array {
  let change: Uint8Array = nothingChanged;
  const keep = (update: Uint8Array) => {
    change = update;
  };
  shared.on('update', keep);
  act();
  shared.off('update', keep);
  return change;
}

/** Whether an update changes anything. */
export const isChange = (update: Uint8Array): boolean => update !== nothingChanged;

/** An update of no structs and no deletions. */
const nothingChanged = new Uint8Array([0, 0]);
