/** What a machine or a limit does not give, which is no fault of a file and none of the program. */
interface Shortage {
  readonly what: string;
  readonly todo: string;
}

const memory: Shortage = {
  what: 'there is not enough memory',
  todo: 'provide more, or use fewer --jobs',
};

const shortages: Readonly<Record<string, Shortage>> = {
  EMFILE: {
    what: 'the limit of open files is reached',
    todo: 'raise it (ulimit -n), or use fewer --jobs',
  },
  ENFILE: {
    what: 'the machine has as many files open as it may',
    todo: 'raise its limit (fs.file-max), or use fewer --jobs',
  },
  EAGAIN: {
    what: 'no more threads may be started',
    todo: 'raise the limit (ulimit -u), or use fewer --jobs',
  },
  ENOMEM: memory,
  ERR_WORKER_OUT_OF_MEMORY: memory,
  ERR_MEMORY_ALLOCATION_FAILED: memory,
};

/** What is short, as an error says it, and what to do; undefined: it is an error of another kind. */
export function shortageOf(error: unknown): (Shortage & { readonly code: string }) | undefined {
  const { code = '', message = '' } = (error ?? {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  const known = shortages[String(code)];
  if (known !== undefined) return { ...known, code: String(code) };
  // of a worker that does not start: ERR_WORKER_INIT_FAILED, "Worker initialization failure: EMFILE"
  const [, inner = ''] = /^(?:Worker initialization failure: )?(E[A-Z]+)(?::|$)/.exec(String(message)) ?? [];
  const told = shortages[inner];
  if (told !== undefined) return { ...told, code: inner };
  const isOfMemory = error instanceof RangeError && /allocation failed/i.test(error.message);
  return isOfMemory ? { ...memory, code: 'ENOMEM' } : undefined;
}

/** The same as a sentence. */
export function shortageWords({ what, code, todo }: NonNullable<ReturnType<typeof shortageOf>>): string {
  return `${what} (${code}): ${todo}`;
}
