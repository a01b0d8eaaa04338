// Programs with one fault each of what is trained: layers that are not registered, a loss without parameters, parameters without gradient.

import { CrossEntropyLoss, Dropout, F, Linear, Module, Parameter, ReLU, Sequential } from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { noGrad, ones, type Tensor, tensor } from "@bernoulli/tensor";
import { blobs, type FaultyProgram, fit, loop, normed, train } from "./programs.testing.js";

class InMap extends Module {
  fc = new Linear(8, 16);
  parts = new Map([["head", new Linear(16, 3)]]);
  forward(x: Tensor): Tensor {
    return this.parts.get("head")!(F.relu(this.fc(x)));
  }
}

class InObject extends Module {
  fc = new Linear(8, 3);
  extras = { scale: new Parameter(ones(3)) };
  forward(x: Tensor): Tensor {
    return this.fc(x).mul(this.extras.scale);
  }
}

class DropoutInMap extends Module {
  fc = new Linear(8, 3);
  parts = { inner: new Map([["drop", new Dropout(0.5)]]) };
  forward(x: Tensor): Tensor {
    return this.parts.inner.get("drop")!(this.fc(x));
  }
}

class Forgetful extends Module {
  fc1 = new Linear(8, 16);
  forgotten = new Linear(16, 16);
  fc2 = new Linear(16, 3);
  forward(x: Tensor): Tensor {
    return this.fc2(F.relu(this.fc1(x)));
  }
}

class Detached extends Module {
  fc1 = new Linear(8, 16);
  fc2 = new Linear(16, 3);
  forward(x: Tensor): Tensor {
    return this.fc2(F.relu(this.fc1(x)).detach());
  }
}

class InSet extends Module {
  fc = new Linear(8, 3);
  parts = new Set([new Linear(8, 8)]);
  forward(x: Tensor): Tensor {
    let y = x;
    for (const part of this.parts) y = F.relu(part(y));
    return this.fc(y);
  }
}

/** The backbone was to be trained too. */
class Shielded extends Module {
  backbone = new Sequential(new Linear(8, 16), new ReLU());
  head = new Linear(16, 3);
  forward(x: Tensor): Tensor {
    return this.head(noGrad(() => this.backbone(x)));
  }
}

export const faultyParameters: readonly FaultyProgram[] = [
  {
    name: "a layer in a Map",
    code: "doctor/unregistered",
    run: (practice) => void loop(practice, new InMap(), 34),
  },
  {
    name: "a parameter in a plain object, in a Trainer",
    code: "doctor/unregistered",
    run: (practice) => fit(practice, new InObject(), 2),
  },
  {
    name: "a dropout in a Map, which eval() does not reach",
    code: "doctor/unregistered",
    run: (practice) => fit(practice, new DropoutInMap(), 2),
  },
  {
    name: "a layer in a Set",
    code: "doctor/unregistered",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new InSet();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "a loss of what the model gave, made a leaf",
    code: "doctor/loss-without-parameters",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new Linear(8, 3);
      const optimizer = new SGD(model.parameters(), { lr: 0.1 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(6, optimizer, () => criterion(model(x).detach().requiresGrad_(), y));
    },
  },
  {
    name: "an optimizer that holds the parameters of a model made before",
    code: "doctor/loss-without-parameters",
    run: (practice) => void loop(practice, normed(0), 6, blobs(12), normed(0)),
  },
  {
    name: "a loss that was made a number, and a tensor again",
    code: "doctor/loss-without-parameters",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Linear(8, 3);
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(5, optimizer, () => tensor(criterion(model(x), y).item(), { requiresGrad: true }).mul(1));
    },
  },
  {
    name: "a layer that forward does not call",
    code: "doctor/parameter-without-gradient",
    run: (practice) => void loop(practice, new Forgetful(), 34),
  },
  {
    name: "a detach() between two layers, in a Trainer",
    code: "doctor/parameter-without-gradient",
    run: (practice) => fit(practice, new Detached(), 17),
  },
  {
    name: "a head that was put in place behind the optimizer's making",
    code: "doctor/parameter-without-gradient",
    run({ watch }) {
      const [x, y] = blobs(24);
      class Classifier extends Module {
        fc = new Linear(8, 16);
        head = new Linear(16, 10);
        forward(input: Tensor): Tensor {
          return this.head(F.relu(this.fc(input)));
        }
      }
      const model = new Classifier();
      const optimizer = new Adam(model.parameters());
      model.head = new Linear(16, 3);
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "a backbone within noGrad",
    code: "doctor/parameter-without-gradient",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Shielded();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
];
