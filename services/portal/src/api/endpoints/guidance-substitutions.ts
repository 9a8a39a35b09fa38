import { changing, reading } from '../endpoint.ts';
import { changed } from '../schemas.ts';
import {
  endSubstitutionBody,
  substituteBody,
  substituteSet,
  substitutionList,
  substitutionParams,
} from '../staffing-schemas.ts';

export const listSubstitutions = reading({
  method: 'GET',
  path: '/api/substitutions',
  summary: 'Lists substitutions that run or are to come',
  answer: substitutionList,
  handle: ({ services, caller }) => services.guidance.substitutions(caller),
});

export const setSubstitute = changing({
  method: 'POST',
  path: '/api/substitutions',
  summary: 'Sets who serves an absent specialist’s clients, in the same team',
  body: substituteBody,
  answer: substituteSet,
  handle: ({ services, caller, body }) => services.guidance.setSubstitute(caller, body),
});

export const endSubstitution = changing({
  method: 'POST',
  path: '/api/substitutions/:substitutionId/end',
  summary: 'Ends a substitution before its last day',
  params: substitutionParams,
  body: endSubstitutionBody,
  answer: changed,
  handle: ({ services, caller, params, body }) =>
    services.guidance.endSubstitution(caller, params.substitutionId, body),
});
