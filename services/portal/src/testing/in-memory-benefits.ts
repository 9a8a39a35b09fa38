import { randomUUID } from 'node:crypto';
import type { BenefitListView } from '../api/benefit-schemas.ts';
import type { Benefits } from '../api/process-ports.ts';
import { fileOf, no, once, type World } from './in-memory-file.ts';

type Recorded = BenefitListView['benefits'];

/** Unemployment benefits in memory; of no client is one known at first. */
export const benefitsInMemory = (world: World): Benefits => {
  const benefits = new Map<string, Recorded>();
  const of = (clientId: string): Recorded => {
    fileOf(world, clientId);
    return benefits.get(clientId) ?? [];
  };
  return {
    listBenefits: async (_, { clientId }) => {
      const all = of(clientId);
      const { today } = world.options;
      const now = all.find(({ fromDate, lastDate = today }) => fromDate <= today && today <= lastDate);
      return {
        benefits: all,
        ...(now && { benefitToday: now.kind }),
        ...(now?.kind === 'GENERAL_SUPPORT' && { generalSupportFromDate: now.fromDate }),
      };
    },
    recordBenefit: (change, { clientId, ...benefit }) =>
      once(world, change, () => {
        const own = of(clientId);
        if (own.some(({ kind, fromDate }) => kind === benefit.kind && fromDate === benefit.fromDate))
          throw no(409, 'BENEFIT_RECORDED_ALREADY');
        const benefitRecordId = randomUUID();
        const made = { ...benefit, benefitRecordId, recordedDate: world.options.today, recordedBy: 'staff-0001' };
        benefits.set(clientId, [made, ...own]);
        return { benefitRecordId, meetingsPlanned: benefit.kind === 'GENERAL_SUPPORT' ? 3 : 0, meetingsCancelled: 0 };
      }),
  };
};
