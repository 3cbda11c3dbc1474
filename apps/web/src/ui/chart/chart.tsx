import { Download } from 'lucide-react';
import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { messageOf } from '../../api/failure.ts';
import { Button } from '../button.tsx';
import { showToast } from '../states/toasts.tsx';
import styles from './chart.module.css';
import { savePng, saveSvg } from './save-picture.ts';
import { useWidth } from './use-width.ts';

/** Minimum width in pixels that is readable. */
const narrowest = 160;

/**
 * Chart with its title, a text alternative, and a button that saves it. The height is known before
 * the width, so that the layout does not shift; `children` draws into a width measured from the page.
 */
export function Chart({
  title,
  summary,
  file,
  height,
  children,
}: {
  title: string;
  /** text alternative */
  summary: string;
  /** file name of a saved picture, without extension */
  file: string;
  height: number;
  children: (width: number) => ReactNode;
}) {
  const [place, width] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const id = useId();
  const save = (as: 'svg' | 'png'): void => {
    if (svg.current !== null) {
      const saving = as === 'svg' ? saveSvg(svg.current, file) : savePng(svg.current, file);
      saving.catch((error: unknown) =>
        showToast({ message: `The picture was not saved: ${messageOf(error)}` }),
      );
    }
  };
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.caption}>
        <span id={id}>{title}</span>
        <MenuTrigger>
          <Button kind="bare" aria-label={`Save the picture “${title}”`}>
            <Download size={15} aria-hidden />
            Save
          </Button>
          <Popover placement="bottom end" className={styles.popover ?? ''}>
            <Menu className={styles.menu ?? ''} onAction={(key) => save(key === 'svg' ? 'svg' : 'png')}>
              <MenuItem id="svg" className={styles.item ?? ''}>
                SVG, for print and editing
              </MenuItem>
              <MenuItem id="png" className={styles.item ?? ''}>
                PNG, for slides and mail
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </figcaption>
      <div ref={place} className={styles.place}>
        <svg
          ref={svg}
          role="img"
          aria-label={summary}
          width={Math.max(width, 1)}
          height={height}
          className={styles.picture}
        >
          {width >= narrowest && children(width)}
        </svg>
      </div>
    </figure>
  );
}
