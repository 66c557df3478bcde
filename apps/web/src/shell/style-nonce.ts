/**
 * The nonce with which this page may write styles. It stands as an attribute of a `meta` element, which browsers show to no
 * selector and no `getAttribute`.
 */
const styleNonce: string = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Components write some of their `style` elements themselves and do not all ask for a nonce. Whatever makes one on this page
 * gets ours, before anything is shown; without it the policy refuses the style, and the component stands there naked.
 */
export function letComponentsWriteStyles(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') element.nonce = styleNonce;
    return element;
  };
}
