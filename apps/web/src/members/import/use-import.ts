import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportAnswer, ImportPreview } from '@warren/contracts';
import { importMembers, previewImport } from '../../api/import-members.ts';
import type { ImportOptions, ImportProgress } from '../../api/import-members.ts';
import { refreshAfterImport } from '../../api/refresh.ts';

/** Options of a file that was just chosen. */
export const firstOptions: ImportOptions = { mapping: undefined, clearEmpty: false, cancelAbsent: false };

/** State of an import. */
export interface Import {
  file: File | undefined;
  options: ImportOptions;
  progress: ImportProgress | undefined;
  /** The last preview; while the file is read again, that of the options before. */
  preview: ImportPreview | undefined;
  /** Whether the preview is that of the options as they are. */
  isCurrent: boolean;
  answer: ImportAnswer | undefined;
  error: unknown;
  /** `previewing` also in the pause between a change and the request */
  activity: 'previewing' | 'importing' | undefined;
  choose: (file: File) => void;
  /** Changes the options, and reads a chosen file again with them. */
  change: (options: ImportOptions) => void;
  /** Imports the file as it was previewed. `confirm`: number of absent members to cancel. */
  run: (confirm?: number) => void;
  /** Stops the upload. */
  stop: () => void;
  /** Begins again, without a file. */
  reset: () => void;
  /** Whether it began again, so that the focus is to be moved. */
  isAgain: boolean;
}

interface Sending {
  file: File;
  options: ImportOptions;
  confirm?: number | undefined;
}

/** Pause after a change of the options: with the keyboard several follow each other. */
const pauseMs = 500;

/** Imports one file at a time. Leaving the view aborts the upload: a partial one imports nothing. */
export function useImport(): Import {
  const client = useQueryClient();
  const upload = useUpload();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [file, setFile] = useState<File>();
  const [options, setOptions] = useState(firstOptions);
  const [preview, setPreview] = useState<ImportPreview>();
  const [isAgain, setAgain] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const looking = useMutation({
    mutationFn: async (sending: Sending) => previewImport(sending.file, sending.options, upload.begin()),
    onSuccess: setPreview,
  });
  const taking = useMutation({
    mutationFn: async (sending: Sending) =>
      importMembers(sending.file, sending.options, sending.confirm, upload.begin()),
    // also after a failure: some members may have been stored
    onSettled: async () => refreshAfterImport(client),
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const reset = (): void => {
    clearTimeout(timer.current);
    upload.stop();
    setAgain(true);
    setWaiting(false);
    setFile(undefined);
    setOptions(firstOptions);
    setPreview(undefined);
    looking.reset();
    taking.reset();
  };
  return {
    file,
    options,
    progress: upload.progress,
    preview,
    isCurrent: looking.isSuccess && !isWaiting,
    answer: taking.data,
    error: problemOf(taking.error) ?? problemOf(looking.error),
    activity: taking.isPending ? 'importing' : looking.isPending || isWaiting ? 'previewing' : undefined,
    choose: (given) => {
      setFile(given);
      setPreview(undefined);
      taking.reset();
      // a file that cannot be read leads back to the choice of another
      looking.mutate({ file: given, options }, { onError: () => setFile(undefined) });
    },
    change: (changed) => {
      setOptions(changed);
      if (file !== undefined) {
        clearTimeout(timer.current);
        upload.stop();
        setWaiting(true);
        taking.reset();
        timer.current = setTimeout(() => {
          setWaiting(false);
          looking.mutate({ file, options: changed });
        }, pauseMs);
      }
    },
    run: (confirm) => {
      if (file !== undefined && preview !== undefined) {
        // what was previewed, remembered corrections included
        taking.mutate({ file, options: { ...options, mapping: preview.mapping }, confirm });
      }
    },
    stop: () => {
      if (preview === undefined) {
        reset();
      } else {
        upload.stop();
        taking.reset();
      }
    },
    reset,
    isAgain,
  };
}

/** One upload at a time: the next one stops the last. */
function useUpload() {
  const controller = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<ImportProgress>();
  const stop = useCallback(() => controller.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return {
    progress,
    stop,
    begin: () => {
      stop();
      const started = new AbortController();
      controller.current = started;
      setProgress(undefined);
      return { signal: started.signal, onProgress: setProgress };
    },
  };
}

/** The error, unless the upload was stopped. */
function problemOf(error: unknown): unknown {
  return error instanceof DOMException && error.name === 'AbortError' ? null : error;
}
