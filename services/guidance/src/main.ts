import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { grpcClient } from '@tyovayla/runtime/grpc/client';
import { programName } from '@tyovayla/runtime/identity/peer';
import { serviceMain } from '@tyovayla/service/service-main';
import { startTimerSweeper } from '@tyovayla/service/timer-sweeper';
import { guidanceMigrations } from '../migrations/guidance-migrations.ts';
import { applyClientEvents } from './adapters/events/apply-client-events.ts';
import { teamEvents } from './adapters/events/team-events.ts';
import { benefitPayerSimulator } from './adapters/gateways/benefit-payer-simulator.ts';
import { registryNames } from './adapters/gateways/registry-names.ts';
import { guidanceMethods } from './adapters/grpc/guidance-methods.ts';
import { postgresReceipts } from './adapters/postgres/benefit-payer-receipts.ts';
import { toldTeamRepository } from './adapters/postgres/told-team.repository.ts';
import { guidanceCatalogue } from './application/catalogue.ts';
import { caseReactions } from './application/reactions/case-reactions.ts';
import { guidanceSettings } from './config.ts';
import { makeFirstCases } from './first-cases.ts';
import { guidancePorts } from './guidance-ports.ts';
import { guidanceTimers } from './guidance-timers.ts';
import { startStatementSender } from './statement-sender.ts';
import { tellTeams } from './tell-teams.ts';

await serviceMain({
  name: 'guidance',
  settings: guidanceSettings,
  migrations: guidanceMigrations,
  definition: GuidanceServiceService,
  publishes: true,
  compose: async ({ listen, database, clock, tls, logger, ports: pipeline }, config) => {
    const registry = grpcClient({ service: ClientsServiceService }, config.CLIENTS_ADDRESS, {
      tls,
      serverName: programName('clients', config.AREA),
    });
    const ports = guidancePorts({
      reference: new URL(`../reference/${config.AREA}/`, import.meta.url),
      clock,
      clientNames: registryNames(registry, logger.child('registry')),
    });
    const apply = applyClientEvents({ ...ports, pipeline }, caseReactions(ports));
    await makeFirstCases({ transactions: database, apply });
    await tellTeams(pipeline, { organisation: ports.organisation, toldTeams: toldTeamRepository, teamEvents });
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
    return { methods: guidanceMethods(ports), stopIntake: [sweeper.stop, sender.stop], close: [registry.close] };
  },
});
