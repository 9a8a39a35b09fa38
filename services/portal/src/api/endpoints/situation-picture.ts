import { reading } from '../endpoint.ts';
import { picture, pictureQuery, series, seriesQuery, statedPicture } from '../picture-schemas.ts';

export const getSituationPicture = reading({
  method: 'GET',
  path: '/api/situation-picture',
  summary: 'Gets table 1 and the rates for a day, or as the mean of months',
  query: pictureQuery,
  answer: picture,
  handle: ({ services, caller, query }) => services.statistics.picture(caller, query),
});

export const getStatedPicture = reading({
  method: 'GET',
  path: '/api/situation-picture/stated',
  summary: 'Gets table 1 as the area’s plan states it',
  answer: statedPicture,
  handle: ({ services, caller }) => services.statistics.stated(caller),
});

export const getRowSeries = reading({
  method: 'GET',
  path: '/api/situation-picture/series',
  summary: 'Gets the course of one row over months',
  query: seriesQuery,
  answer: series,
  handle: ({ services, caller, query }) => services.statistics.series(caller, query),
});
