/** Words of the pages with which Cloudflare, Akamai, Imperva, DataDome, AWS WAF and others ask for a real browser. */
const marks =
  /just a moment|checking your browser|verif(y|ying) (that )?you are (a )?human|enable javascript|attention required|captcha|cloudflare|cf-ray|challenge-platform|cdn-cgi|akamai|incapsula|imperva|datadome|perimeterx|awswaf|browser check|ddos protection/i

const LONGEST_LOOK = 64 * 1024

export const isBotCheck = (html: string): boolean => marks.test(html.slice(0, LONGEST_LOOK))
