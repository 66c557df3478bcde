import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../api/client.js';
import { Icon, Menu, useSay, useToast } from '../components/index.js';
import { type Standing, changePosition, useStanding } from './standing.js';

/** In which position one acts (vị trí công tác), and the others in which one may. */
export function PositionSwitch(): ReactElement {
  const { t } = useTranslation();
  const say = useSay();
  const tell = useToast();
  const router = useRouter();
  const { standing, others } = useStanding();
  if (!standing) return <p className="vd-position vd-position-none">{t('position.none')}</p>;
  const choose = async ({ positionId }: Standing) => {
    await changePosition(positionId);
    // Where one begins the next time; this tab says it with every request anyway.
    await told(api.PUT('/api/v1/me/default-position', { body: { positionId } })).catch(() => undefined);
    await router.navigate({ to: '/' });
    tell(t('position.changed'));
  };
  const words = (
    <span className="vd-position-words">
      <b>{say(standing.title)}</b>
      <span>{say(standing.unitName)}</span>
    </span>
  );
  if (others.length === 0) return <div className="vd-position">{words}</div>;
  return (
    <Menu
      buttonClassName="vd-position"
      button={
        <>
          {words}
          <Icon name="down" size="small" />
          <span className="vd-hidden">{t('position.change')}</span>
        </>
      }
      items={[standing, ...others].map((each) => ({
        key: each.positionId,
        label: say(each.title),
        meta: `${say(each.unitName)}${each.as === 'holder' ? '' : ` · ${t(`position.${each.as}`)}`}`,
        checked: each === standing,
        onSelect: () => void (each === standing || choose(each)),
      }))}
    />
  );
}
