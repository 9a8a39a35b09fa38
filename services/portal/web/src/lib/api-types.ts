/** Shapes of the API's answers, as the pages use them. */
export type {
  CellView,
  PictureRowName,
  PictureView,
  RatesView,
  RowCellsView,
  SeriesView,
  StatedPictureView,
} from '../../../src/api/picture-schemas.ts';
export type {
  AccessListView,
  ClientListView,
  ClientSummaryView,
  ClientView,
  InitialInterviewView,
  Registered,
} from '../../../src/api/schemas.ts';

/** Who is signed in, if anyone, and which day it is on the platform. */
export type Me =
  | { readonly signedIn: false; readonly today: string; readonly developmentSignIn: boolean }
  | {
      readonly signedIn: true;
      readonly today: string;
      readonly developmentSignIn: boolean;
      readonly staffId: string;
      readonly name: string;
      readonly roles: readonly string[];
      readonly municipality?: string;
    };
