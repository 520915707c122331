import 'server-only'

/** A whole page for when none can be made: it needs neither database nor script, and asks again by itself. */
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
<h1>Refresh Desk is not available right now</h1>
<p>${message}</p>
<p>Refreshes that were submitted are kept and go on by themselves. This page reloads by itself.</p>
</main>
</body>
</html>
`
