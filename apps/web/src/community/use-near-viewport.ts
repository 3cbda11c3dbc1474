import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Distance below the viewport at which an element counts as near. */
const reach = '400px';

/** Returns true once an element has come near the viewport. */
export function useNearViewport<E extends Element>(): [near: boolean, ref: RefObject<E | null>] {
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
