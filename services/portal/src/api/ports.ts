import type { AccessPage } from './access-report.ts';
import type { ExtractPart } from './access-report-schemas.ts';
import type { MultiSectorService } from './multi-sector-ports.ts';
import type { PictureQuery, PictureView, SeriesQuery, SeriesView, StatedPictureView } from './picture-schemas.ts';
import type { ClientProcess } from './process-ports.ts';
import type { ProfilePublicationView } from './profile-duty-schemas.ts';
import type { RecordService } from './record-ports.ts';
import type {
  AccessesQuery,
  AccessListView,
  AccessQuery,
  Changed,
  ClientListView,
  ClientView,
  EndBody,
  FindBody,
  FoundClientView,
  InitialInterviewView,
  ListQuery,
  RegisterBody,
  Registered,
  StatusBody,
} from './schemas.ts';
import type { StaffingService } from './staffing-ports.ts';

/** Services that the portal calls; also the audience that a token for them must name. */
export type ServiceName = 'clients' | 'statistics' | 'guidance';

/** On whose behalf a service is called. */
export type Caller = {
  /** A short-lived access token of the signed-in member of staff for that service. */
  tokenFor(service: ServiceName): Promise<string>;
  /** W3C trace context, where the request is traced. */
  readonly traceparent: string | undefined;
  /** Id of this request, which services write beside what it led to. */
  readonly correlationId: string;
};

/** A change: called on someone's behalf under an id that makes repeating it harmless. */
export type Change = Caller & { readonly requestId: string };

type ProtectionOrderInput = NonNullable<RegisterBody['protectionOrder']>;

/** The rule desk of one service. Questions and answers are JSON objects of the rule's own making. */
export type RuleDesk = {
  describeRules(caller: Caller): Promise<readonly unknown[]>;
  explainRule(caller: Caller, rule: string, input: unknown, parameters: Record<string, string>): Promise<unknown>;
};

/** The client registry. Every "no" is a ProblemError. */
export type ClientsService = RuleDesk &
  RecordService & {
    register(change: Change, input: RegisterBody): Promise<Registered>;
    find(caller: Caller, question: FindBody): Promise<FoundClientView>;
    get(caller: Caller, clientId: string, query: AccessQuery): Promise<ClientView>;
    /** Family name, given names by client id, of those of the clients that the caller may see. */
    names(caller: Caller, clientIds: readonly string[]): Promise<Record<string, string>>;
    list(caller: Caller, query: ListQuery): Promise<ClientListView>;
    accesses(caller: Caller, clientId: string, query: AccessesQuery): Promise<AccessListView>;
    /** What is published of the client’s job-applicant profile. */
    profilePublication(caller: Caller, clientId: string, query: AccessQuery): Promise<ProfilePublicationView>;
    /** Everything that the registry keeps of a client, by group of data. */
    extract(caller: Caller, clientId: string, query: AccessQuery): Promise<ExtractPart>;
    recordStatus(change: Change, clientId: string, input: StatusBody): Promise<Changed>;
    endJobSearch(change: Change, clientId: string, input: EndBody): Promise<Changed>;
    recordProtectionOrder(change: Change, clientId: string, order: ProtectionOrderInput): Promise<Changed>;
    liftProtectionOrder(change: Change, clientId: string): Promise<Changed>;
  };

/** The situation picture. */
export type StatisticsService = RuleDesk & {
  picture(caller: Caller, query: PictureQuery): Promise<PictureView>;
  stated(caller: Caller): Promise<StatedPictureView>;
  series(caller: Caller, query: SeriesQuery): Promise<SeriesView>;
  /** Pictures as they change, the first at once; ends when the service ends it or the signal aborts. */
  watch(caller: Caller, dayDate: string, signal: AbortSignal): AsyncIterable<PictureView>;
};

/** The statutory client process. */
export type GuidanceService = RuleDesk &
  StaffingService &
  ClientProcess &
  MultiSectorService & {
    initialInterview(caller: Caller, clientId: string, query: AccessQuery): Promise<InitialInterviewView>;
    /** Who has seen or changed what guidance keeps of a client, the newest first. */
    accesses(caller: Caller, page: AccessesQuery & { readonly clientId: string }): Promise<AccessPage>;
    /** Everything that guidance keeps of a client, by group of data. */
    extract(caller: Caller, clientId: string, query: AccessQuery): Promise<ExtractPart>;
  };

export type Services = {
  readonly clients: ClientsService;
  readonly statistics: StatisticsService;
  readonly guidance: GuidanceService;
};
