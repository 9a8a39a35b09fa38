import type { AskedNames, ClientName, ClientNames, ToldTo } from '../application/client-names.ts';

/** A client registry that knows everybody by one name, and what it was asked. */
export type SomeClientNames = ClientNames & {
  readonly asked: readonly (AskedNames & { readonly to: ToldTo })[];
  /** Whether the registry answers from now on. */
  turn(state: 'THERE' | 'AWAY'): void;
};

export const aino: ClientName = {
  givenNames: 'Aino',
  familyName: 'Testilä',
  serviceLanguage: 'OTHER',
  interpreterLanguage: 'uk',
};

/** A client registry for tests, in which everybody is Aino. */
export const someClientNames = (): SomeClientNames => {
  const asked: (AskedNames & { readonly to: ToldTo })[] = [];
  let there = true;
  return {
    asked,
    turn: (state) => {
      there = state === 'THERE';
    },
    of: async (names, to) => {
      asked.push({ ...names, to });
      if (!there) return { kind: 'REGISTRY_AWAY' };
      return { kind: 'TOLD', names: new Map(names.clientIds.map((clientId) => [clientId, aino])) };
    },
  };
};
