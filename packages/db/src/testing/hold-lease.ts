import { takeWorkerLease } from '../worker-lease.ts';

/*
 * A process that holds the lease of a pool until it is ended, for tests that kill or freeze it.
 * Prints "held" once it has it, and after each signal SIGUSR2 whether it still holds.
 */
const [url = '', pool = '', lifetime = '30000'] = process.argv.slice(2);
const times = { renewal: Number(lifetime) / 4, lifetime: Number(lifetime) };
const lease = await takeWorkerLease(url, pool, () => {}, times);
process.on('SIGUSR2', () => console.log(lease.holds() ? 'holds' : 'over'));
console.log('held');
setInterval(() => {}, 1_000);
