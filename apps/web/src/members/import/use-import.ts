import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { contentTypeOfFileName, memberEndings } from '@warren/contracts';
import type { ImportAnswer } from '@warren/contracts';
import { RequestFailed } from '../../api/failure.ts';
import { importMembers } from '../../api/import-members.ts';
import type { ImportProgress } from '../../api/import-members.ts';

/** State of an import. */
export interface Import {
  file: File | undefined;
  progress: ImportProgress | undefined;
  answer: ImportAnswer | undefined;
  error: unknown;
  busy: boolean;
  start: (file: File, cancelAbsent: boolean) => void;
  /** Sends the same file again, to cancel this number of members who are not in it. */
  confirm: (absent: number) => void;
  stop: () => void;
}

interface Sending {
  file: File;
  cancelAbsent: boolean;
  confirm: number | undefined;
}

/** Imports one file at a time. Leaving the view aborts the upload: a partial one imports nothing. */
export function useImport(): Import {
  const client = useQueryClient();
  const stopping = useRef<AbortController>(undefined);
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState<ImportProgress>();
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: async ({ file: sent, cancelAbsent, confirm }: Sending) => {
      const type = contentTypeOfFileName(sent.name);
      if (type === undefined) {
        throw new RequestFailed(
          'problem',
          `“${sent.name}” cannot be read: choose a file whose name ends in ${memberEndings.join(', ')}.`,
        );
      }
      const controller = new AbortController();
      stopping.current = controller;
      return importMembers(sent, type, {
        cancelAbsent,
        confirm,
        signal: controller.signal,
        onProgress: setProgress,
      });
    },
    onSettled: async () => {
      // also after a failure: some members may have been stored
      await Promise.all(
        ['members', 'community', 'patterns'].map(async (key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
  useEffect(() => () => stopping.current?.abort(), []);
  return {
    file,
    progress,
    answer: data,
    error: isAbort(error) ? null : error,
    busy: isPending,
    start: (given, cancelAbsent) => {
      setFile(given);
      setProgress(undefined);
      mutate({ file: given, cancelAbsent, confirm: undefined });
    },
    confirm: (absent) => {
      if (file !== undefined) {
        setProgress(undefined);
        mutate({ file, cancelAbsent: true, confirm: absent });
      }
    },
    stop: () => {
      stopping.current?.abort();
      reset();
    },
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
