import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Mark, useLanguage } from '../../components/index.js';
import { number } from '../../format/numbers.js';

interface StepCount {
  readonly step: string;
  readonly open: number;
  readonly overdue: number;
}

interface PlacedStep {
  readonly step: string;
  /** From the left and from the top, in hundredths of the picture. */
  readonly left: number;
  readonly top: number;
}

/** Where the cards of a diagram lie. The picture itself is shown as a picture: nothing of it becomes part of the page. */
export function placesIn(svg: string): readonly PlacedStep[] {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (width === 0 || height === 0) return [];
  return [...root.querySelectorAll('g[data-step]')].map((card) => {
    const { x, y } = cornerOf(card);
    return { step: card.getAttribute('data-step') ?? '', left: (x * 100) / width, top: (y * 100) / height };
  });
}

/** Where a card begins in the picture: it is moved together with the groups in which it lies. */
function cornerOf(card: Element): { readonly x: number; readonly y: number } {
  let [x, y] = [0, 0];
  for (let group: Element | null = card; group; group = group.parentElement) {
    const [, right = 0, down = 0] = /translate\((-?\d+) (-?\d+)\)/.exec(group.getAttribute('transform') ?? '') ?? [];
    x += Number(right);
    y += Number(down);
  }
  return { x, y };
}

/** The diagram with the number of dossiers at each step upon it. The table below says the same, and more. */
export function Picture({
  code,
  version,
  counts,
}: {
  readonly code: string;
  readonly version: string;
  readonly counts: readonly StepCount[];
}): ReactElement {
  const { t } = useTranslation('procedures');
  const language = useLanguage();
  const { data: places = [] } = useQuery({
    queryKey: ['procedure-diagram', code, version, language],
    queryFn: async ({ signal }) =>
      placesIn(
        await told<string>(
          api.GET('/api/v1/procedures/{code}/versions/{version}/diagram.svg', {
            params: { path: { code, version }, query: { language } },
            parseAs: 'text',
            signal,
          }),
        ),
      ),
    staleTime: Infinity,
  });
  const address = `/api/v1/procedures/${encodeURIComponent(code)}/versions/${encodeURIComponent(version)}/diagram.svg?language=${language}`;
  const shown = new Map(counts.filter(({ open }) => open > 0).map((each) => [each.step, each]));
  return (
    <div className="procedures-picture" role="region" tabIndex={0} aria-label={t('diagram.scroll')}>
      <div className="procedures-canvas">
        <img src={address} alt={t('diagram.alt', { version })} />
        {places.map(({ step, left, top }, at) => {
          const count = shown.get(step);
          return (
            count && (
              <span
                key={at}
                className={count.overdue > 0 ? 'procedures-count procedures-late' : 'procedures-count'}
                style={{ left: `${left}%`, top: `${top}%` }}
                aria-hidden="true"
              >
                {number(count.open)}
                {count.overdue > 0 && (
                  <>
                    <Mark name="over" /> {number(count.overdue)}
                  </>
                )}
              </span>
            )
          );
        })}
      </div>
    </div>
  );
}
