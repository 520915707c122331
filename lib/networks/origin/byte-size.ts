export const byteSize = (body: string | Uint8Array | null): number =>
  typeof body === 'string' ? new TextEncoder().encode(body).length : (body?.length ?? 0)
