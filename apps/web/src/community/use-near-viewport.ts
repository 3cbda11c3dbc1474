import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** How far below the screen a thing begins to be near. */
const reach = '400px';

/** Whether an element has come near the part of the page that is seen; once it has, it stays so. */
export function useNear<E extends Element>(): [near: boolean, ref: RefObject<E | null>] {
  const ref = useRef<E>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          setNear(true);
          observer.disconnect();
        }
      },
      { rootMargin: reach },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [near, ref];
}
