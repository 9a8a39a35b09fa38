import { useCallback, useEffect, useState } from 'react';
import { get, type Problem } from './api-client.ts';

export type Resource<Value> = {
  /** Stays while it is fetched again, so that pages don't flicker. */
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
  readonly loading: boolean;
  reload(): void;
};

/** What the API says under an address; fetched again when the address changes. Undefined fetches nothing. */
export const useResource = <Value>(
  path: string | undefined,
  parameters: Readonly<Record<string, string | undefined>> = {},
): Resource<Value> => {
  const [state, setState] = useState<{ value?: Value; problem?: Problem; loading: boolean }>({ loading: true });
  const [round, setRound] = useState(0);
  const wanted = JSON.stringify(parameters);
  // A new round is what fetches again.
  useEffect(() => {
    if (path === undefined) return;
    const leaving = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    void get<Value>(path, JSON.parse(wanted) as Record<string, string>, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setState(answer.ok ? { value: answer.value, loading: false } : { problem: answer.problem, loading: false });
    });
    return () => leaving.abort();
  }, [path, wanted, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { value: state.value, problem: state.problem, loading: state.loading, reload };
};
