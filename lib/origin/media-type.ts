/** Whether a Content-Type names this very type, whatever its parameters. */
export const isMediaType = (contentType: string | null, mediaType: string): boolean =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase() === mediaType
