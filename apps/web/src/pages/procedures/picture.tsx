import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Mark, useLanguage } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { Shown } from '../../shell/shown.js';
import { ownFaces } from './own-faces.js';

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

interface Drawn {
  /** The whole picture, set in the faces of the page. */
  readonly svg: string;
  readonly places: readonly PlacedStep[];
}

const faces = queryOptions({ queryKey: ['own-faces'], queryFn: ownFaces, staleTime: Infinity });

/** The picture as the server draws it, in the faces of the page, and where its cards lie. Nothing of it becomes part of the page. */
function drawn(svg: string, rules: string): Drawn {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  root.setAttribute('font-family', getComputedStyle(document.body).fontFamily);
  const [, begin = '', rest = ''] = /^(.*?<svg[^>]*>)(.*)$/s.exec(new XMLSerializer().serializeToString(root)) ?? [];
  // As text: an element of style, though in no page, would be asked for the page's nonce.
  return { svg: `${begin}<style>${rules}</style>${rest}`, places: placesIn(root) };
}

function placesIn(root: Element): readonly PlacedStep[] {
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
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['procedure-diagram', code, version, language],
    queryFn: async ({ signal }) => {
      const svg = told<string>(
        api.GET('/api/v1/procedures/{code}/versions/{version}/diagram.svg', {
          params: { path: { code, version }, query: { language } },
          parseAs: 'text',
          signal,
        }),
      );
      return drawn(await svg, await queries.ensureQueryData(faces));
    },
  });
  const shown = new Map(counts.filter(({ open }) => open > 0).map((each) => [each.step, each]));
  return (
    <div className="procedures-picture" role="region" tabIndex={0} aria-label={t('diagram.scroll')}>
      <Shown query={query} label={t('diagram.title', { version })} lines={8}>
        {({ svg, places }) => (
          <div className="procedures-canvas">
            <Image svg={svg} alt={t('diagram.alt', { version })} />
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
        )}
      </Shown>
    </div>
  );
}

/** A picture that is at hand as text. */
function Image({ svg, alt }: { readonly svg: string; readonly alt: string }): ReactElement {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return <img src={address} alt={alt} />;
}
