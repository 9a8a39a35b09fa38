import { eventually } from '@tyovayla/testing/eventually';
import { effects, startBus, store, aFact } from './bus.ts';
const bus = await startBus();
const a = await bus.broker('clients'); const b = await bus.broker('statistics');
const relay = bus.relay(a); const consumer = bus.consumer(b);
await store(bus.clients, [aFact('x', 1)]); await eventually(async () => (await effects(bus.statistics, 'x')) === 1);
if (process.argv[2] === 'wipe') await bus.nats.wipe(); else { await bus.nats.kill(); await bus.nats.start(); }
await store(bus.clients, [aFact('x', 2)]); await eventually(async () => (await effects(bus.statistics, 'x')) === 2);
await consumer.stop(); await relay.stop(); await a.close(); await b.close(); await bus.stop();
const t = performance.now(); const i = setInterval(() => { const r = process.getActiveResourcesInfo().filter(x => x !== 'TTYWrap' && x !== 'PipeWrap'); console.log((performance.now() - t).toFixed(0), r); if (r.length <= 1) clearInterval(i); }, 1000);
