import { useMemo, useState } from 'react';
import type { FacetNetwork } from '@warren/contracts';
import { coloured } from './clusters-and-partners.ts';
import { placeLabels } from './label-placement.ts';
import type { PlacedLabel } from './label-placement.ts';
import { layoutNetwork, strengthOf } from './layout.ts';
import styles from './network.module.css';

/** Picture of the network: circles by number of members, lines by strength beyond chance. */
export function Picture({
  network,
  width,
  height,
  chosen,
  onChoose,
}: {
  network: FacetNetwork;
  width: number;
  height: number;
  chosen: string | undefined;
  onChoose: (key: string | undefined) => void;
}) {
  const [hovered, setHovered] = useState<string>();
  const placed = useMemo(() => layoutNetwork(network, { width, height }), [network, width, height]);
  const labelOf = useMemo(() => new Map(network.facets.map(({ key, label }) => [key, label])), [network]);
  const shown = hovered ?? chosen;
  const near = useMemo(() => neighbours(network, shown), [network, shown]);
  const labels = useMemo(() => {
    // selected facets first, then the most common ones
    const circles = network.facets.flatMap(({ key }) => placed.get(key) ?? []);
    const first = circles.filter(({ key }) => near?.has(key));
    return placeLabels(
      [...first, ...circles.filter((circle) => !first.includes(circle))],
      (key) => labelOf.get(key) ?? key,
      { width, height },
    );
  }, [network, placed, near, labelOf, width, height]);
  const clusterOf = new Map(network.facets.map(({ key, cluster }) => [key, cluster]));
  const dim = (...keys: string[]): string =>
    near !== undefined && !keys.every((key) => near.has(key)) ? ` ${styles.dim ?? ''}` : '';
  return (
    <>
      {network.links.map((link) => {
        const [from, to] = [placed.get(link.a), placed.get(link.b)];
        const isWithin = clusterOf.get(link.a) === clusterOf.get(link.b);
        const touches = shown === undefined || link.a === shown || link.b === shown;
        return (
          from &&
          to && (
            <line
              key={`${link.a} ${link.b}`}
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
              strokeWidth={0.8 + 1.1 * strengthOf(link)}
              className={`${styles.link ?? ''} ${isWithin ? look(clusterOf.get(link.a)) : ''}${touches ? '' : ` ${styles.dim ?? ''}`}`}
            />
          )
        );
      })}
      {network.facets.map(({ key, cluster }) => {
        const circle = placed.get(key);
        return (
          circle && (
            <g
              key={key}
              className={styles.facet}
              onPointerEnter={() => setHovered(key)}
              onPointerLeave={() => setHovered(undefined)}
              onClick={() => onChoose(key === chosen ? undefined : key)}
            >
              <circle cx={circle.x} cy={circle.y} r={circle.r + 6} className={styles.reach} />
              <circle
                cx={circle.x}
                cy={circle.y}
                r={circle.r}
                className={`${styles.circle ?? ''} ${look(cluster)}${key === chosen ? ` ${styles.chosen ?? ''}` : ''}${dim(key)}`}
              />
            </g>
          )
        );
      })}
      {labels.map((label) => (
        <Label key={label.key} label={label} look={dim(label.key)} />
      ))}
    </>
  );
}

function Label({ label: { text, x, y, anchor }, look: more }: { label: PlacedLabel; look: string }) {
  return (
    <text x={x} y={y} textAnchor={anchor} className={`${styles.label ?? ''}${more}`}>
      {text}
    </text>
  );
}

/** CSS class of a cluster's colour. */
export function look(cluster: number | undefined): string {
  return (cluster !== undefined && cluster < coloured ? styles[`cluster${cluster}`] : styles.others) ?? '';
}

/** Selected facet and all it is linked with; undefined if none is selected. */
function neighbours({ links }: FacetNetwork, key: string | undefined): Set<string> | undefined {
  return key === undefined
    ? undefined
    : new Set([key, ...links.flatMap(({ a, b }) => (a === key ? [b] : b === key ? [a] : []))]);
}
