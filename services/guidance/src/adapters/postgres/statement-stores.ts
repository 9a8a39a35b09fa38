import type { NeglectPorts } from '../../application/neglect-ports.ts';
import type { StatementPorts } from '../../application/statement-ports.ts';
import { deliveryRepository } from './benefit-delivery.repository.ts';
import { hearingTimers } from './hearing-timers.ts';
import { neglectRepository } from './neglect.repository.ts';
import { statementRepository } from './statement.repository.ts';

/** What neglects and statements keep in Postgres. */
export const statementStores: NeglectPorts & Pick<StatementPorts, 'statements' | 'deliveries'> = {
  neglects: neglectRepository,
  hearingTimers,
  statements: statementRepository,
  deliveries: deliveryRepository,
};
