import * as Y from 'yjs';
import type { MeantMarks } from '../marks/meant-marks.ts';
import { recordMeantMarks } from '../marks/record-marks.ts';
import { marksIn, restoreMarks } from '../marks/restore-marks.ts';
import { writeNodes } from '../shared-content.ts';
import { emptyShared, type SharedDocument } from '../shared-document.ts';
import type { Json } from '../suggestions/json.ts';

/** A page with an open document: what it writes is sent, and what others wrote received, when a test says so. */
export type OpenPage = {
  shared: SharedDocument;
  send: () => void;
  receive: () => void;
  isSent: () => boolean;
};

/**
 * A server and two pages that have its document open, without a network.
 * @param options.isReported whether pages report the marks that they mean
 * @param options.clients as whom they write: Yjs puts what two write at one place in the order of these
 */
export function openPages(
  nodes: readonly Json[],
  {
    isReported = true,
    clients = [1, 2],
  }: { isReported?: boolean; clients?: [number, number] } = {},
): { server: SharedDocument; pages: [OpenPage, OpenPage]; meetAll: () => void } {
  const server = emptyShared();
  server.clientID = 3;
  writeNodes(server, nodes);
  const inbound = new Map<SharedDocument, Uint8Array[]>();
  const open = (client: number): OpenPage => {
    const shared = emptyShared();
    shared.clientID = client;
    Y.applyUpdate(shared, Y.encodeStateAsUpdate(server));
    const recorder = recordMeantMarks(shared, (origin) => origin !== server);
    let outbound: Uint8Array[] = [];
    shared.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== server) outbound.push(update);
    });
    inbound.set(shared, []);
    return {
      shared,
      isSent: () => outbound.length === 0,
      send: () => {
        if (outbound.length === 0) return;
        const update = Y.mergeUpdates(outbound);
        outbound = [];
        store(update, shared, isReported ? recorder.take() : null);
      },
      receive: () => {
        for (const update of inbound.get(shared)?.splice(0) ?? [])
          Y.applyUpdate(shared, update, server);
      },
    };
  };
  server.on('update', (update: Uint8Array, origin: unknown) => {
    for (const [shared, updates] of inbound) if (shared !== origin) updates.push(update);
  });
  const store = (update: Uint8Array, from: SharedDocument, meant: MeantMarks | null) => {
    const before = marksIn(server);
    Y.applyUpdate(server, update, from);
    if (meant !== null) restoreMarks(server, before, meant);
  };
  const pages: [OpenPage, OpenPage] = [open(clients[0]), open(clients[1])];
  return {
    server,
    pages,
    meetAll: () => {
      for (const page of pages) page.send();
      for (const page of pages) page.receive();
    },
  };
}
