/** Where a demonstration keeps its log. */
export const demoStores = ['postgres', 'kurrentdb'] as const;

export type DemoStore = (typeof demoStores)[number];
