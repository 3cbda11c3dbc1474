import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';

/** `first`: the primary action; `danger`: an irreversible one; `bare`: a small one beside others. */
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

/** Link to an address that is no view, in the style of a button. */
export function AnchorButton({
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

/** Link to another view in the style of a button. */
export const LinkButton = createLink(AnchorButton);
