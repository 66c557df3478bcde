import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, FilterSelect, TextField } from '../../components/index.js';
import { type Question, SAMPLE_SIZES } from './screening.query.js';

/** What an address may say of a question. */
export interface Parameter {
  readonly ngay?: number;
  readonly hatGiong?: string;
  readonly co?: number;
}

interface ParametersProps {
  readonly question: Question;
  readonly days: number;
  readonly seed: string | undefined;
  readonly size: number;
  readonly onAsk: (more: Parameter) => void;
}

/** Nobody chose it: six bytes, as the server would throw them. */
const freshSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const MOST_DAYS = 250;
const SEED = /^[\w-]{1,60}$/;

/** By what a question is asked: working days, or the seed and size of a sample. */
export function Parameters({ question, days, seed, size, onAsk }: ParametersProps): ReactElement | null {
  const { t } = useTranslation('screening');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const current = question === 'overdue' ? String(days) : (seed ?? '');
  useEffect(() => {
    setTyped(current);
    setWrong(undefined);
  }, [current]);
  if (question !== 'overdue' && question !== 'sample') return null;
  const ask = () => {
    const text = typed.trim();
    if (question === 'sample') {
      if (!SEED.test(text)) return setWrong(t('wrongSeed'));
      return onAsk({ hatGiong: text });
    }
    if (!/^\d{1,3}$/.test(text) || Number(text) > MOST_DAYS) return setWrong(t('wrongDays', { most: MOST_DAYS }));
    return onAsk({ ngay: Number(text) });
  };
  return (
    <form
      className="screening-parameters"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <TextField
        required
        label={question === 'overdue' ? t('days') : t('seed')}
        {...(question === 'sample' && { hint: t('seedHint') })}
        error={wrong}
        inputMode={question === 'overdue' ? 'numeric' : 'text'}
        maxLength={question === 'overdue' ? 3 : 60}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{question === 'overdue' ? t('ask') : t('draw')}</Button>
      {question === 'sample' && (
        <>
          <Button kind="quiet" onClick={() => onAsk({ hatGiong: freshSeed() })}>
            {t('another')}
          </Button>
          <FilterSelect
            label={t('size')}
            choices={SAMPLE_SIZES.map((each) => ({ value: String(each), label: String(each) }))}
            value={String(size)}
            onChange={(event) => onAsk({ co: Number(event.target.value) })}
          />
        </>
      )}
    </form>
  );
}
