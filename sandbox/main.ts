import { settingsFromEnv } from './settings.ts'
import { startSandbox } from './start-sandbox.ts'

const env = process.env
const port = Number(env.SANDBOX_PORT || 4010)

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('SANDBOX_PORT must be a port number.')
  const sandbox = await startSandbox({
    port,
    dataDir: env.SANDBOX_DATA_DIR || undefined,
    controlToken: env.SANDBOX_CONTROL_TOKEN || undefined,
    seed: env.SANDBOX_SEED || undefined,
    settings: settingsFromEnv(env),
    origins: env.SANDBOX_ORIGINS?.split(',').filter(Boolean) ?? [],
  })
  const stop = () => void sandbox.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Whoever started it over IPC is gone: nobody else would stop it.
  process.once('disconnect', stop)
  console.log(`Sandbox ready on ${sandbox.url}`)
  if (!env.SANDBOX_CONTROL_TOKEN) console.log(`Control token ${sandbox.controlToken}`)
} catch (error) {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  console.error(
    isTaken
      ? `sandbox: port ${port} is taken. Set SANDBOX_PORT to another.`
      : `sandbox: ${(error as Error).message}`,
  )
  process.exit(1)
}
