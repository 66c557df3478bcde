import { type ReactElement, type ReactNode, useId } from 'react';
import { Mark } from './mark.js';
import './choices.css';

export interface RadioChoice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** Why it cannot be chosen. */
  readonly refused?: string;
}

interface RadioProps<Value extends string> {
  readonly legend: ReactNode;
  readonly choices: readonly RadioChoice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
  /** The id of the group: what an error summary links to. */
  readonly id?: string;
}

/** A choice that matters, each way as a card. Native radios: arrows move, nothing is chosen by a letter. */
export function RadioCards<Value extends string>({
  legend,
  choices,
  value,
  onChange,
  error,
  id,
}: RadioProps<Value>): ReactElement {
  const name = useId();
  const own = id ?? name;
  return (
    <fieldset className="vd-cards" aria-describedby={error ? `${own}-error` : undefined}>
      <legend className="vd-label">{legend}</legend>
      <div className="vd-cards-in">
        {choices.map((choice, at) => (
          <label key={choice.value}>
            <input
              type="radio"
              id={at === 0 ? own : undefined}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.refused !== undefined}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {(choice.refused ?? choice.help) !== undefined && (
                <span className="vd-meta">{choice.refused ?? choice.help}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${own}-error`} className="vd-field-error">
          <Mark name="over" />
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** One of two or three views of the same thing. */
export function Segmented<Value extends string>({
  legend,
  choices,
  value,
  onChange,
  showLegend = false,
}: Omit<RadioProps<Value>, 'error' | 'id' | 'legend'> & {
  readonly legend: string;
  readonly showLegend?: boolean;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="vd-segmented">
      <legend className="vd-hidden">{legend}</legend>
      {showLegend && (
        <span className="vd-meta" aria-hidden="true">
          {legend}
        </span>
      )}
      <span>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </span>
    </fieldset>
  );
}

export interface FilterChip<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** Filters of a list that is on the page already; one is on. */
export function FilterChips<Value extends string>({
  label,
  chips,
  value,
  onChange,
}: {
  readonly label: string;
  readonly chips: readonly FilterChip<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactElement {
  return (
    <div className="vd-chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className="vd-chip"
          aria-pressed={chip.value === value}
          onClick={() => onChange(chip.value)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
}

export interface Tab {
  readonly key: string;
  readonly label: ReactNode;
  readonly meta?: ReactNode;
  readonly current?: boolean;
}

/** Tabs that are places of their own: links, the address says which. `link` makes the link of the router. */
export function Tabs({
  label,
  tabs,
  link,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly link: (tab: Tab, content: ReactNode) => ReactNode;
}): ReactElement {
  return (
    <nav className="vd-tabs" aria-label={label}>
      {tabs.map((tab) =>
        link(
          tab,
          <>
            {tab.label}
            {tab.meta !== undefined && <span className="vd-tab-meta">{tab.meta}</span>}
          </>,
        ),
      )}
    </nav>
  );
}
