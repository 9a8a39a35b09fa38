import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { serviceMain } from '@tyovayla/service/service-main';
import { startTimerSweeper } from '@tyovayla/service/timer-sweeper';
import { guidanceMigrations } from '../migrations/guidance-migrations.ts';
import { applyClientEvents } from './adapters/events/apply-client-events.ts';
import { benefitPayerSimulator } from './adapters/gateways/benefit-payer-simulator.ts';
import { guidanceMethods } from './adapters/grpc/guidance-methods.ts';
import { postgresReceipts } from './adapters/postgres/benefit-payer-receipts.ts';
import { guidanceCatalogue } from './application/catalogue.ts';
import { caseReactions } from './application/reactions/case-reactions.ts';
import { guidanceSettings } from './config.ts';
import { makeFirstCases } from './first-cases.ts';
import { guidancePorts } from './guidance-ports.ts';
import { guidanceTimers } from './guidance-timers.ts';
import { startStatementSender } from './statement-sender.ts';

await serviceMain({
  name: 'guidance',
  settings: guidanceSettings,
  migrations: guidanceMigrations,
  definition: GuidanceServiceService,
  publishes: true,
  compose: async ({ listen, database, clock, ports: pipeline }, config) => {
    const ports = guidancePorts(new URL(`../reference/${config.AREA}/`, import.meta.url), clock);
    const apply = applyClientEvents({ ...ports, pipeline }, caseReactions(ports));
    await makeFirstCases({ transactions: database, apply });
    listen({
      producer: 'clients',
      apply,
      afterCommit: () => pipeline.wakeRelay(),
      contract: { service: ClientsServiceService },
      address: config.CLIENTS_ADDRESS,
    });
    const kinds = guidanceTimers(guidanceCatalogue(ports));
    const sweeper = startTimerSweeper({ transactions: database, pipeline, kinds, everyMs: config.TIMER_EVERY_MS });
    const sender = startStatementSender({
      transactions: database,
      pipeline,
      recordPayerAnswer: guidanceCatalogue(ports).commands.recordPayerAnswer,
      deliveries: ports.deliveries,
      payer: benefitPayerSimulator({
        receipts: postgresReceipts(database),
        mood: () => config.SIMULATED_PAYER,
        now: clock.now,
        newId: pipeline.newId,
      }),
    });
    return { methods: guidanceMethods(ports), stopIntake: [sweeper.stop, sender.stop] };
  },
});
