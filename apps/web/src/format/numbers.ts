/** Made once: to make one costs more than to use it a hundred times. */
const whole = new Intl.NumberFormat('vi-VN');
const toTenths = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const english = new Intl.NumberFormat('en');

/** `184.512`, in both languages as on paper. */
export const number = (value: number): string => whole.format(value);

/** A place in the log: a number with its points where it is one, else as the store gave it. */
export const place = (position: string): string => (/^\d{1,15}$/.test(position) ? number(Number(position)) : position);

/** `82,4 %` of two whole numbers, to a tenth. */
export const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${toTenths.format((part * 100) / of)} %`;

/** The size of a file as people say it: `412 kB`, `2,4 MB`. */
export const bytes = (size: number): string =>
  size < 1_000_000 ? `${number(Math.max(1, Math.round(size / 1_000)))} kB` : `${toTenths.format(size / 1_000_000)} MB`;

/** An amount of money in đồng: `265.910.000 đồng`, `VND 265,910,000`. */
export const money = (amount: number, language: 'vi' | 'en'): string =>
  language === 'vi' ? `${number(amount)} đồng` : `VND ${english.format(amount)}`;
