import 'server-only'
import type { ServerResponse } from 'node:http'

/** An answer of ours that is small and whole. */
export type WholeAnswer = { status: number; headers: Record<string, string>; body: string }

export function writeAnswer(response: ServerResponse, { status, headers, body }: WholeAnswer): void {
  // Whoever asked has got the start of another answer: all that is left is to end it.
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
