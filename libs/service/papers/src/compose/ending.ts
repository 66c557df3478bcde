/** Each line of a list ends with a semicolon, the last with `end`. */
export const listed = (lines: readonly string[], end: string): readonly string[] =>
  lines.map((line, index) => line + (index === lines.length - 1 ? end : ';'));
