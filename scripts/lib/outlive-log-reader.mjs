// Whoever reads our output may go away first: `npm start | head`, a log shipper that ends, a terminal that closes. Without
// a listener each line is then an uncaught error, which is logged, which is the next one.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
