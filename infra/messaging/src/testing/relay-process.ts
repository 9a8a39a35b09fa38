import { openDatabase } from '@tyovayla/persistence/open-database';
import { connectBroker } from '../broker.ts';
import { startRelay } from '../relay.ts';
import { area, producer, realClock, testLogger } from './bus.ts';

// A relay in a process of its own, so that a test can stop or kill it. Says "active" when it is the one that publishes.
const [databaseUrl = '', natsUrl = ''] = process.argv.slice(2);
const database = await openDatabase({ url: databaseUrl, applicationName: 'relay-process' });
const broker = await connectBroker({ url: natsUrl, name: producer, logger: testLogger });
const relay = startRelay({
  broker,
  transactions: database,
  service: producer,
  area,
  logger: testLogger,
  clock: realClock,
});
setInterval(() => process.stdout.write(relay.status().active ? 'active\n' : 'standby\n'), 50);
