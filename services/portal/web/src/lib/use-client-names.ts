import { useEffect, useState } from 'react';
import { post } from './api-client.ts';

export type ClientNames = {
  /** Family name, given names by client id; those who may not be seen are not among them. */
  readonly names: Readonly<Record<string, string>>;
  /** True from the first answer on: who is not among the names then has none to show. */
  readonly known: boolean;
};

const nobody: ClientNames = { names: {}, known: false };

/** Names of the clients on a list. They come after the list itself, which does not wait for them. */
export const useClientNames = (clientIds: readonly string[]): ClientNames => {
  const [state, setState] = useState(nobody);
  const wanted = [...new Set(clientIds)].sort().join(' ');
  // Other clients are what asks again.
  useEffect(() => {
    if (wanted === '') return;
    let left = false;
    void post<{ names: Record<string, string> }>('/api/clients/names', { clientIds: wanted.split(' ') }).then(
      (answer) => {
        if (!left) setState({ names: answer.ok ? answer.value.names : {}, known: true });
      },
    );
    return () => {
      left = true;
    };
  }, [wanted]);
  return { ...state, known: state.known || wanted === '' };
};
