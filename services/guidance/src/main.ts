import { ClientsServiceService } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import { GuidanceServiceService } from '@tyovayla/proto/tyovayla/guidance/v1/guidance_service';
import { applyReactions } from '@tyovayla/runtime/pipeline/apply-reactions';
import { serviceMain } from '@tyovayla/service/service-main';
import { initialInterviewMigration } from '../migrations/2001-initial-interview.ts';
import { clientReactions } from './adapters/events/incoming.ts';
import { guidanceMethods } from './adapters/grpc/guidance-methods.ts';
import { initialInterviewRepository } from './adapters/postgres/initial-interview.repository.ts';
import { planInterviews } from './application/reactions/plan-interviews.ts';
import { guidanceSettings } from './config.ts';

await serviceMain({
  name: 'guidance',
  settings: guidanceSettings,
  migrations: [initialInterviewMigration],
  definition: GuidanceServiceService,
  publishes: false,
  compose: ({ listen }, config) => {
    listen({
      producer: 'clients',
      apply: applyReactions(clientReactions(planInterviews(initialInterviewRepository))),
      contract: { service: ClientsServiceService },
      address: config.CLIENTS_ADDRESS,
    });
    return { methods: guidanceMethods(initialInterviewRepository) };
  },
});
