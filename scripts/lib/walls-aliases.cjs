// Read by dependency-cruiser in the shape of a webpack configuration: the alias that tsconfig.json calls "@/*".
module.exports = { resolve: { alias: { '@': require('node:path').resolve(__dirname, '../..') } } }
