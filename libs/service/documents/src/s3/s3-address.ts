/** What `S3_URL` says. */
export interface S3Address {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before each key; empty, or with a slash at its end. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** `https://key:secret@host/bucket/prefix?region=ap-southeast-1`; the configuration has seen to its shape. */
export function s3AddressOf(url: string): S3Address {
  const { protocol, host, pathname, username, password, searchParams } = new URL(url);
  const [bucket = '', ...prefix] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  return {
    endpoint: `${protocol}//${host}`,
    region: searchParams.get('region') ?? 'us-east-1',
    bucket,
    prefix: prefix.map((part) => `${part}/`).join(''),
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
  };
}
