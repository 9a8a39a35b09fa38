// Run by telemetry.int.test.ts as a process of its own: the SDK registers itself for the whole process.

import { silentLogger } from '../log.ts';
import { applyReactions } from '../pipeline/apply-reactions.ts';
import { observeFigure, recordCall } from '../telemetry/call-metrics.ts';
import { spanOfOutgoing, traceIncoming } from '../telemetry/spans.ts';
import { startTelemetry } from '../telemetry/telemetry.ts';
import { aStaffMember } from './actors.ts';
import { inMemoryPorts } from './in-memory-ports.ts';
import { sampleService } from './sample-service.ts';
import { tryCommand } from './try-command.ts';

const [traceFile = '', ratio = '0', header, otlpEndpoint] = process.argv.slice(2);
const telemetry = await startTelemetry({
  service: 'clients',
  area: 'meri-lappi',
  ...(otlpEndpoint ? { otlpEndpoint } : { traceFile }),
  traceRatio: Number(ratio),
  logger: silentLogger,
});
const world = inMemoryPorts();
const sample = sampleService(world);
await world.transactions.transact({ actorId: '', program: '', roles: [] }, (tx) =>
  tx.write([sample.table.insert('client-aino', { clientId: 'client-aino', version: 1, days: 1 })]),
);
for (let call = 0; call < 20; call += 1) {
  const { span, traceparent } = traceIncoming('RecordSubsidyDays', header === '' ? undefined : header);
  const outgoing = spanOfOutgoing('GetClient', traceparent);
  outgoing?.end('OK');
  await tryCommand(world.ports, sample.recordSubsidyDays, {
    actor: aStaffMember('CASE_SPECIALIST'),
    input: { clientId: 'client-aino', days: 2 + call },
  });
  const [event] = world.events();
  if (event && traceparent) {
    const received = { ...event, producer: 'clients', position: 1n, traceparent };
    const reaction = { name: 'when-days-recorded', on: event.type, decode: () => 0, react: async () => {} };
    await applyReactions([reaction])({} as never, [received]);
  }
  span?.end('OK');
  recordCall({ side: 'server', method: 'RecordSubsidyDays', code: 'OK', durationMs: 3 });
}
observeFigure('tyovayla.outbox.age', 'ms', () => 7);
await telemetry.stop();
