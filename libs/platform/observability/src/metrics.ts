import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a series is called and means. Names end in their unit: `_seconds`, `_bytes`, `_events`, `_total` for counters. */
export interface SeriesSpec {
  readonly name: string;
  readonly help: string;
  /** Names of labels; their values come from short lists of our own, never from what somebody sent. */
  readonly labels?: readonly string[];
}

/** One value of a gauge. */
export interface Reading {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface MetricsPage {
  readonly text: string;
  readonly contentType: string;
}

/** From a few milliseconds, which a command takes, to the 5 s that a reader may wait for its own write, and beyond. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of one process in the text format of Prometheus: its own, those of the Node process, and what it looks up. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #lookUps: (() => Promise<void>)[] = [];

  constructor(role: string) {
    this.#registry.setDefaultLabels({ role });
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Counts something, under labels. */
  counter({ name, help, labels = [] }: SeriesSpec): (labels: Readonly<Record<string, string>>) => void {
    const counter = new Counter({ name, help, labelNames: labels, registers: [this.#registry] });
    return (values) => counter.inc({ ...values });
  }

  /** Takes note of how long something took, in seconds. */
  durations({
    name,
    help,
    labels = [],
  }: SeriesSpec): (seconds: number, labels: Readonly<Record<string, string>>) => void {
    const histogram = new Histogram({
      name,
      help,
      labelNames: labels,
      buckets: SECONDS,
      registers: [this.#registry],
    });
    return (seconds, values) => histogram.observe({ ...values }, seconds);
  }

  /** Gauges that are looked up together whenever somebody reads the page. A look-up answers all that have no labels. */
  gauges(specs: readonly SeriesSpec[], lookUp: () => Promise<readonly Reading[]>): void {
    const gauges = new Map(
      specs.map(({ name, help, labels = [] }) => [
        name,
        new Gauge({ name, help, labelNames: labels, registers: [this.#registry] }),
      ]),
    );
    this.#lookUps.push(async () => {
      const readings = await lookUp();
      for (const gauge of gauges.values()) gauge.reset();
      for (const { name, labels = {}, value } of readings) gauges.get(name)?.set({ ...labels }, value);
    });
  }

  async page(): Promise<MetricsPage> {
    for (const lookUp of this.#lookUps) await lookUp();
    return { text: await this.#registry.metrics(), contentType: this.#registry.contentType };
  }
}
