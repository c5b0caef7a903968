// What V8 itself counts of its objects: what one task is made of. It
// explains a task, and is never its weight.
import v8 from "node:v8";

/** How many objects of each kind there are, and their bytes: a Map from kind
 *  to [count, bytes]. V8 writes a snapshot of its heap as JSON. Of that only
 *  the nodes are read, as they come: whole, it would take more memory than
 *  the tasks. */
export async function census(collect) {
  collect();
  const reader = new SnapshotReader();
  for await (const chunk of v8.getHeapSnapshot()) reader.read(chunk.toString("latin1"));
  return reader.kinds();
}

/** {"snapshot":{"meta":{…}},"nodes":[9,1,…],"edges":[…],…,"strings":["…",…]} */
class SnapshotReader {
  text = "";
  state = this.#head;
  node = [];
  found = new Map(); // type and number of the name -> [count, bytes]

  read(chunk) {
    this.text += chunk;
    while (this.state());
  }

  #head() {
    const at = this.text.indexOf('"nodes":[');
    if (at < 0) return false;
    const { node_fields: fields, node_types: types } = JSON.parse(
      this.text.slice(this.text.indexOf('"meta":') + 7, this.text.indexOf('"node_count"')).trim().replace(/,$/, ""));
    this.fields = fields;
    this.types = types[0];
    [this.type, this.name, this.size] = ["type", "name", "self_size"].map(field => fields.indexOf(field));
    return this.#next(at + 9, this.#nodes);
  }

  #nodes() {
    const end = this.text.indexOf("]");
    const last = end < 0 ? this.text.lastIndexOf(",") : end; // a number may go on in the next chunk
    if (last < 0) return false;
    for (const number of this.text.slice(0, last).split(",")) {
      if (number.trim() === "") continue;
      this.node.push(Number(number));
      if (this.node.length === this.fields.length) this.#take();
    }
    return end < 0 ? this.#next(last + 1, this.#nodes) && false : this.#next(end, this.#rest);
  }

  #take() {
    const key = this.node[this.type] * 2 ** 32 + this.node[this.name];
    const sum = this.found.get(key);
    if (sum) {
      sum[0]++;
      sum[1] += this.node[this.size];
    } else this.found.set(key, [1, this.node[this.size]]);
    this.node.length = 0;
  }

  #rest() {
    const at = this.text.indexOf('"strings":[');
    if (at < 0) return this.#next(Math.max(0, this.text.length - 20), this.#rest) && false;
    return this.#next(at + 10, this.#strings) && false;
  }

  #strings() {
    return false;
  }

  #next(from, state) {
    this.text = this.text.slice(from);
    this.state = state;
    return true;
  }

  kinds() {
    const strings = JSON.parse(this.text.slice(0, this.text.lastIndexOf("}")));
    const kinds = new Map();
    for (const [key, [count, bytes]] of this.found) {
      const name = kind(this.types[Math.floor(key / 2 ** 32)], strings[key % 2 ** 32]);
      const sum = kinds.get(name) ?? [0, 0];
      kinds.set(name, [sum[0] + count, sum[1] + bytes]);
    }
    return kinds;
  }
}

/** In the words of V8: what has a constructor is called after it, all else
 *  after its type. A function that awaits is a "Generator". */
function kind(type, name) {
  if (type === "object" || type === "hidden") return name.replace("system / ", "").replace(/\s+/g, "_") || type;
  return type.replace(/\s+/g, "_");
}

/** Bytes per task, largest first, of every kind with about one more object
 *  per task or several. */
export function parts(empty, now, tasks) {
  const found = [];
  for (const [name, [count, bytes]] of now) {
    const [countBefore, bytesBefore] = empty.get(name) ?? [0, 0];
    const each = (count - countBefore) / tasks;
    if (each < 0.9) continue;
    found.push([each < 1.5 ? name : `${Math.round(each)}_${name}`, (bytes - bytesBefore) / tasks]);
  }
  found.sort((a, b) => b[1] - a[1]);
  return Object.fromEntries(found.map(([name, bytes]) => [name, bytes.toFixed(1)]));
}
