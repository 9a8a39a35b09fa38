import { useRef, useState } from 'react';
import { type Answer, type Problem, post } from './api-client.ts';

type Submission<Value> = {
  readonly sending: boolean;
  readonly problem: Problem | undefined;
  /** Sends; the same content is sent under the same id until it was answered. */
  send(path: string, body: unknown): Promise<Answer<Value>>;
  clear(): void;
};

/**
 * One form's submissions to the API. A person may press the button again after a lost connection: unchanged content
 * goes under the same id and is done once; changed content is a new submission.
 */
export const useSubmission = <Value>(): Submission<Value> => {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const last = useRef({ content: '', requestId: '' });
  return {
    sending,
    problem,
    clear: () => setProblem(undefined),
    send: async (path, body) => {
      const content = JSON.stringify([path, body]);
      if (last.current.content !== content) last.current = { content, requestId: crypto.randomUUID() };
      setSending(true);
      const answer = await post<Value>(path, body, last.current.requestId);
      setSending(false);
      setProblem(answer.ok ? undefined : answer.problem);
      if (answer.ok) last.current = { content: '', requestId: '' };
      return answer;
    },
  };
};
