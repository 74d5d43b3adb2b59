#!/usr/bin/env node
// An auditor's own check of a Genggam journal, from a backup file and the public key of its seal. It shares no code with the
// program and needs only Node.js. What it reads is described in docs/decisions/0001-journal-envelope.md and in
// docs/operations/auditing.md.
//
//   node auditor/verify.mjs BACKUP --key seal.pem [--witness NOTE]...
//
// Exit code 0 only where every chain, every checkpoint and every witness holds.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, openSync, readFileSync, readSync, statSync } from "node:fs";
import { createInflateRaw } from "node:zlib";

const zero = Buffer.alloc(32);
const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const findings = [];
const find = (what) => findings.length < 1000 && findings.push(what);

// ---- the archive

/** Name, offset and sizes of every part, from the directory at the end of the file. */
function directory(file) {
  const size = statSync(file).size;
  const handle = openSync(file, "r");
  const at = (position, length) => {
    const bytes = Buffer.alloc(length);
    readSync(handle, bytes, 0, length, position);
    return bytes;
  };
  const tail = at(Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from("PK\x05\x06"));
  if (end < 0) throw new Error("this is no backup file");
  let count = tail.readUInt16LE(end + 10);
  let start = tail.readUInt32LE(end + 16);
  if (start === 0xffffffff || count === 0xffff) {
    const locator = tail.lastIndexOf(Buffer.from("PK\x06\x07"));
    const record = at(Number(tail.readBigUInt64LE(locator + 8)), 56);
    count = Number(record.readBigUInt64LE(32));
    start = Number(record.readBigUInt64LE(48));
  }
  const names = at(start, size - start);
  const parts = new Map();
  for (let i = 0, p = 0; i < count; i++) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => names.readUInt16LE(p + o));
    const name = names.toString("utf8", p + 46, p + 46 + nameLength);
    let [packed, full, offset] = [names.readUInt32LE(p + 20), names.readUInt32LE(p + 24), names.readUInt32LE(p + 42)];
    const extra = names.subarray(p + 46 + nameLength, p + 46 + nameLength + extraLength);
    for (let e = 0; e + 4 <= extra.length; e += 4 + extra.readUInt16LE(e + 2)) {
      if (extra.readUInt16LE(e) !== 1) continue;
      let v = e + 4;
      const wide = () => Number(extra.readBigUInt64LE((v += 8) - 8));
      if (full === 0xffffffff) full = wide();
      if (packed === 0xffffffff) packed = wide();
      if (offset === 0xffffffff) offset = wide();
    }
    const local = at(offset, 30);
    const from = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    parts.set(name, { from, packed, stored: names.readUInt16LE(p + 10) === 0 });
    p += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

/** The content of a part, piece by piece. */
function content(file, part) {
  if (part.packed === 0) return [];
  const raw = createReadStream(file, { start: part.from, end: part.from + part.packed - 1 });
  return part.stored ? raw : raw.pipe(createInflateRaw());
}

// ---- the rows of a table

class More extends Error {}

class Cursor {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  take(length) {
    if (this.at + length > this.bytes.length) throw new More();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  byte() {
    return this.take(1)[0];
  }
  length() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = this.byte();
      value |= (next & 127) << shift;
      if (next < 128) return value;
    }
  }
  text() {
    return this.take(this.length()).toString("utf8");
  }
  value() {
    switch (this.byte()) {
      case 0:
        return null;
      case 1:
        return this.take(8).readBigInt64LE();
      case 2:
        return this.text();
      case 3:
        return Buffer.from(this.take(this.take(4).readInt32LE()));
      default:
        throw new Error("a value of no kind");
    }
  }
}

/** Every row of a table as an object by column. */
async function* rows(file, part) {
  let rest = Buffer.alloc(0);
  let columns = null;
  for await (const piece of content(file, part)) {
    const cursor = new Cursor(Buffer.concat([rest, piece]));
    let done = 0;
    try {
      if (columns === null) {
        columns = Array.from({ length: cursor.take(4).readInt32LE() }, () => cursor.text());
        done = cursor.at;
      }
      while (cursor.byte() === 1) {
        const row = {};
        for (const column of columns) row[column] = cursor.value();
        done = cursor.at;
        yield row;
      }
      return;
    } catch (short) {
      if (!(short instanceof More)) throw short;
      if (done === 0) columns = null;
    }
    rest = cursor.bytes.subarray(done);
  }
  throw new Error("a table ends in the middle");
}

// ---- chains and trees

const int64 = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
};
const field = (bytes) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return [length, bytes];
};

function entryHash(row, kind, previous, open, sealed) {
  const head = [Buffer.from([Number(row.version)]), row.case_id, int64(row.sequence), int64(row.at), previous];
  return sha(Buffer.from("genggam entry\n"), ...head, ...field(Buffer.from(kind)), ...field(open), ...field(sealed));
}

/** Length by sevens, as the program writes texts. */
function texts(...all) {
  const parts = [];
  for (const text of all) {
    const bytes = Buffer.from(text);
    for (let left = bytes.length; ; left >>= 7) {
      parts.push(Buffer.from([left > 127 ? (left & 127) | 128 : left]));
      if (left <= 127) break;
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** RFC 6962, 2.1, one hash for each full subtree. */
class Tree {
  size = 0;
  peaks = [];
  add(leaf) {
    let node = sha(Buffer.from([0]), leaf);
    for (let bits = this.size; bits % 2 === 1; bits = Math.floor(bits / 2))
      node = sha(Buffer.from([1]), this.peaks.pop(), node);
    this.peaks.push(node);
    this.size++;
  }
  root() {
    if (this.peaks.length === 0) return sha();
    return this.peaks.reduceRight((right, left) => sha(Buffer.from([1]), left, right));
  }
}

/** Follows the chains of one stream, and its tree to each size that a checkpoint names. */
async function follow(name, table, claims, hashOf) {
  const heads = new Map();
  const tree = new Tree();
  const waiting = [...claims].sort((a, b) => a.size - b.size);
  const settle = () => {
    while (waiting[0]?.size === tree.size) {
      const claim = waiting.shift();
      if (!tree.root().equals(claim.root)) find(`${name}: the first ${claim.size} are not those that ${claim.of} was signed over`);
    }
  };
  settle();
  for await (const row of table) {
    if (Number(row.position) !== tree.size + 1) find(`${name}: position ${tree.size + 1} is missing`);
    const whose = row.case_id.toString("hex");
    const [sequence, previous] = heads.get(whose) ?? [0n, zero];
    if (row.sequence !== sequence + 1n) find(`${name}: sequence ${sequence + 1n} of case ${whose} is missing`);
    else if (row.version !== 1n || !hashOf(row, previous).equals(row.hash))
      find(`${name}: position ${row.position} is not what was written`);
    heads.set(whose, [row.sequence, row.hash]);
    tree.add(row.hash);
    settle();
  }
  for (const claim of waiting) find(`${name}: ${claim.of} covers ${claim.size}, and only ${tree.size} are there`);
  return { size: tree.size, cases: heads.size };
}

// ---- checkpoints

function opened(note, key, of) {
  const text = note.slice(0, note.indexOf("\n\n") + 1);
  const lines = text.split("\n");
  const [, name, signature] = note.slice(text.length + 1).trimEnd().split(" ");
  const [, looks, lookRoot] = (lines[3] ?? "").split(" ");
  const signed = Buffer.from(signature ?? "", "base64");
  const spki = key.export({ type: "spki", format: "der" });
  const hint = sha(Buffer.from(`${name}\n`), Buffer.from([2]), spki).subarray(0, 4);
  if (name !== lines[0] || !signed.subarray(0, 4).equals(hint) || !verify("sha256", Buffer.from(text), key, signed.subarray(4))) {
    find(`${of} is not signed with this key`);
    return null;
  }
  const [size, accessSize] = [Number(lines[1]), Number(looks)];
  return { of, size, root: Buffer.from(lines[2], "base64"), accessSize, accessRoot: Buffer.from(lookRoot, "base64") };
}

// ---- what was asked

function asked(all) {
  const options = { file: null, key: null, witnesses: [] };
  for (let i = 0; i < all.length; i++) {
    if (all[i] === "--key") options.key = all[++i];
    else if (all[i] === "--witness") options.witnesses.push(all[++i]);
    else options.file = all[i];
  }
  if (options.file && options.key) return options;
  console.error("usage: verify.mjs BACKUP --key seal.pem [--witness NOTE]...");
  process.exit(2);
}

async function run({ file, key: keyFile, witnesses }) {
  const key = createPublicKey(readFileSync(keyFile));
  const parts = directory(file);
  const table = (name) => rows(file, parts.get(`${name}.rows`) ?? fail(`the backup has no ${name}`));
  const checkpoints = [];
  for await (const row of table("checkpoint")) {
    const note = opened(row.note, key, `the checkpoint at ${row.size}`);
    if (note && (note.size !== Number(row.size) || note.accessSize !== Number(row.access_size)))
      find(`${note.of} says ${note.size}`);
    else if (note) checkpoints.push(note);
  }
  for (const witness of witnesses) {
    const note = opened(readFileSync(witness, "utf8"), key, `the witness ${witness}`);
    if (note) checkpoints.push(note);
  }
  const entries = await follow(
    "entry",
    table("entry"),
    checkpoints.map(({ of, size, root }) => ({ of, size, root })),
    (row, previous) => entryHash(row, row.kind, previous, row.open, row.sealed),
  );
  const looks = await follow(
    "access",
    table("access"),
    checkpoints.map(({ of, accessSize, accessRoot }) => ({ of, size: accessSize, root: accessRoot })),
    (row, previous) =>
      entryHash(row, "access", previous, texts(row.actor, row.role, row.agency, row.purpose), Buffer.alloc(0)),
  );
  for (const finding of findings) console.log(finding);
  const seen = witnesses.length === 0 ? "" : ` and ${witnesses.length} ${witnesses.length === 1 ? "witness" : "witnesses"}`;
  console.log(
    `${entries.size} entries of ${entries.cases} cases, ${looks.size} looks, ${checkpoints.length - witnesses.length} checkpoints${seen}`,
  );
  console.log(findings.length === 0 ? "everything holds" : "something does not hold");
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function fail(why) {
  throw new Error(why);
}

run(asked(process.argv.slice(2))).catch((fault) => {
  console.error(fault.message);
  process.exitCode = 1;
});
