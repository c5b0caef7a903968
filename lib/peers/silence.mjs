// What is said of a load whose tasks do not say that they are there.
import inspector from "node:inspector";
import v8 from "node:v8";

export const SILENCE = 6; // looks of a second without anything new
const OWN = /\/(scale|silence|parts)\.mjs$|^node:/;

/** A sentence for the reader. */
export async function silence(gate) {
  const seen = await where().catch(() => ""); // Bun and Deno cannot tell
  return `${gate.arrived} of ${gate.tasks} tasks have called gate.here(), and nothing happens any more`
    + `${seen && `; ${seen}`}. Each task must call gate.here() before it waits`;
}

/** The line at which most async functions wait, and how many do. In V8's heap
 *  snapshot an async function that waits is a "Generator". The snapshot says
 *  of which function it is, and the inspector, which takes its time, at which
 *  line the last one of them waits. */
async function where() {
  const session = new inspector.Session(), files = new Map();
  session.connect();
  const ask = (method, params) => {
    let answer;
    session.post(method, params, (_, said) => answer = said);
    return answer;
  };
  session.on("Debugger.scriptParsed", ({ params }) => files.set(params.scriptId, params.url));
  ask("Debugger.enable");
  let text = "";
  for await (const chunk of v8.getHeapSnapshot()) text += chunk.toString("latin1");
  const { snapshot: { meta: { node_fields: fields } }, nodes, strings, locations } = JSON.parse(text);
  const [name, id] = ["name", "id"].map(field => fields.indexOf(field)), functions = new Map();
  for (let i = 0; i < locations.length; i += 4) { // node, script, line, column
    const [node, script, line] = locations.slice(i, i + 3);
    if (strings[nodes[node + name]] !== "Generator" || OWN.test(files.get(String(script)) ?? "node:")) continue;
    const found = functions.get(`${script}:${line}`) ?? { waiting: 0, last: 0 };
    found.waiting++;
    found.last = Math.max(found.last, nodes[node + id]);
    functions.set(`${script}:${line}`, found);
  }
  const all = [...functions.values()].sort((a, b) => b.waiting - a.waiting);
  if (all.length === 0) return "";
  const { result: { objectId } } = ask("HeapProfiler.getObjectByHeapObjectId", { objectId: String(all[0].last) });
  const told = ask("Runtime.getProperties", { objectId }).internalProperties;
  const place = told.find(each => each.name === "[[GeneratorLocation]]").value.value;
  const file = files.get(place.scriptId);
  return `${all[0].waiting} tasks wait at ${file.slice(file.lastIndexOf("/") + 1)}:${place.lineNumber + 1}`;
}
