import { addDays, type LocalDate } from '@tyovayla/kernel/local-date';
import type { Write } from '@tyovayla/kernel/sql';
import type { MemoryTable, MemoryTransactions } from '@tyovayla/runtime/testing/memory-transactions';
import { type Asking, type ServingRecords, servingStaff } from '../application/serving-ports.ts';
import type { ClientId } from '../domain/client/client.ts';
import type { TeamMember } from '../domain/client/service-news.ts';
import { type OpenNeed, registrationNeed, type Serving } from '../domain/client/serving.ts';

type Service = { readonly teamId?: string; readonly specialistId?: string };
type Substitution = Parameters<ServingRecords['setSubstitute']>[0];

export type InMemoryServing = {
  readonly records: ServingRecords;
  /** As a part to spread; nothing where whoever asks doesn't serve the client. */
  of(clientId: ClientId, asking: Asking): { readonly serving?: Serving };
};

const runs = (today: LocalDate, from: LocalDate, to?: LocalDate): boolean =>
  from <= today && (to === undefined || today <= to);

/** Who serves whom, in memory. */
export const inMemoryServing = (transactions: MemoryTransactions): InMemoryServing => {
  const services = transactions.table<Service>();
  const needs = transactions.table<OpenNeed & { readonly ended?: true }>();
  const substitutions = transactions.table<Substitution>();
  const teams = transactions.table<readonly TeamMember[]>();

  const put = <Row>(table: MemoryTable<Row>, id: string, row: Row): void => {
    const { values } = table.get(id) === undefined ? table.insert(id, row) : table.update(id, row);
    (values[0] as () => number)();
  };
  const writing = (work: () => void): Write =>
    transactions.write(() => {
      work();
      return 1;
    });

  const isAssigned = (clientId: ClientId, staffId: string, today: LocalDate): boolean => {
    const { specialistId, teamId } = services.get(clientId) ?? {};
    const substitutes = substitutions
      .all()
      .some((one) => one.absentId === specialistId && one.substituteId === staffId && runs(today, one.from, one.to));
    const members = teamId === undefined ? [] : (teams.get(teamId) ?? []);
    return (
      specialistId === staffId ||
      substitutes ||
      members.some((member) => member.staffId === staffId && runs(today, member.from, member.to))
    );
  };

  return {
    records: {
      assign: (assigned) =>
        writing(() => {
          for (const { clientId, kind: _kind, ...service } of assigned) put<Service>(services, clientId, service);
        }),
      release: (clientIds) =>
        writing(() => {
          for (const clientId of clientIds) {
            const { specialistId: _specialist, ...team } = services.get(clientId) ?? {};
            put<Service>(services, clientId, team);
          }
        }),
      openNeed: (need) => writing(() => put(needs, need.needId, need)),
      endNeeds: (clientId) =>
        writing(() => {
          for (const need of needs.all())
            if (need.clientId === clientId) put(needs, need.needId, { ...need, ended: true });
        }),
      setSubstitute: (substitution) => writing(() => put(substitutions, substitution.substitutionId, substitution)),
      endSubstitution: ({ substitutionId, endedOn }) =>
        writing(() => {
          const running = substitutions.get(substitutionId);
          if (running !== undefined) put(substitutions, substitutionId, { ...running, to: addDays(endedOn, -1) });
        }),
      compose: ({ teamId, members }) => [writing(() => put(teams, teamId, members))],
    },
    of: (clientId, asking) => {
      const staff = servingStaff(asking);
      if (staff === undefined) return {};
      if (isAssigned(clientId, staff.staffId, staff.today)) return { serving: 'ASSIGNED' };
      const open = needs
        .all()
        .filter((need) => need.clientId === clientId && need.staffId === staff.staffId)
        .filter(({ until, ended }) => ended === undefined && until > staff.now);
      const need = open.find(({ reason }) => reason !== registrationNeed) ?? open[0];
      return need === undefined ? {} : { serving: `NEED_${need.reason}` };
    },
  };
};
