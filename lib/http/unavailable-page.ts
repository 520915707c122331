import 'server-only'

/** A static page for when no page can be rendered: needs no database and no script, and reloads itself. */
export const unavailablePage = (message: string, retryAfterSeconds: number): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${retryAfterSeconds}">
<title>Not available · Refresh Desk</title>
<style>
body { font: 15px/1.6 system-ui, sans-serif; max-width: 36rem; margin: 20vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.25rem }
</style>
</head>
<body>
<main>
<h1>Refresh Desk is unavailable</h1>
<p>${message}</p>
<p>Nothing is lost: submitted refreshes continue once it is back. This page reloads automatically.</p>
</main>
</body>
</html>
`
