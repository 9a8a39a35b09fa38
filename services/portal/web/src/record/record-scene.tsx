import { createContext, type ReactNode, useContext } from 'react';
import type { ClientView } from '../lib/api-types.ts';
import { type Resource, useResource } from '../lib/use-resource.ts';

type RecordScene = {
  readonly client: ClientView;
  /** Why the client is looked at, where a protection order asks for a reason; empty where none does. */
  readonly accessReason: string;
  /** Reads the client again. */
  reload(): void;
};

const RecordContext = createContext<RecordScene | undefined>(undefined);

export const RecordProvider = ({ children, ...scene }: RecordScene & { readonly children: ReactNode }): ReactNode => (
  <RecordContext.Provider value={scene}>{children}</RecordContext.Provider>
);

/** The client on whose page a part of the record is shown. */
export const useRecord = (): RecordScene => {
  const scene = useContext(RecordContext);
  if (!scene) throw new Error('this part belongs on a client’s page');
  return scene;
};

/** Where a part of the client's record is under the API. */
export const useRecordPath = (part: string): string => `/api/clients/${useRecord().client.clientId}/${part}`;

/** A part of the client's record, read for the reason that was stated for the client. */
export const useRecordPart = <Value,>(part: string): Resource<Value> =>
  useResource<Value>(useRecordPath(part), { accessReason: useRecord().accessReason });
