import { type ReactElement, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  Button,
  CheckField,
  DateField,
  ErrorSummary,
  type FormError,
  RadioCards,
  SelectField,
  TextField,
  useSay,
} from '../../components/index.js';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { emptyNominee, type NomineeInput, nomineeOf, type NomineeValues } from './nominee-input.js';

/** One nominee by hand; the unit stays, for the next is often from there too. Of an award with grades it asks for which. */
export function NomineeForm({
  grades,
  onAdd,
}: {
  readonly grades: NonNullable<ProcedureDocument['grades']>;
  readonly onAdd: (nominee: NomineeInput) => void;
}): ReactElement {
  const say = useSay();
  const { t } = useTranslation('nominees');
  const form = useForm<NomineeValues>({ defaultValues: emptyNominee });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const person = form.watch('kind') === 'individual';
  const add = () => {
    const values = form.getValues();
    const found = (['name', 'unit', ...(grades.length > 0 ? (['grade'] as const) : [])] as const)
      .filter((name) => values[name].trim() === '')
      .map((name) => ({ field: `nominee-${name}`, text: t(`errors.${name}`) }));
    setErrors(found);
    if (found.length > 0) return;
    onAdd(nomineeOf(values));
    form.reset({
      ...emptyNominee,
      kind: values.kind,
      unit: values.unit,
      cluster: values.cluster,
      grade: values.grade,
      meritYear: values.meritYear,
    });
    form.setFocus('name');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <ErrorSummary title={t('incomplete')} errors={errors} />
      <Controller
        name="kind"
        control={form.control}
        render={({ field: { value, onChange } }) => (
          <RadioCards
            legend={t('fields.kind')}
            value={value}
            onChange={onChange}
            choices={(['individual', 'collective', 'household'] as const).map((kind) => ({
              value: kind,
              label: t(`kinds.${kind}`),
            }))}
          />
        )}
      />
      <div className="vd-form-row">
        <TextField
          label={t(person ? 'fields.personName' : 'fields.name')}
          required
          id="nominee-name"
          {...form.register('name')}
        />
        <TextField label={t('fields.unit')} required id="nominee-unit" {...form.register('unit')} />
      </div>
      {grades.length > 0 && (
        <SelectField
          label={t('fields.grade')}
          required
          id="nominee-grade"
          placeholder={t('chooseGrade')}
          choices={grades.map(({ code, names }) => ({ value: code, label: say(names) }))}
          {...form.register('grade')}
        />
      )}
      {person && (
        <div className="vd-form-row">
          <SelectField
            label={t('fields.sex')}
            placeholder={t('unknown')}
            choices={[
              { value: 'female', label: t('sex.female') },
              { value: 'male', label: t('sex.male') },
            ]}
            {...form.register('sex')}
          />
          <SelectField
            label={t('fields.standing')}
            placeholder={t('unknown')}
            choices={[
              { value: 'direct_worker', label: t('standing.direct_worker') },
              { value: 'leader', label: t('standing.leader') },
            ]}
            {...form.register('standing')}
          />
          <Controller
            name="birthDate"
            control={form.control}
            render={({ field: { value, onChange } }) => (
              <DateField label={t('fields.birthDate')} value={value} onChange={(day) => onChange(day ?? '')} />
            )}
          />
        </div>
      )}
      <div className="vd-form-row">
        <TextField label={t(person ? 'fields.code' : 'fields.unitCode')} {...form.register('code')} />
        <TextField label={t('fields.cluster')} {...form.register('cluster')} />
        <TextField label={t('fields.meritYear')} inputMode="numeric" {...form.register('meritYear')} />
      </div>
      <CheckField label={t('fields.noDiscipline')} {...form.register('noDiscipline')} />
      <p className="nominees-send">
        <Button type="submit" icon="plus">
          {t('add')}
        </Button>
      </p>
    </form>
  );
}
