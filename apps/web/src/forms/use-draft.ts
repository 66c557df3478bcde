import { useEffect, useState } from 'react';
import { type FieldValues, type UseFormReturn } from 'react-hook-form';
import { type DraftPlace, keepDraft, openDraft } from './drafts.js';

const AFTER_MS = 1_000;

/**
 * Keeps what is typed into a form in this browser: through a reload, an ended session, a browser that was closed. Answers when it
 * was last kept; what was kept before is filled in when the form opens.
 */
export function useDraft<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  place: DraftPlace,
): string | undefined {
  const [at, setAt] = useState<string | undefined>(() => openDraft<Values>(place).at);
  const { account, subject, form: name } = place;
  useEffect(() => {
    const mine = { account, subject, form: name };
    const { values } = openDraft<Values>(mine);
    if (values) form.reset(values, { keepDefaultValues: true });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      keepDraft(mine, form.getValues());
      setAt(new Date().toISOString());
    };
    const watching = form.watch(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, AFTER_MS);
    });
    const leave = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      if (form.formState.isDirty) keepDraft(mine, form.getValues());
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      watching.unsubscribe();
      clearTimeout(timer);
    };
  }, [form, account, subject, name]);
  return at;
}
