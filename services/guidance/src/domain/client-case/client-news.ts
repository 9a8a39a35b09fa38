import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { CaseJobSearch, ClientAge, ClientCase } from './client-case.ts';

/** Who knows where the client lives: the municipality, or the handler who serves them while it is withheld. */
export type Residence = { readonly municipalityCode?: string; readonly handlerId?: string };

/** What the client registry tells of a client, as far as guidance follows it. */
export type ClientNews =
  | {
      readonly kind: 'JobSearchStarted';
      readonly clientId: string;
      readonly jobSearch: CaseJobSearch;
      readonly residence: Residence;
      /** No citizenship is Finnish; false where left out. */
      readonly foreignCitizen?: boolean;
      /** Under 25 or not; unknown where left out. */
      readonly age?: ClientAge;
    }
  /** A job search that began in another area runs on in this one: no start. */
  | {
      readonly kind: 'JobSearchTakenIn';
      readonly clientId: string;
      readonly jobSearch: CaseJobSearch;
      readonly residence: Residence;
      /** No citizenship is Finnish; false where left out. */
      readonly foreignCitizen?: boolean;
      /** Under 25 or not; unknown where left out. */
      readonly age?: ClientAge;
    }
  | {
      readonly kind: 'EmploymentStatusRecorded';
      readonly clientId: string;
      readonly jobSearchId: string;
      readonly statusCode: string;
      readonly from: LocalDate;
    }
  /** It ended, went over to another area, or went into another record of the same person. */
  | {
      readonly kind: 'JobSearchEnded';
      readonly clientId: string;
      /** Absent: whichever runs. */
      readonly jobSearchId?: string;
      readonly endedOn: LocalDate;
      /** The registry's reason, 'EMPLOYED', 'CLIENT_REQUEST' …, or 'TRANSFERRED_OUT', 'MERGED_AWAY', 'ANONYMISED'. */
      readonly reason: string;
      /** The record that this one went into; exactly where the reason is 'MERGED_AWAY'. */
      readonly intoClientId?: string;
    }
  /** The municipality became known, unknown or another, or another handler serves the client. */
  | { readonly kind: 'ResidenceChanged'; readonly clientId: string; readonly residence: Residence }
  /** The job-applicant profile is published from a day on, or no longer. */
  | { readonly kind: 'ProfilePublished'; readonly clientId: string; readonly publishedOn: LocalDate }
  | { readonly kind: 'ProfileWithdrawn'; readonly clientId: string }
  /** Records of one person were put together or taken apart: what runs now is this. */
  | {
      readonly kind: 'HistoryReplaced';
      readonly clientId: string;
      /** The record that went into this one, or out of it again; absent for one that is restored itself. */
      readonly merge?: { readonly kind: 'JOINED' | 'PARTED'; readonly clientId: string };
      readonly jobSearch?: CaseJobSearch;
      readonly residence: Residence;
    }
  /** The client turned 25, or their age was corrected. */
  | { readonly kind: 'AgeKnown'; readonly clientId: string; readonly age: ClientAge }
  /** The 300th day of labour-market subsidy was paid. */
  | { readonly kind: 'SubsidyReached'; readonly clientId: string; readonly reachedOn: LocalDate };

export type ClientNewsKind = ClientNews['kind'];

export type NewsOf<Kind extends ClientNewsKind> = Extract<ClientNews, { readonly kind: Kind }>;

/** The case with another residence. */
export const withResidence = (before: ClientCase, { municipalityCode, handlerId }: Residence): ClientCase => {
  const { municipalityCode: _municipality, handlerId: _handler, ...rest } = before;
  return {
    ...rest,
    ...(municipalityCode !== undefined && { municipalityCode }),
    ...(handlerId !== undefined && { handlerId }),
  };
};

const withJobSearch = (before: ClientCase, jobSearch: CaseJobSearch | undefined): ClientCase => {
  const { jobSearch: _former, transferredOutOn, ...rest } = before;
  if (jobSearch !== undefined) return { ...rest, jobSearch };
  return transferredOutOn === undefined ? rest : { ...rest, transferredOutOn };
};

/** The case without a job search: it ended here, or went over to another area. */
const withoutJobSearch = (before: ClientCase, { reason, endedOn }: NewsOf<'JobSearchEnded'>): ClientCase => {
  const { jobSearch: _former, transferredOutOn: _before, ...rest } = before;
  return reason === 'TRANSFERRED_OUT' ? { ...rest, transferredOutOn: endedOn } : rest;
};

const withProfile = (before: ClientCase, publishedOn: LocalDate | undefined): ClientCase => {
  const { profilePublishedOn: _former, ...rest } = before;
  return publishedOn === undefined ? rest : { ...rest, profilePublishedOn: publishedOn };
};

const withAge = (before: ClientCase, age: ClientAge | undefined): ClientCase =>
  age === undefined ? before : { ...before, age };

const newCase = (clientId: string): ClientCase => ({ clientId, version: 0, servedBy: [] });

/** Whether news of a job search is about the one that runs; news of a former one changes nothing. */
const isAbout = (clientCase: ClientCase, jobSearchId: string | undefined): boolean =>
  jobSearchId === undefined || clientCase.jobSearch?.jobSearchId === jobSearchId;

/**
 * The case as it is after the news: its job search, status and residence follow the registry. News of a client who has
 * no case yet makes one.
 */
export const followClient = (before: ClientCase | undefined, news: ClientNews): ClientCase => {
  const clientCase = before ?? newCase(news.clientId);
  switch (news.kind) {
    case 'JobSearchStarted':
    case 'JobSearchTakenIn':
      return withAge(withJobSearch(withResidence(clientCase, news.residence), news.jobSearch), news.age);
    case 'HistoryReplaced':
      return withJobSearch(withResidence(clientCase, news.residence), news.jobSearch);
    case 'EmploymentStatusRecorded': {
      const { jobSearch } = clientCase;
      if (jobSearch === undefined || !isAbout(clientCase, news.jobSearchId)) return clientCase;
      return { ...clientCase, jobSearch: { ...jobSearch, statusCode: news.statusCode, statusSince: news.from } };
    }
    case 'JobSearchEnded':
      return isAbout(clientCase, news.jobSearchId) ? withoutJobSearch(clientCase, news) : clientCase;
    case 'ResidenceChanged':
      return withResidence(clientCase, news.residence);
    case 'ProfilePublished':
      return withProfile(clientCase, news.publishedOn);
    case 'ProfileWithdrawn':
      return withProfile(clientCase, undefined);
    case 'AgeKnown':
      return withAge(clientCase, news.age);
    case 'SubsidyReached':
      return clientCase;
  }
};
