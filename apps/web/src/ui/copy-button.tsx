import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { showToast } from './states/toasts.tsx';

const shownMs = 1_600;

/** Button that copies a text; `label` describes it to screen readers. */
export function CopyButton({
  text,
  label,
  children = 'Copy',
}: {
  text: string;
  label: string;
  children?: string;
}) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      showToast({ message: 'The browser does not let this page copy: select the text instead.' });
    }
  };
  return (
    <Button kind="bare" aria-label={copied ? `Copied: ${label}` : label} onPress={() => void copy()}>
      <Icon size={15} aria-hidden />
      {copied ? 'Copied' : children}
    </Button>
  );
}
