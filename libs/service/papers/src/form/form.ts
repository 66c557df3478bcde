import document from './nghi-dinh-30.json' with { type: 'json' };

/**
 * Thể thức: sizes in points, lengths in millimetres where their name says so, as Nghị định 30/2020 has them. Both renderers read
 * them here, so that a page in Word and a page in PDF follow one form.
 */
export const form = document;

/** Millimetres in points of 1/72 inch. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Millimetres in twentieths of a point, as Word counts. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1_440) / 25.4);

/** The width of the text, in points. */
export const textWidth: number = points(form.page.widthMm - form.page.leftMm - form.page.rightMm);
