import { createLink } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';

/** `first`: what most people come to do here; `danger`: what cannot be taken back; `bare`: a small thing beside others. */
type Kind = 'first' | 'plain' | 'danger' | 'bare';

/** A button. */
export function Button({
  kind = 'plain',
  children,
  ...rest
}: Omit<AriaButtonProps, 'className' | 'style' | 'children'> & { kind?: Kind; children: ReactNode }) {
  return (
    <AriaButton {...rest} className={`${styles.button ?? ''} ${styles[kind] ?? ''}`}>
      {children}
    </AriaButton>
  );
}

function Anchor({
  kind = 'plain',
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { kind?: Kind; ref?: Ref<HTMLAnchorElement> }) {
  return (
    <a {...rest} className={`${styles.button ?? ''} ${styles[kind] ?? ''}`}>
      {children}
    </a>
  );
}

/** A link to another view that looks like a button. */
export const LinkButton = createLink(Anchor);
