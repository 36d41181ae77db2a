// wink-nlp and Entente's language core on the same text, in one run: words per second of processor time, and the share of words found and tagged rightly.
//   npm ci --prefix bench/peers && node bench/peers/run.mjs TREEBANK.conllu[.gz]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

const rounds = 8
const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const path = process.argv[2]
if (!path) {
  console.error('node run.mjs TREEBANK.conllu[.gz]')
  process.exit(2)
}

const gold = read(path)
const text = gold.paragraphs.join('\n\n') + '\n'
const folder = mkdtempSync(join(tmpdir(), 'peers-'))
try {
  const peer = wink(gold.paragraphs)
  const own = entente(text, 'trees')
  const light = entente(text, 'tags')
  console.log(`${gold.words.length} words of the treebank; plain text in, words and UPOS compared by their letters`)
  tell('wink-nlp: words, sentences, tags', peer)
  tell('Entente: words, sentences, tags, lemmas, names', light)
  tell('Entente: the same and trees', own)
  console.log(`speed, Entente : wink-nlp = ${(light.speed / peer.speed).toFixed(2)} without trees, ${(own.speed / peer.speed).toFixed(2)} with trees; UPOS ${(own.upos - peer.upos).toFixed(2)} points apart`)
} finally {
  rmSync(folder, { recursive: true })
}

/** The paragraphs of a treebank, and its words as [start, end, UPOS], counted in letters without spaces. */
function read(file) {
  const bytes = readFileSync(file)
  const paragraphs = []
  for (const sentence of (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n\n')) {
    const said = /^# text = (.*)$/m.exec(sentence)?.[1]
    if (said === undefined) continue
    if (/^# new(par|doc)/m.test(sentence) || paragraphs.length === 0) paragraphs.push(said)
    else paragraphs.push(paragraphs.pop() + ' ' + said)
  }

  return { paragraphs, words: words(file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')) }
}

/** The words of CoNLL-U; the parts of a token share its letters in order where they make it up, else each has all of them. */
function words(conllu) {
  const found = []
  let at = 0
  let range = null
  for (const line of conllu.split('\n')) {
    const cells = line.split('\t')
    if (cells.length !== 10 || cells[0].includes('.')) continue
    const letters = cells[1].replace(/\s/g, '')
    if (cells[0].includes('-')) {
      range = { last: Number(cells[0].split('-')[1]), end: at + letters.length }
      continue
    }

    found.push([at, at + letters.length, cells[3]])
    at += letters.length
    if (range && Number(cells[0]) === range.last) {
      at = range.end
      range = null
    }
  }

  return found
}

function wink(paragraphs) {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const its = nlp.its
  const found = []
  let at = 0
  for (const paragraph of paragraphs) {
    const tokens = nlp.readDoc(paragraph).tokens()
    const values = tokens.out(its.value)
    const tags = tokens.out(its.pos)
    values.forEach((value, i) => {
      if (tags[i] === 'SPACE') return
      const length = value.replace(/\s/g, '').length
      found.push([at, at + length, tags[i]])
      at += length
    })
  }

  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) {
    for (const paragraph of paragraphs) nlp.readDoc(paragraph).tokens().out(its.pos)
  }

  const used = process.cpuUsage(before)
  return { ...score(found), speed: (found.length * rounds) / ((used.user + used.system) / 1e6) }
}

/** Processor time of the program on the text many times over, less that of the program on nothing. */
function entente(input, depth) {
  const once = cpu(input, depth)
  const many = cpu(Array(rounds).fill(input).join('\n'), depth)
  const none = cpu('', depth)
  const found = words(once.output)
  return { ...score(found), speed: (found.length * rounds) / (many.seconds - none.seconds) }
}

function cpu(input, depth) {
  const file = join(folder, 'text')
  const out = join(folder, 'out')
  writeFileSync(file, input)
  const times = execFileSync('bash', ['-c', '"$0" parse --raw --depth "$3" < "$1" > "$2"; times', join(home, 'entente'), file, out, depth], { encoding: 'utf8' })
  const seconds = times.trim().split('\n').at(-1).split(' ').reduce((sum, part) => sum + toSeconds(part), 0)
  return { seconds, output: readFileSync(out, 'utf8') }
}

function toSeconds(part) {
  const [, minutes, seconds] = /(\d+)m([\d.]+)s/.exec(part)
  return Number(minutes) * 60 + Number(seconds)
}

function score(found) {
  const tags = new Map(found.map(([start, end, tag]) => [`${start}-${end}`, tag]))
  let right = 0
  let tagged = 0
  for (const [start, end, tag] of gold.words) {
    const there = tags.get(`${start}-${end}`)
    right += there !== undefined ? 1 : 0
    tagged += there === tag ? 1 : 0
  }

  const f1 = n => (200 * n) / (found.length + gold.words.length)
  return { words: f1(right), upos: f1(tagged) }
}

function tell(name, { speed, words: found, upos }) {
  console.log(`${name.padEnd(48)} ${Math.round(speed).toLocaleString('en').padStart(9)} words/CPU-s   words F1 ${found.toFixed(2)}   UPOS F1 ${upos.toFixed(2)}`)
}
