import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Milliseconds between two requests. */
const interval = 10;

/**
 * Requests `/healthz` of a server all the time, on a connection and a thread of its own, so that what the
 * benchmark itself does is not measured. `stop` resolves to the longest wait, in milliseconds.
 */
export async function startHealthProbe(url: string): Promise<{ stop: () => Promise<number> }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { url } });
  await once(worker, 'message');
  return {
    stop: async () => {
      const answer = once(worker, 'message');
      worker.postMessage('stop');
      const [longest] = await answer;
      await worker.terminate();
      return longest as number;
    },
  };
}

async function probe(url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      get(`${url}/healthz`, { agent }, (answer) => {
        answer.resume().on('end', resolve);
      }).on('error', reject);
    });
  let stopped = false;
  parentPort?.once('message', () => {
    stopped = true;
  });
  // The first requests open the connection and warm the server up.
  for (let count = 0; count < 20; count += 1) await ask();
  parentPort?.postMessage('ready');
  let longest = 0;
  while (!stopped) {
    const began = performance.now();
    await ask();
    longest = Math.max(longest, performance.now() - began);
    await sleep(interval);
  }
  agent.destroy();
  parentPort?.postMessage(longest);
}

if (parentPort !== null) await probe((workerData as { url: string }).url);
