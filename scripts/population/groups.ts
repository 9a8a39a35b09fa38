/** What table 1 says of one municipality, in persons. */
export type MunicipalityTarget = {
  readonly code: string;
  readonly allJobseekers: number;
  readonly unemployedJobseekers: number;
  readonly broadUnemployment: number;
  readonly longTermUnemployed: number;
  readonly ltuEquivalent: number;
  readonly fromServiceUnemployed: number;
  readonly serviceToService: number;
  readonly under25: number;
  readonly foreign: number;
  readonly ltuUnder60: number;
  readonly labourMarketSubsidy300: number;
};

/** Which history a person has; see histories.ts. */
export type HistoryKind =
  | 'LONG_TERM'
  | 'EQUIVALENT'
  | 'FROM_SERVICE'
  | 'UNEMPLOYED'
  | 'SERVICE_TO_SERVICE'
  | 'IN_SERVICE'
  | 'OTHER'
  | 'BACK_TO_UNEMPLOYED'
  | 'LEFT_UNEMPLOYMENT';

export type AgeGroup = 'UNDER_25' | 'MIDDLE' | 'OVER_60';

/** One person to be made: what the table needs of them. */
export type Place = {
  readonly municipalityCode: string;
  readonly kind: HistoryKind;
  readonly age: AgeGroup;
  readonly foreign: boolean;
  readonly subsidy300: boolean;
};

/** One in this many plainly unemployed people swaps with somebody who leaves unemployment, so that days differ in who, not in how many. */
const SWAP_EVERY = 3;

const repeat = (kind: HistoryKind, count: number): HistoryKind[] => {
  if (count < 0) throw new RangeError(`table 1 leaves ${count} people for ${kind}`);
  return Array.from({ length: count }, () => kind);
};

const kindsOf = (target: MunicipalityTarget): { unemployed: HistoryKind[]; rest: HistoryKind[] } => {
  const plain =
    target.unemployedJobseekers - target.longTermUnemployed - target.ltuEquivalent - target.fromServiceUnemployed;
  const inService = target.broadUnemployment - target.unemployedJobseekers - target.serviceToService;
  const others = target.allJobseekers - target.broadUnemployment;
  const swaps = Math.min(Math.floor((plain - target.under25) / SWAP_EVERY), others);
  return {
    unemployed: [
      ...repeat('LONG_TERM', target.longTermUnemployed),
      ...repeat('EQUIVALENT', target.ltuEquivalent),
      ...repeat('FROM_SERVICE', target.fromServiceUnemployed),
      ...repeat('UNEMPLOYED', plain - swaps),
      ...repeat('BACK_TO_UNEMPLOYED', swaps),
    ],
    rest: [
      ...repeat('LEFT_UNEMPLOYMENT', swaps),
      ...repeat('SERVICE_TO_SERVICE', target.serviceToService),
      ...repeat('IN_SERVICE', inService),
      ...repeat('OTHER', others - swaps),
    ],
  };
};

/** Places whose first `count` members that fit get the mark; throws where the table leaves too few. */
const mark = (places: Place[], count: number, fits: (place: Place) => boolean, change: Partial<Place>): Place[] => {
  let left = count;
  const marked = places.map((place) => {
    if (left === 0 || !fits(place)) return place;
    left -= 1;
    return { ...place, ...change };
  });
  if (left > 0) throw new RangeError(`${left} people too few for ${JSON.stringify(change)}`);
  return marked;
};

const isSwapped = (place: Place): boolean => place.kind === 'BACK_TO_UNEMPLOYED' || place.kind === 'LEFT_UNEMPLOYMENT';

/** The people that one municipality's column of table 1 asks for. */
export const placesOf = (target: MunicipalityTarget): Place[] => {
  const { unemployed, rest } = kindsOf(target);
  const place = (kind: HistoryKind): Place => ({
    municipalityCode: target.code,
    kind,
    age: 'MIDDLE',
    foreign: false,
    subsidy300: false,
  });
  let places = unemployed.map(place);
  places = mark(places, target.longTermUnemployed - target.ltuUnder60, (one) => one.kind === 'LONG_TERM', {
    age: 'OVER_60',
  });
  places = mark(places, target.under25, (one) => one.kind === 'UNEMPLOYED', { age: 'UNDER_25' });
  places = mark(places, target.labourMarketSubsidy300, (one) => one.kind === 'LONG_TERM' || one.kind === 'EQUIVALENT', {
    subsidy300: true,
  });
  // Foreign people are found in every group but the swapped ones: start from the end of the list.
  places = mark(places.reverse(), target.foreign, (one) => !isSwapped(one), { foreign: true });
  return [...places, ...rest.map(place)];
};
