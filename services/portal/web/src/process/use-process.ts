import { useMemo } from 'react';
import type {
  AssignmentView,
  BenefitListView,
  CandidateListView,
  ExpertOrderListView,
  MeetingListView,
  NeglectListView,
  ObligationView,
  OfficeListView,
  PlanListView,
  ServiceNeedView,
  StatementListView,
} from '../lib/api-types.ts';
import { type Resource, useResource } from '../lib/use-resource.ts';

/** The client process of one client: each part from its own endpoint, so that one that fails takes no other along. */
export type Process = {
  readonly clientId: string;
  readonly assignment: Resource<AssignmentView>;
  readonly meetings: Resource<MeetingListView>;
  readonly serviceNeed: Resource<ServiceNeedView>;
  readonly benefits: Resource<BenefitListView>;
  readonly experts: Resource<ExpertOrderListView>;
  readonly plans: Resource<PlanListView>;
  readonly obligation: Resource<ObligationView>;
  readonly candidates: Resource<CandidateListView>;
  readonly neglects: Resource<NeglectListView>;
  readonly statements: Resource<StatementListView>;
  /** The area's offices, the same for every client. */
  readonly offices: Resource<OfficeListView>;
  /** The reader must state a need before guidance shows more. */
  readonly needFirst: boolean;
  reload(): void;
};

/**
 * Reads the process of a client, for the reason that was stated where a protection order asks for one. Whose the client
 * is comes first: who must state a need is refused nothing before.
 */
export const useProcess = (clientId: string, accessReason: string): Process => {
  const at = `/api/clients/${clientId}`;
  const assignment = useResource<AssignmentView>(`${at}/assignment`, { accessReason });
  const needFirst = assignment.value?.needFirst === true;
  const known = assignment.value !== undefined || assignment.problem !== undefined;
  const below = (part: string): string | undefined => (known && !needFirst ? `${at}/${part}` : undefined);
  const parts = {
    meetings: useResource<MeetingListView>(below('meetings'), { accessReason }),
    serviceNeed: useResource<ServiceNeedView>(below('service-need'), { accessReason }),
    benefits: useResource<BenefitListView>(below('benefits'), { accessReason }),
    experts: useResource<ExpertOrderListView>(below('expert-orders'), { accessReason }),
    plans: useResource<PlanListView>(below('plans'), { accessReason }),
    obligation: useResource<ObligationView>(below('obligation'), { accessReason }),
    candidates: useResource<CandidateListView>(below('neglect-candidates'), { accessReason }),
    neglects: useResource<NeglectListView>(below('neglects'), { accessReason }),
    statements: useResource<StatementListView>(below('statements'), { accessReason }),
  };
  const offices = useResource<OfficeListView>(needFirst ? undefined : '/api/offices');
  const reload = useMemo(() => {
    const all = [assignment, ...Object.values(parts)].map((part) => part.reload);
    return () => {
      for (const again of all) again();
    };
    // Each part's reload stays the same for as long as the page is shown.
  }, []);
  return { clientId, assignment, ...parts, offices, needFirst, reload };
};
