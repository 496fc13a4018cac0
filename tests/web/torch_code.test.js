// Runs the PyTorch code that the page shows, where PyTorch is installed: it has to print the total that it promises.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { decode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { codeFor, mostLayers } from "../../web/export/code.js";
import { fullLayer } from "../../web/telling/facts.js";

const engine = await load();
const catalog = engine.catalog();
const script = fileURLToPath(new URL("../reference/run_torch_code.py", import.meta.url));
const file = readFileSync(new URL("../reference/reference.csv", import.meta.url), "utf8");

/** Debian's PyTorch belongs to Debian's Python. */
const python = ["/usr/bin/python3", "python3"].find(
  (program) => spawnSync(program, ["-c", "import torch"]).status === 0,
);

/** @param {string} query @param {string} framework */
const codeOf = (query, framework) =>
  codeFor(decode(query, catalog.keys), engine.explain, catalog).find((one) => one.framework === framework)?.code ?? "";

/** The PyTorch models of the reference file, each with the code that the page shows for it. */
const cases = file.split("\n").flatMap((row) => {
  const [, quoted, plain] = /^(?:"([^"]*)"|([^",]*)),/.exec(row) ?? [];
  const query = quoted ?? plain ?? "";
  if (!query.startsWith("framework=pytorch")) return [];
  return engine.explain(query).layers.length > mostLayers ? [] : [caseOf(query)];
});

/** What run_torch_code.py is to find. @param {string} query */
function caseOf(query) {
  const { total, layers, written } = engine.explain(query);
  const [first] = layers;
  const tensors = layers.flatMap(({ weights, like }) => {
    const full = layers[like < 0 ? layers.length : like]?.weights ?? weights;
    const measured = ["mean", "variance", "deviation", "counter"]; // they are no parameters there
    return weights
      .filter((_, place) => !measured.includes(/** @type {any} */ (full[place]).role))
      .map(({ name }) => name);
  });
  const words = first.cell === "Embedding";
  const windows = layers.map((_, index) => fullLayer(layers, index).window);
  const read = layers.map(({ origin, cell }, index) => {
    const steps = /^(LSTM|GRU|RNN)$/.test(cell) ? 1 : 0;
    return (
      (windows[index].length || steps) + (written[origin].args.some(({ name }) => name === "TimeDistributed") ? 1 : 0)
    );
  });
  const axes = Math.max(1, ...read);
  const longest = windows.flat().reduce((sum, side) => sum + 4 * Number(side), 3);
  const flat = layers.some(({ cell }) => cell === "Flatten");
  const ofSteps = flat || /LayerNorm\w*\((input_dim=)?\(/.test(query); // what is kept for each of so many time steps
  return {
    query,
    ...{ total, code: codeOf(query, "pytorch"), tensors, words, axes },
    ...{ places: windows.flat().length > 0 ? longest : 3, same: windows.flat().length === 0 },
    ...(ofSteps ? { places: Number(/timesteps=(\d+)/.exec(query)?.[1]), flat } : {}),
    branches: layers.some(({ steps, cell }, place) => place > 0 && (steps[0]?.kind === "said" || cell === "Embedding")),
    ...{ input: Number(first.input), output: Number(layers[layers.length - 1].output) },
  };
}

/** Models that the reference file does not have: a batch norm in between, equal rows, everything at once. */
const mixed = [
  "input=3&timesteps=9&layers=Conv1d(4,2),MaxPool1d(2,stride=1),LayerNorm((7,4)),Flatten(),BatchNorm1d(),Linear(5)",
  "input=6&timesteps=12&layers=GLU(),GRU(4),AvgPool1d(3,padding=1,ceil_mode=true),Flatten(),Linear(5),ReLU(),Linear(2)",
  "input=3&timesteps=8&layers=LSTM(4,bidirectional=true),AdaptiveAvgPool1d(4),Flatten(),Dropout(0.5),Linear(1)",
  "layers=Embedding(50,8),LSTM(7,num_layers=2),LSTM(7),BatchNorm1d(),LayerNorm(),Dropout(0.25),Linear(3)",
  "input=5&layers=GRU(4),GRU(4),GRU(4)",
  "input=5&layers=LSTM(7,num_layers=3,bidirectional=true,proj_size=3),RNN(4,bias=false),BatchNorm1d(affine=false)",
  "input=5&layers=Dropout(०.५),Bidirectional(GRU(6)),Bidirectional(RNN(6)),Linear(2,bias=false),Linear(2)",
  "input=5&layers=BatchNorm1d(),LayerNorm(affine=false),LSTM(3,proj_size=२)",
  "input=5&layers=Dense(3)",
  "layers=nn.LSTM(5,4),Tanh(),nn.Linear(4,3),Identity(),LeakyReLU()",
  "layers=Embedding(50,8,trainable=false),LSTM(8),Linear(50,tied=true)",
  "layers=Embedding(50,8),LSTM(8,trainable=false,num_layers=2),Linear(50,tied=true,bias=false)",
  "input=70&layers=LSTM(256),LSTM(256,input_dim=90),Linear(90)",
  "input=9&layers=Conv1d(9,8,3,padding=1,groups=1),BatchNorm1d(),ReLU(),ConvTranspose1d(8,4,2,stride=2,output_padding=1),GRU(4),Linear(2)",
  "input=9&layers=Conv1d(9,9,3,stride=2,dilation=2,groups=3,bias=false),Conv1d(9,9,3,stride=2,dilation=2,groups=3,bias=false),LSTM(2)",
  "input=9&layers=Conv2d(9,6,(3,5),groups=3),BatchNorm2d(),ConvTranspose2d(6,4,3,groups=2),LayerNorm(affine=false),Linear(2)",
  "input=4&layers=Conv3d(4,6,(1,2,3),bias=false),ConvTranspose3d(6,2,2),Dropout(0.5)",
  "layers=Embedding(50,8),Conv1d(8,4,5),Tanh(),LSTM(3)",
  "layers=Embedding(50,8),GRU(4,bidirectional=true),Embedding(20,6),GRU(4),Linear(20,tied=true,input_dim=6)",
  "input=3&layers=TimeDistributed(Conv2d(8,3)),TimeDistributed(Linear(4))",
  "input=3&layers=TimeDistributed(Conv1d(8,3)),TimeDistributed(BatchNorm1d()),TimeDistributed(LSTM(4)),LayerNorm()",
  "input=3&layers=TimeDistributed(Conv2d(4,2)),BatchNorm1d(),TimeDistributed(BatchNorm2d()),TimeDistributed(ReLU())",
  "input=3&layers=TimeDistributed(Conv1d(4,2)),TimeDistributed(MaxPool1d(2)),TimeDistributed(LSTM(2)),Linear(3)",
  "input=3&layers=TimeDistributed(BatchNorm1d()),LSTM(4),TimeDistributed(Linear(2))",
  "input=3&layers=TimeDistributed(Conv3d(4,2)),TimeDistributed(PReLU(4)),TimeDistributed(GroupNorm(2,4)),LayerNorm(affine=false)",
].map((query) => caseOf(`framework=pytorch&${query}`));

/**
 * Whether it has no code since a layer reads what does not come in: vectors of two widths.
 * @param {string} query @param {string} code
 */
function readsMore(query, code) {
  const [, width] = /input=(\d+)/.exec(query) ?? [];
  const others = query.matchAll(/(?:[kv]dim=|in2_features=|Bilinear\(\d+, ?)(\d+)/g);
  return code === "" && [...others].some(([, other]) => other !== width);
}

test("every PyTorch model of the reference file has code that promises its total", () => {
  assert.ok(cases.length > 400, `${cases.length} models`);
  for (const { query, total, code } of cases) assert.ok(code.endsWith(`# ${total}`) || readsMore(query, code), query);
});

test("a bias that is switched off by a number is off in the code", () => {
  for (const [framework, option] of [
    ["pytorch", "bias=False"],
    ["keras", "use_bias=False"],
  ]) {
    const code = codeOf("framework=keras&input=64&layers=Dense(3,use_bias=0)", framework);
    assert.ok(code.includes(option), code);
  }
});

test("the code is a class with a forward; what was written as one layer is one module, and each module has its name", () => {
  const query =
    "framework=pytorch&layers=Embedding(50,8),GRU(4,num_layers=2),GRU(4),BatchNorm1d(),Dropout(0.5),Linear(3)";
  assert.equal(
    codeOf(query, "pytorch"),
    `import torch
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 8)
        self.gru_1 = nn.GRU(8, 4, num_layers=2, batch_first=True)
        self.gru_2 = nn.GRU(4, 4, batch_first=True)
        self.batch_norm = nn.BatchNorm1d(4)
        self.dropout = nn.Dropout(0.5)
        self.linear = nn.Linear(4, 3)

    def forward(self, x):  # (batch, time steps)
        x = self.embedding(x)
        x, _ = self.gru_1(x)
        x, _ = self.gru_2(x)
        x = self.batch_norm(x.transpose(1, 2)).transpose(1, 2)
        x = self.dropout(x)
        x = self.linear(x)
        return x


model = Model()
print(sum(p.numel() for p in model.parameters()))  # 831`,
  );
  assert.match(codeOf("input=64&layers=LSTM(32)", "pytorch"), /def forward\(self, x\): {2}# \(batch, time steps, 64\)/);
  assert.match(codeOf("input=64&layers=Dropout(०.५),LSTM(32)", "keras"), /keras\.layers\.Dropout\(0\.5\)/);
});

test("PyTorch prints what the code promises, and its model takes a batch", {
  skip: python ? false : "PyTorch is not installed",
}, () => {
  // LayerNorm has its own bias since PyTorch 2.1; Debian's is older.
  const older = [...cases, ...mixed].filter(
    ({ query, code }) => !/LayerNorm\(.*bias=/.test(code) && !readsMore(query, code),
  );
  const input = older.map((one) => JSON.stringify(one)).join("\n");
  const { status, stdout, stderr } = spawnSync(python ?? "", [script], { input, encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, new RegExp(`^${older.length} ran, 0 different`));
});
